"""Organisations that help, with the country they help in."""

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Address, Choice, Field, Line, Rows
from articles.blocks.problems import Path, Problems
from portal.accounts.countries import COUNTRIES

KINDS = {
    "counselling": _("Counselling"),
    "helpline": _("Helplines"),
    "programme": _("Programmes"),
    "workshop": _("Workshops"),
}


@dataclass(frozen=True, kw_only=True)
class Country(Field):
    """Two letters (ISO 3166), or "any"."""

    def check(self, value: Any, path: Path, problems: Problems) -> str:
        if value in (None, ""):
            return str(self.missing(path, problems))
        code = str(value).strip()
        if code.lower() == "any":
            return "any"
        if not re.fullmatch(r"[A-Za-z]{2}", code):
            problems.add(path, _now("“%(code)s” is not a country: two letters, or “any”.") % {"code": code[:20]})
            return ""
        return code.upper()


def with_country_names(shown: dict[str, Any]) -> dict[str, Any]:
    rows = [{**row, "country_name": COUNTRIES.get(row["country"], row["country"])} for row in shown["items"]]
    return {**shown, "items": rows}


ORGANISATIONS = BlockType(
    kind="organisations",
    label=_("Organisations"),
    title="title",
    fields={
        "title": Line(label=_("Title"), plain=True, longest=160),
        "items": Rows(
            label=_("Organisations"),
            columns={
                "name": Line(label=_("Name"), plain=True, longest=160),
                "what": Line(label=_("What they do"), longest=600),
                "country": Country(label=_("Country")),
                "url": Address(label=_("Web address")),
                "kind": Choice(label=_("Kind of help"), choices=KINDS, required=False, late=True),
            },
        ),
    },
    arrange=with_country_names,
)
