"""Countries and time zones people may choose. Names come from the system's own zone data and from ISO 3166-1."""

import zoneinfo
from contextlib import suppress
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

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


REGIONS = {
    "Africa": _("Africa"), "America": _("America"), "Antarctica": _("Antarctica"), "Arctic": _("Arctic"),
    "Asia": _("Asia"), "Atlantic": _("Atlantic"), "Australia": _("Australia"), "Europe": _("Europe"),
    "Indian": _("Indian Ocean"), "Pacific": _("Pacific"),
}  # fmt: skip


# Devices still say some older names of zones: the name each of them has now.
RENAMED = {
    "Africa/Asmera": "Africa/Asmara",
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Coral_Harbour": "America/Atikokan",
    "America/Godthab": "America/Nuuk",
    "America/Indianapolis": "America/Indiana/Indianapolis",
    "America/Louisville": "America/Kentucky/Louisville",
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Atlantic/Faeroe": "Atlantic/Faroe",
    "Europe/Kiev": "Europe/Kyiv",
    "Pacific/Enderbury": "Pacific/Kanton",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
}


def country_choices() -> list[tuple[str, object]]:
    return [("", _("Choose a country")), *COUNTRIES.items(), ("ZZ", _("Somewhere else"))]


@lru_cache
def zone_names() -> tuple[str, ...]:
    """Every zone a person could name, without the older names that only machines use for the same places."""
    known = zoneinfo.available_timezones()
    places = _zones_of_places() & known
    return tuple(sorted(places or {name for name in known if "/" in name and not name.startswith("Etc/")}))


def _zones_of_places() -> set[str]:
    """What `zone.tab` lists, by country: from the system's zone data, or from the package that stands in for it."""
    tables = [Path(folder) / "zone.tab" for folder in zoneinfo.TZPATH]
    with suppress(ModuleNotFoundError):
        tables.append(files("tzdata.zoneinfo") / "zone.tab")  # type: ignore[arg-type]
    table = next((one for one in tables if one.is_file()), None)
    lines = table.read_text(encoding="utf-8").splitlines() if table else []
    return {line.split("\t")[2] for line in lines if line and not line.startswith("#")}


def zone_choices() -> list[tuple[Any, Any]]:
    """By part of the world, each zone under its town, so that typing the town finds it."""
    towns: dict[str, list[tuple[str, str]]] = {}
    for name in zone_names():
        region, _slash, town = name.partition("/")
        towns.setdefault(region, []).append((name, town.replace("_", " ").replace("/", " – ")))
    return [("UTC", "UTC"), *((REGIONS.get(region, region), zones) for region, zones in towns.items())]
