"""What other pages read of an article, made from a revision: care cards for help pages, sections for search."""

from collections.abc import Sequence

from articles.blocks.whole import Whole
from articles.languages import text_config
from articles.models import (
    Article,
    PublishedCareCard,
    PublishedOrganisation,
    PublishedPicture,
    PublishedTerm,
    Revision,
    SearchSection,
)
from portal.vocabulary.models import HealthTopicName


def clear(article: Article) -> None:
    article.care_cards.all().delete()
    article.search_sections.all().delete()
    article.terms.all().delete()
    article.organisations.all().delete()
    article.pictures.all().delete()


def project(article: Article, revision: Revision, whole: Whole) -> None:
    """Replace what other pages read of this article. Runs inside the publishing transaction."""
    clear(article)
    PublishedCareCard.objects.bulk_create(_cards(article, revision, whole))
    SearchSection.objects.bulk_create(_sections(article, revision, whole))
    _project_words_and_organisations(article, revision)
    shown = {block["data"].get("picture") for block in revision.blocks if block["kind"] == "figure"}
    PublishedPicture.objects.bulk_create(
        PublishedPicture(article=article, key=key) for key in sorted(filter(None, shown))
    )


def project_all(written: Sequence[tuple[Article, Revision, Whole]]) -> None:
    """The same for many articles without care cards and without topics, as they come from other sites."""
    SearchSection.objects.filter(article__in=[article for article, _revision, _whole in written]).delete()
    SearchSection.objects.bulk_create(
        section for article, revision, whole in written for section in _sections(article, revision, whole)
    )


def _cards(article: Article, revision: Revision, whole: Whole) -> list[PublishedCareCard]:
    html = {part["id"]: part["html"] for part in whole.parts}
    return [
        PublishedCareCard(
            article=article,
            revision=revision,
            block_id=block["id"],
            language=revision.language,
            level=block["data"]["level"],
            position=place,
            data=block["data"],
            html=html[block["id"]],
        )
        for place, block in enumerate(revision.blocks)
        if block["kind"] == "care-card"
    ]


def _project_words_and_organisations(article: Article, revision: Revision) -> None:
    where = {"article": article, "language": revision.language}
    PublishedTerm.objects.bulk_create(
        PublishedTerm(**where, term=entry["term"], meaning=entry["meaning"])
        for block in revision.blocks
        if block["kind"] == "glossary"
        for entry in block["data"].get("terms", [])
    )
    names = ("name", "what", "country", "url")
    PublishedOrganisation.objects.bulk_create(
        PublishedOrganisation(**where, kind=one.get("kind", ""), **{name: one[name] for name in names})
        for block in revision.blocks
        if block["kind"] == "organisations"
        for one in block["data"].get("items", [])
    )


def _sections(article: Article, revision: Revision, whole: Whole) -> list[SearchSection]:
    names = HealthTopicName.objects.filter(topic__slug__in=revision.topic_slugs, language=revision.language)
    shared = {
        "article": article,
        "language": revision.language,
        "config": text_config(revision.language),
        "title": revision.title,
    }
    body = " \n".join([revision.lead, *(f"{section.heading}. {section.words}" for section in whole.sections)])
    rows = [
        SearchSection(
            **shared,
            whole=True,
            heading=" ".join(names.values_list("name", flat=True)),
            body=body,
            position=0,
        )
    ]
    for place, section in enumerate(whole.sections, start=1):
        rows.append(
            SearchSection(
                **shared,
                heading=section.heading,
                body=section.words,
                anchor=section.anchor,
                source_block_id=section.block_id,
                position=place,
            )
        )
    return rows
