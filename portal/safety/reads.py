"""What other rooms ask: which lines to show, and whose numbers stand behind `{help:…}` in a text."""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.accounts.countries import COUNTRIES
from portal.core.text import stored_html
from portal.safety.places import SOMEWHERE_ELSE, looked_up_in, place_name
from portal.safety.published import Row, published_rows, shipped_rows

COUNTRY_COOKIE = "help_country"
TOKEN = re.compile(r"\{help:(emergency|urgent|crisis|team)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a reader sees it. `tel` is what a phone dials; without a number, `url` leads to the line."""

    name: str
    summary: str
    hours: str
    number: str
    url: str
    source: str
    checked_on: str
    fallback: bool = False

    @property
    def tel(self) -> str:
        return self.number.replace(" ", "")

    @property
    def href(self) -> str:
        return f"tel:{self.tel}" if self.number else self.url


@dataclass(frozen=True, slots=True)
class HelpLines:
    """The lines of one country, or of its fallback where it has none of its own. `emergency` is never empty."""

    country: str
    emergency: tuple[Line, ...]
    urgent: tuple[Line, ...]
    crisis: tuple[Line, ...]

    @property
    def country_name(self) -> object:
        return place_name(self.country)

    @property
    def known(self) -> bool:
        """Whether the emergency number is this country's own, not a guess for everywhere."""
        return bool(self.emergency) and not self.emergency[0].fallback


def known_country(code: str | None) -> str:
    """A country that may be asked for, in capitals; otherwise nothing."""
    code = (code or "").strip().upper()
    return code if code in COUNTRIES or code == SOMEWHERE_ELSE else ""


def country_of(request: Any) -> str:
    """The person's own country, else the one chosen on this device, else the site's. Never guessed from an address."""
    user = getattr(request, "user", None)
    own = known_country(user.country) if user is not None and user.is_authenticated else ""
    return own or chosen_country(request) or settings.SITE_COUNTRY


def chosen_country(request: Any) -> str:
    return known_country(request.COOKIES.get(COUNTRY_COOKIE))


def help_lines(country: str) -> HelpLines:
    """The lines for a country, in the reader's language. Reads no database."""
    rows, places = published_rows(), looked_up_in(country or settings.SITE_COUNTRY)
    return HelpLines(
        country=places[0],
        emergency=_nearest(rows, places, "emergency"),
        urgent=_nearest(rows, places, "urgent"),
        crisis=_nearest(rows, places, "crisis"),
    )


def _nearest(rows: Any, places: tuple[str, ...], purpose: str) -> tuple[Line, ...]:
    for place in places:
        found = [row for row in rows if row["country"] == place and row["purpose"] == purpose]
        if found:
            found.sort(key=lambda row: row["position"])
            return tuple(_line(row, place == SOMEWHERE_ELSE) for row in found)
    shipped = shipped_rows()
    return _nearest(shipped, places, purpose) if purpose == "emergency" and rows is not shipped else ()


def _line(row: Row, fallback: bool) -> Line:
    language = get_language() or "en"
    names = row.get(language) or row.get(language.split("-")[0]) or row["en"]
    return Line(
        name=names["name"],
        summary=names.get("summary", ""),
        hours=names.get("hours", ""),
        number=row["number"],
        url=row["url"],
        source=row["source"],
        checked_on=str(row["checked_on"] or ""),
        fallback=fallback,
    )


def resolve_tokens(text: str, country: str) -> str:
    """Put this country's numbers where a text says `{help:emergency}`, `{help:urgent}`, `{help:crisis}`, `{help:team}`.

    Safe HTML stays safe HTML and gets links to tap; any other string gets plain words. Other braces stay as they are.
    """
    if "{help:" not in text:
        return text
    lines = help_lines(country)
    if isinstance(text, SafeString):
        return stored_html(TOKEN.sub(lambda token: _linked(token[1], lines), str(text)))
    return TOKEN.sub(lambda token: _words(token[1], lines), text)


def _words(purpose: str, lines: HelpLines) -> str:
    line = first_line(purpose, lines)
    if purpose == "team":
        return _("your care team")
    if purpose == "emergency":
        return line.number if line and not line.fallback else _("your local emergency number")
    if line is not None and line.number:
        return line.name if line.number in line.name else spoken(line)
    if purpose == "crisis":
        return _("a crisis line near you")
    return _("the urgent care line where you live")


def spoken(line: Line) -> str:
    return _("%(name)s on %(number)s") % {"name": line.name, "number": line.number}


def _linked(purpose: str, lines: HelpLines) -> str:
    line = first_line(purpose, lines)
    words = _words(purpose, lines)
    if line is None or line.fallback or not line.number:
        page = f"{reverse('safety:urgent_help')}?country={lines.country}#{purpose}"
        return format_html('<a href="{}">{}</a>', page, words)
    return format_html('<a href="{}">{}</a>', line.href, words)


def first_line(purpose: str, lines: HelpLines) -> Line | None:
    found: tuple[Line, ...] = getattr(lines, purpose, ())
    return found[0] if found else None
