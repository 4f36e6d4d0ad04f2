"""Where help is looked up: a country, else what its neighbours share, else a fallback for everywhere."""

from django.utils.translation import gettext_lazy as _

from portal.accounts.countries import COUNTRIES

EUROPE = "EU"
SOMEWHERE_ELSE = "ZZ"

# Countries where one European number reaches every emergency service (Directive (EU) 2018/1972, Article 109; the EEA).
ONE_EUROPEAN_NUMBER = frozenset(
    (
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
        "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    )
)  # fmt: skip


def place_choices() -> list[tuple[str, object]]:
    return [
        *COUNTRIES.items(),
        (EUROPE, _("Countries of the European number")),
        (SOMEWHERE_ELSE, _("Somewhere else")),
    ]


def place_name(code: str) -> object:
    """How a country is called here; a code nobody offers is somewhere else."""
    return COUNTRIES.get(code, _("Somewhere else"))


def looked_up_in(country: str) -> tuple[str, ...]:
    """Places to look in, nearest first."""
    country = country.upper()
    if country in ONE_EUROPEAN_NUMBER:
        return (country, EUROPE, SOMEWHERE_ELSE)
    return (country, SOMEWHERE_ELSE)
