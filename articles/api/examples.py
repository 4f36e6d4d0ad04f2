"""What the library's API answers, as examples in its description. Tests compare them with true answers."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

CARD: dict[str, Any] = {
    "id": "6f1a2b34-0c5d-4e6f-8a7b-9c0d1e2f3a4b",
    "language": "en",
    "slug": "sleeping-with-back-pain",
    "title": "Sleeping with back pain",
    "lead": "For nights that are long.",
    "topics": ["back-pain", "sleep"],
    "minutes": 4,
    "sample": False,
    "revision": 3,
    "published_at": "2026-05-04T09:30:00Z",
    "url": "/en/learn/sleeping-with-back-pain/",
}
DETAIL: dict[str, Any] = {
    **CARD,
    "contents": [{"anchor": "lying-down", "title": "Lying down"}],
    "blocks": [
        {
            "id": "0b9c8d7e-6f5a-4b3c-9d2e-1f0a9b8c7d6e",
            "kind": "text",
            "anchor": "lying-down",
            "data": {"heading": "Lying down", "html": "<p>Try a pillow between your knees.</p>"},
            "html": '<section id="lying-down"><h2>Lying down</h2><p>Try a pillow between your knees.</p></section>',
        }
    ],
}
VERSION: dict[str, Any] = {
    "number": 3,
    "published_at": "2026-05-04T09:30:00Z",
    "note": "New advice about pillows",
    "minor": False,
    "reviewed": True,
    "reviewed_at": "2026-05-02T14:00:00Z",
    "sample": False,
}
CARE_CARD: dict[str, Any] = {
    "id": "3c2d1e0f-9a8b-4c7d-8e6f-5a4b3c2d1e0f",
    "article": "sleeping-with-back-pain",
    "language": "en",
    "level": "emergency",
    "title": "Get help now",
    "data": {
        "level": "emergency",
        "title": "Get help now",
        "timescale": "Now",
        "who": "Call 999.",
        "intro": "",
        "symptoms": [{"id": "a1b2c3", "text": "Both legs are weak", "source": "nice"}],
        "say": "",
        "do": [],
    },
    "html": '<section class="care-card"><h2>Get help now</h2><p>Call <a href="tel:999">999</a>.</p></section>',
}
REFUSED: dict[str, Any] = {
    "type": "urn:handrail:problem:not_found",
    "title": "There is nothing here that you can see.",
    "status": 404,
    "code": "not_found",
}


def answers(name: str, value: Any) -> list[OpenApiExample]:
    """One true answer. A list is described by one of its rows."""
    return [OpenApiExample(name, value, response_only=True, status_codes=["200"])]
