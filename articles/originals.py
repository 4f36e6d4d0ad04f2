"""What a reader of a translation must know of its original: that it changed, and the care cards that did."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from articles.models import Article, Revision
from articles.operations.translations import care_cards_of
from articles.reads import Page, Part, for_reader


@dataclass(frozen=True)
class Behind:
    """The original of a translation that is out of date."""

    title: str
    language: str
    address: str
    since: dt.datetime


def beside_original(page: Page, country: str) -> tuple[Page, Behind | None]:
    """A translation that is out of date says so, and gets the original's own care cards where those changed since.

    Costs nothing for any other page, and two queries for this one.
    """
    article, since, source_id = page.article, page.article.outdated_since, page.article.translation_of_id
    if since is None or source_id is None or article.current is None:
        return page, None
    source = Article.objects.published().select_related("current").filter(pk=source_id).first()
    if source is None or source.current is None:
        return page, None
    behind = Behind(source.current.title, source.language, source.get_absolute_url(), since)
    base_id = article.current.source_revision_id
    base = Revision.objects.filter(pk=base_id, article=source).first() if base_id else None
    if base is None:
        return page, behind
    newer = _newer_cards(base, source.current, country)
    return replace(page, parts=_placed(page, source.current, newer)), behind


def _newer_cards(base: Revision, now: Revision, country: str) -> dict[str, Part]:
    """Care cards of the original that say something else than in the version that was translated, or are new."""
    before, after = care_cards_of(base), care_cards_of(now)
    return {
        part["id"]: Part(
            part["id"], part["kind"], part["anchor"], for_reader(part["html"], country), None, now.language
        )
        for part in now.parts
        if part["id"] in after and before.get(part["id"]) != after[part["id"]]
    }


def _placed(page: Page, now: Revision, newer: Mapping[str, Part]) -> list[Part]:
    """Each of them in the place of its translation; one without a translation stands before all others, since what is
    new about getting help is what nobody could read here yet."""
    assert page.article.current is not None  # noqa: S101  (asked above)
    ties = {block["id"]: block.get("source_block_id") for block in page.article.current.blocks}
    shown = [newer.get(ties.get(part.id) or "", part) for part in page.parts]
    told = {part.id for part in shown}
    return [*(part for key, part in newer.items() if key not in told), *shown]
