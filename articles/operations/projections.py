"""What other pages read of an article, made from a revision: care cards for help pages, sections for search."""

from articles.blocks.whole import Whole
from articles.languages import text_config
from articles.models import Article, PublishedCareCard, Revision, SearchSection
from portal.vocabulary.models import HealthTopicName


def clear(article: Article) -> None:
    article.care_cards.all().delete()
    article.search_sections.all().delete()


def project(article: Article, revision: Revision, whole: Whole) -> None:
    """Replace what other pages read of this article. Runs inside the publishing transaction."""
    clear(article)
    html = {part["id"]: part["html"] for part in whole.parts}
    PublishedCareCard.objects.bulk_create(
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
    )
    SearchSection.objects.bulk_create(_sections(article, revision, whole))


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
