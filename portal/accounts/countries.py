"""Countries and time zones people may choose. Names come from the system's own zone data and from ISO 3166-1."""

import zoneinfo
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

COUNTRIES = {
    "AU": _("Australia"), "AT": _("Austria"), "BE": _("Belgium"), "BR": _("Brazil"), "BG": _("Bulgaria"),
    "CA": _("Canada"), "HR": _("Croatia"), "CY": _("Cyprus"), "CZ": _("Czechia"), "DK": _("Denmark"),
    "EE": _("Estonia"), "FI": _("Finland"), "FR": _("France"), "DE": _("Germany"), "GR": _("Greece"),
    "HU": _("Hungary"), "IS": _("Iceland"), "IN": _("India"), "IE": _("Ireland"), "IL": _("Israel"),
    "IT": _("Italy"), "JP": _("Japan"), "LV": _("Latvia"), "LT": _("Lithuania"), "LU": _("Luxembourg"),
    "MT": _("Malta"), "MX": _("Mexico"), "NL": _("Netherlands"), "NZ": _("New Zealand"), "NO": _("Norway"),
    "PL": _("Poland"), "PT": _("Portugal"), "RO": _("Romania"), "SK": _("Slovakia"), "SI": _("Slovenia"),
    "ZA": _("South Africa"), "ES": _("Spain"), "SE": _("Sweden"), "CH": _("Switzerland"), "TR": _("Türkiye"),
    "UA": _("Ukraine"), "GB": _("United Kingdom"), "US": _("United States"),
}  # fmt: skip


def country_choices() -> list[tuple[str, object]]:
    return [("", _("Choose a country")), *COUNTRIES.items(), ("ZZ", _("Somewhere else"))]


@lru_cache
def zone_names() -> tuple[str, ...]:
    """Every zone a person could name, without the aliases that only machines use."""
    return tuple(sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/")))


def zone_choices() -> list[tuple[str, str | list[tuple[str, str]]]]:
    """By part of the world, each zone under its town, so that typing the town finds it."""
    towns: dict[str, list[tuple[str, str]]] = {}
    for name in zone_names():
        region, _slash, town = name.partition("/")
        towns.setdefault(region, []).append((name, town.replace("_", " ").replace("/", " – ")))
    return [("UTC", "UTC"), *((region, zones) for region, zones in towns.items())]
