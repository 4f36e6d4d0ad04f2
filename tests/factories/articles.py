"""Articles for tests: the smallest that can be published, and blocks to make bigger ones of."""

import itertools
from typing import Any

from articles.blocks import BLOCKS, Data
from articles.models import Article
from articles.operations.drafts import Draft, save_draft
from articles.operations.publishing import publish
from articles.operations.workflow import approve, send_to_review
from portal.accounts import roles
from portal.vocabulary.models import HealthTopic, HealthTopicName
from tests.factories.accounts import make_user

counter = itertools.count(1)


def make_topic(
    slug: str = "back-pain", *, name: str = "", synonyms: tuple[str, ...] = (), **fields: Any
) -> HealthTopic:
    topic, _made = HealthTopic.objects.get_or_create(slug=slug, defaults={"kind": "symptom", **fields})
    words = {"name": name or slug.replace("-", " ").capitalize(), "synonyms": list(synonyms)}
    HealthTopicName.objects.get_or_create(topic=topic, language="en", defaults=words)
    return topic


def block(kind: str, raw: Any) -> tuple[str, Data]:
    data, problems = BLOCKS[kind].check(raw)
    assert not problems, problems
    return kind, data


def text(heading: str = "Words", html: str = "<p>Some words to read.</p>") -> tuple[str, Data]:
    return block("text", {"heading": heading, "html": html})


def care_card(level: str = "emergency", **fields: Any) -> tuple[str, Data]:
    words = {
        "level": level,
        "title": f"Signs of the level {level}",
        "timescale": "Now",
        "who": "Call {help:emergency}.",
        "symptoms": [{"text": "Weak legs", "source": "nice"}],
    }
    return block("care-card", words | fields)


def sources(*keys: str) -> tuple[str, Data]:
    rows = [
        {"key": key, "title": f"Title {key}", "publisher": "Publisher", "url": f"https://example.org/{key}"}
        for key in keys or ("nice",)
    ]
    return block("sources", rows)


def make_draft(*blocks: tuple[str, Data], **fields: Any) -> Draft:
    number = next(counter)
    topics = fields.pop("topics", ["back-pain"])
    for slug in topics:
        make_topic(slug)
    words = {
        "slug": f"guide-{number}",
        "language": "en",
        "title": f"Guide {number}",
        "lead": "What this guide gives.",
        "position": number,
    }
    return Draft(topics=topics, blocks=list(blocks) or [text()], **(words | fields))


def make_article(*blocks: tuple[str, Data], published: bool = True, **fields: Any) -> Article:
    """A published sample article, or a draft; made by the operations that a command uses."""
    article = save_draft(actor=None, draft=make_draft(*blocks, **fields))
    if published:
        publish(actor=None, article=article)
        article.refresh_from_db()
    return article


def approve_draft(article: Article, *, editor: Any = None, reviewer: Any = None) -> Article:
    """Sent to clinical review by an editor and approved by a reviewer who wrote none of it."""
    send_to_review(actor=editor or make_user(roles.EDITORS), article=article)
    approve(actor=reviewer or make_user(roles.CLINICAL_REVIEWERS), article=article)
    article.refresh_from_db()
    return article


def make_reviewed(*blocks: tuple[str, Data], editor: Any = None, reviewer: Any = None, **fields: Any) -> Article:
    """A published article that a clinical reviewer approved and an editor published."""
    editor = editor or make_user(roles.EDITORS)
    article = save_draft(actor=editor, draft=make_draft(*blocks, **fields))
    approve_draft(article, editor=editor, reviewer=reviewer)
    publish(actor=editor, article=article)
    article.refresh_from_db()
    return article
