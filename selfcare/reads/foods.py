"""Foods that may help, with the part of a guide that says more."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from articles.pointing import Part, parts_at
from portal.accounts.models import User
from portal.core.clock import handrail_now
from selfcare.models import DiaryEntry, FoodIdeas
from selfcare.models.food import SUBJECTS
from selfcare.texts import FALLBACK

MARKED_FOR = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Foods:
    key: str
    name: str
    lead: str
    ideas: Sequence[str]
    tell: str
    part: Part | None
    sources: Sequence[Any]
    reviewed: bool


def foods(user: Any, language: str, only: Collection[str] | None = None) -> list[Foods]:
    """In the site's order, each in this language, else in English. Everybody may read them. Two queries at most."""
    rows = FoodIdeas.objects.filter(language__in=[language, FALLBACK])
    if only is not None:
        rows = rows.filter(symptom__in=only)
    best = {row.symptom: row for row in sorted(rows, key=lambda row: row.language == language)}
    chosen = sorted(best.values(), key=lambda row: (row.position, row.symptom))
    parts = parts_at(user, [row.more_url for row in chosen])
    return [
        Foods(
            row.symptom, str(SUBJECTS.get(row.symptom, row.symptom)), row.lead, row.ideas, row.tell,
            parts.get(row.more_url), row.sources, row.reviewed_at is not None,
        )
        for row in chosen
    ]  # fmt: skip


def foods_for_today(user: User, now: datetime | None = None) -> list[Foods]:
    """For what the person marked in the diary in the last two days. One query, or three."""
    now = now or handrail_now()
    entries = DiaryEntry.objects.owned_by(user).filter(at__gt=now - MARKED_FOR, at__lte=now)
    marked = {key for entry in entries for key in entry.payload.get("eating", [])}
    return foods(user, user.language, marked) if marked else []
