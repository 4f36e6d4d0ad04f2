"""What machines read of a published guide: JSON-LD, the address it is known by, and its other languages."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from articles.blocks.inline import markdown, words_of
from articles.models import Article, Revision
from articles.reads import Page
from portal.core.text import stored_html

ESCAPED = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def whole_address(path: str) -> str:
    return f"{settings.BASE_URL}{path}"


def tag_of_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def data_block(data: Any) -> SafeString:
    """JSON that can stand inside a script element that is never run: no sign in it can end the element."""
    return stored_html(json.dumps(data, ensure_ascii=False).translate(ESCAPED))


def structured(page: Page) -> list[SafeString]:
    """The data blocks of a published guide: the guide, where it stands, and its questions with answers."""
    revision = page.article.current
    if revision is None:
        return []
    blocks = [_guide(page, revision), _crumbs(page)]
    questions = _questions(revision)
    return [data_block(one) for one in [*blocks, *([questions] if questions else [])]]


def _guide(page: Page, revision: Revision) -> dict[str, Any]:
    guide = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": page.title,
        "description": page.lead,
        "inLanguage": page.language,
        "url": whole_address(page.article.get_absolute_url()),
        "dateModified": revision.published_at.date().isoformat(),
        "about": [{"@type": "MedicalEntity", "name": name.name} for name in page.topics],
    }
    if revision.reviewed_at is not None and not revision.sample:
        guide["lastReviewed"] = revision.reviewed_at.date().isoformat()
    return guide


def _crumbs(page: Page) -> dict[str, Any]:
    steps = [(str(settings.SITE_NAME), reverse("articles:library", args=[page.language]))]
    steps += [(name.name, reverse("articles:topic", args=[page.language, name.topic.slug])) for name in page.topics[:1]]
    steps.append((page.title, page.article.get_absolute_url()))
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": whole_address(path)}
            for place, (name, path) in enumerate(steps, start=1)
        ],
    }


def _questions(revision: Revision) -> dict[str, Any] | None:
    rows = [row for block in revision.blocks if block["kind"] == "faq" for row in block["data"].get("items", [])]
    if not rows:
        return None
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": row["question"],
                "acceptedAnswer": {"@type": "Answer", "text": words_of(markdown(row["answer"]))},
            }
            for row in rows
        ],
    }


def alternates(languages: Sequence[Mapping[str, str]]) -> list[tuple[str, str]]:
    """Languages with whole addresses, for links of the kind hreflang. Readers of any other language get the original,
    or the first there is; a guide in one language has nothing to point to."""
    if len(languages) < 2:
        return []
    there = [
        (one["language"], whole_address(reverse("articles:article", args=[one["language"], one["slug"]])))
        for one in languages
    ]
    return [*there, ("x-default", there[0][1])]


def published_everywhere() -> Sequence[tuple[Article, list[tuple[str, str]]]]:
    """Every published guide with the addresses of its published languages. One query."""
    rows = list(
        Article.objects.published()
        .select_related("current")
        .only("id", "slug", "language", "translation_of_id", "current__slug", "current__published_at")
        .order_by("language", "position", "slug")
    )
    families: dict[Any, list[tuple[str, str]]] = {}
    for row in rows:
        families.setdefault(row.translation_of_id or row.pk, []).append((row.language, row.get_absolute_url()))
    return [(row, families[row.translation_of_id or row.pk]) for row in rows]
