"""Shapes that pages need. Everything here comes from revisions and what was made of them, except a preview."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, Func, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber
from django.templatetags.static import static
from django.utils.safestring import SafeString

from articles.blocks.fields import Label
from articles.blocks.situations import SITUATIONS
from articles.languages import content_language
from articles.models import Article, PublishedCareCard, Revision
from articles.rendering import SPRITE, rendered_draft
from articles.review_dates import in_date, is_overdue
from portal.core.related import Near, Offer, offer_sources
from portal.core.text import stored_html
from portal.safety.reads import resolve_tokens
from portal.vocabulary.models import HealthTopic, HealthTopicName

OFFERED_BY = {"group-offer": "groups", "plan-offer": "selfcare"}
SHELF = 6
BESIDE = 2
CARDS = 50


@dataclass(frozen=True)
class Part:
    """One block as a reader gets it: numbers of their country, icons of this release, and an offer made to them.
    `language` is set where it is not the page's own; `situations` and `title` where it is not for everybody."""

    id: str
    kind: str
    anchor: str
    html: SafeString
    offer: Offer | None = None
    language: str = ""
    situations: Sequence[str] = ()
    title: str = ""


@dataclass(frozen=True)
class Page:
    """An article as a page shows it. A preview has no revision number and no date."""

    article: Article
    language: str
    slug: str
    title: str
    lead: str
    art: str
    minutes: int
    sample: bool
    contents: Sequence[Mapping[str, str]]
    parts: Sequence[Part]
    topics: Sequence[HealthTopicName]
    number: int = 0
    published_at: dt.datetime | None = None
    beside: Sequence[Offer] = field(default=())
    was_due: dt.date | None = None
    """The day it should have been checked again, when that is past."""

    @property
    def cards(self) -> list[Part]:
        return [part for part in self.parts if part.kind == "care-card"]

    @property
    def points(self) -> list[Part]:
        return [part for part in self.parts if part.kind == "key-points"]

    @property
    def body(self) -> list[Part]:
        """Everything else, in its order. An offer with nothing to offer is left out."""
        shown = [part for part in self.parts if part.kind not in {"care-card", "key-points"}]
        return [part for part in shown if part.kind not in OFFERED_BY or part.offer]

    @property
    def situations(self) -> list[tuple[str, Label]]:
        """What a reader may say of their situation: all of them where any part is not for everybody."""
        return list(SITUATIONS.items()) if any(part.situations for part in self.parts) else []


def for_reader(html: str, country: str) -> SafeString:
    """Stored HTML with this release's icons and this country's numbers."""
    return stored_html(resolve_tokens(stored_html(html.replace(SPRITE, static("portal/icons.svg"))), country))


def published_page(article: Article, user: Any, country: str) -> Page:
    """The current revision, for this reader. `article` is published and came through its door with `current`."""
    revision = article.current
    assert revision is not None  # noqa: S101  (a database constraint)
    near = offers_near(revision.parts, revision.topic_slugs, user)
    return Page(
        article=article,
        language=revision.language,
        slug=revision.slug,
        title=revision.title,
        lead=resolve_tokens(revision.lead, country),
        art=revision.art,
        minutes=revision.minutes,
        sample=revision.sample,
        contents=revision.contents,
        parts=_parts(revision.parts, near, country),
        topics=topic_names(revision.topic_slugs, revision.language),
        beside=[offer for one in near.values() for offer in one.others],
        number=revision.number,
        published_at=revision.published_at,
        was_due=article.review_due if is_overdue(article) else None,
    )


def preview_page(article: Article, user: Any, country: str) -> Page:
    """The draft as it would look if it were published now. For editors and reviewers."""
    whole = rendered_draft(article)
    slugs = list(article.topic_links.values_list("topic__slug", flat=True))
    return Page(
        article=article,
        language=article.language,
        slug=article.slug,
        title=article.title,
        lead=resolve_tokens(article.lead, country),
        art=article.art,
        minutes=article.minutes or whole.minutes,
        sample=article.sample,
        contents=whole.contents,
        parts=_parts(whole.parts, offers_near(whole.parts, slugs, user), country),
        topics=topic_names(slugs, article.language),
    )


def _parts(parts: Sequence[Mapping[str, Any]], near: Mapping[str, Near], country: str) -> list[Part]:
    return [
        Part(
            id=part["id"],
            kind=part["kind"],
            anchor=part["anchor"],
            html=for_reader(part["html"], country),
            offer=near[part["kind"]].named.get(part["ref"]) if part["kind"] in near else None,
            situations=part.get("situations", ()),
            title=part.get("title", ""),
        )
        for part in parts
    ]


def offers_near(parts: Sequence[Mapping[str, Any]], topics: Sequence[str], user: Any) -> dict[str, Near]:
    """By the kind of block that offers it: what the text names, and at most two others. One query a house."""
    found = {}
    for kind, key in OFFERED_BY.items():
        source = offer_sources.find(key)
        refs = [part["ref"] for part in parts if part["kind"] == kind]
        found[kind] = source.near(user, refs, list(topics), BESIDE) if source and source.near else Near()
    return found


def topic_names(slugs: Sequence[str], language: str) -> list[HealthTopicName]:
    """Names of topics in the order of `slugs`."""
    names = HealthTopicName.objects.filter(topic__slug__in=slugs, language=language).select_related("topic")
    return sorted(names, key=lambda name: slugs.index(name.topic.slug))


def in_library(language: str) -> "QuerySet[Article]":
    """Published articles of a language as cards, in the library's order."""
    return Article.objects.published().filter(language=language).for_cards().order_by("position", "slug")


def recommended(language: str) -> "QuerySet[Article]":
    """What may be put before somebody who did not ask for it: not what is overdue for its review."""
    return in_library(language).filter(in_date())


def start_here(language: str, limit: int = 3) -> list[Article]:
    """The first guides of the library that are in date, in this language or in the one there is."""
    return list(recommended(content_language(language))[:limit])


@dataclass(frozen=True)
class CardPage:
    """A page of a list. `after` asks for the next one; empty on the last."""

    articles: Sequence[Article]
    after: str = ""


def page_of_cards(cards: "QuerySet[Article]", key: str, after: str) -> CardPage:
    """Up to fifty cards after a place in the list: the key and the slug of the last one seen."""
    value, _mark, slug = after.replace("\x00", "").rpartition("~")
    if slug and (key != "position" or value.isdigit()):
        cards = cards.filter(Q(**{f"{key}__gt": value}) | Q(**{key: value, "slug__gt": slug}))
    rows = list(cards.order_by(key, "slug")[: CARDS + 1])
    if len(rows) <= CARDS:
        return CardPage(rows)
    last = rows[CARDS - 1]
    place = last.position if key == "position" else last.current.title if last.current else ""
    return CardPage(rows[:CARDS], f"{place}~{last.slug}")


def about_topic(language: str, slug: str) -> "QuerySet[Article]":
    """Guides about a topic or about one beneath it."""
    slugs = [slug, *HealthTopic.objects.filter(parent__slug=slug).values_list("slug", flat=True)]
    return in_library(language).filter(current__topic_slugs__overlap=slugs)


def topics_in_use(language: str) -> list[HealthTopicName]:
    """Topics that published guides are about, in the vocabulary's order. One query."""
    used = (
        Revision.objects.filter(current_for__state=Article.State.PUBLISHED, current_for__language=language)
        .annotate(slug_used=Func(F("topic_slugs"), function="unnest", output_field=CharField()))
        .values("slug_used")
    )
    names = HealthTopicName.objects.filter(language=language, topic__slug__in=used).select_related("topic")
    return list(names.order_by("topic__position", "name"))


def shelves(language: str) -> dict[str, list[Article]]:
    """The first guides of each kind of topic, by the kind of their main topic. One query."""
    kind = HealthTopic.objects.filter(slug=OuterRef("current__topic_slugs__0")).values("kind")[:1]
    rows = (
        in_library(language)
        .annotate(kind=Subquery(kind))
        .annotate(place=Window(RowNumber(), partition_by=F("kind"), order_by=["position", "slug"]))
        .filter(place__lte=SHELF)
        .order_by("position", "slug")
    )
    found: dict[str, list[Article]] = {}
    for row in rows:
        found.setdefault(row.kind or HealthTopic.Kind.THEME, []).append(row)
    return {kind: found[kind] for kind in HealthTopic.Kind.values if kind in found}


def care_cards(language: str, article_slug: str = "") -> list[PublishedCareCard]:
    """Published care cards, the most urgent level first. Their HTML goes through `for_reader`."""
    cards = PublishedCareCard.objects.filter(language=language)
    if article_slug:
        cards = cards.filter(article__slug=article_slug)
    order = PublishedCareCard.Level.values
    return sorted(cards.order_by("article__position", "position"), key=lambda card: order.index(card.level))
