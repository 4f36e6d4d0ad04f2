"""Words explained and organisations that help, gathered from what is published."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from articles.blocks.inline import markdown_line, words_of
from articles.blocks.organisations import KINDS
from articles.models import PublishedOrganisation, PublishedTerm
from portal.accounts.countries import COUNTRIES

ANYWHERE = "any"


@dataclass(frozen=True)
class Word:
    """A word with what it means. `anchor` is its place in the glossary."""

    term: str
    meaning: str
    anchor: str
    guide: str
    url: str

    @property
    def letter(self) -> str:
        return self.term[:1].upper()


def anchor_of(term: str) -> str:
    return "word-" + (slugify(term, allow_unicode=True) or term.encode().hex()[:40])


def glossary(language: str) -> list[Word]:
    """Every word once, in order. Where two guides explain one, the first guide of the library is heard. One query."""
    rows = (
        PublishedTerm.objects.filter(language=language)
        .select_related("article__current")
        .only("term", "meaning", "article__current__slug", "article__current__title")
        .order_by("article__position", "article__slug", "pk")
    )
    words: dict[str, Word] = {}
    for row in rows:
        shown = row.article.current
        if shown is None:
            continue
        url = reverse("articles:article", args=[language, shown.slug])
        anchor = anchor_of(row.term)
        words.setdefault(anchor, Word(row.term, words_of(markdown_line(row.meaning)), anchor, shown.title, url))
    return sorted(words.values(), key=lambda word: word.term.casefold())


@dataclass(frozen=True)
class Helper:
    """An organisation as the directory shows it."""

    name: str
    what: str
    kind: Promise | str
    place: Promise | str
    url: str


def organisations(language: str, country: str = "", kind: str = "") -> list[Helper]:
    """Those of a country and those of many countries, each address once. One query."""
    rows = PublishedOrganisation.objects.filter(language=language)
    if country:
        rows = rows.filter(Q(country=country) | Q(country=ANYWHERE))
    if kind:
        rows = rows.filter(kind=kind)
    seen: dict[tuple[str, str], Helper] = {}
    for row in rows.order_by("name", "pk"):
        place = _("In many countries") if row.country == ANYWHERE else COUNTRIES.get(row.country, row.country)
        helper = Helper(row.name, words_of(markdown_line(row.what)), KINDS.get(row.kind, ""), place, row.url)
        seen.setdefault((row.name.casefold(), row.url), helper)
    return list(seen.values())


def places(language: str) -> Sequence[tuple[str, Promise | str]]:
    """Countries that an organisation is named for. One query."""
    codes = PublishedOrganisation.objects.filter(language=language).exclude(country=ANYWHERE)
    found = codes.order_by().values_list("country", flat=True).distinct()
    return sorted(((code, COUNTRIES.get(code, code)) for code in found), key=lambda pair: str(pair[1]))
