"""Choosing what to be told, and how."""

from collections.abc import Mapping
from datetime import time
from typing import Any
from uuid import UUID

from django.db import transaction

from portal.core.errors import RuleViolation
from portal.core.kinds import EMAIL, SUMMARY, Kind, kinds
from portal.notifications.models import Preference, Rhythm
from portal.notifications.models.preference import EVERY_KIND
from portal.notifications.operations.summaries import plan_again


def choose(
    *, actor: Any, wanted: Mapping[tuple[str, str], bool], rest_email: bool, summary_at: time | None = None
) -> None:
    """Keep the whole table of kind × channel as the person left it, and the hour of their summary. Raises
    RuleViolation for what is not a choice."""
    for key, channel in wanted:
        kind = kinds.find(key)
        if kind is None or not kind.optional or channel not in ways_of(kind):
            raise RuleViolation("This is not something you can choose.", code="not_a_choice")
    rows = [Preference(user_id=actor.pk, kind=k, channel=c, wanted=yes) for (k, c), yes in sorted(wanted.items())]
    with transaction.atomic():
        _write(rows)
        if rest_email:
            _write([Preference(user_id=actor.pk, kind=EVERY_KIND, channel=EMAIL, wanted=False)])
        else:
            Preference.objects.filter(user_id=actor.pk, kind=EVERY_KIND, channel=EMAIL).delete()
        if summary_at is not None:
            Rhythm.objects.update_or_create(user_id=actor.pk, defaults={"summary_at": summary_at})
            plan_again(user_id=actor.pk)


def ways_of(kind: Kind) -> tuple[str, ...]:
    return (*kind.channels, SUMMARY) if kind.gathered else kind.channels


def stop_email(*, user_id: UUID, kind: str) -> None:
    """No more mail of this kind ("*": none that is optional). Whoever holds the link from the mail may ask for it;
    what is waiting already is dropped at the fence. May run twice."""
    _write([Preference(user_id=user_id, kind=kind, channel=EMAIL, wanted=False)])


def allow_email(*, user_id: UUID, kind: str) -> None:
    """Take a stop back: the undo on the page behind that link."""
    if kind == EVERY_KIND:
        Preference.objects.filter(user_id=user_id, kind=kind, channel=EMAIL).delete()
    else:
        _write([Preference(user_id=user_id, kind=kind, channel=EMAIL, wanted=True)])


def _write(rows: list[Preference]) -> None:
    Preference.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["user", "kind", "channel"], update_fields=["wanted"]
    )
