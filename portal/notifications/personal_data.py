"""What this room hands over and removes for one person."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from portal.notifications.models import Delivery, Notice, Preference, PushSubscription, QuietHours, Rhythm


def export(user: Any) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    notices = [
        {"kind": one.kind, "at": one.changed_at.isoformat(), "read": one.read_at is not None, **one.words}
        for one in Notice.objects.owned_by(user).newest_first()
    ]
    sent = Delivery.objects.filter(recipient_id=user.pk).order_by("due_at")
    chosen = Preference.objects.filter(user_id=user.pk).order_by("kind", "channel")
    return {
        "notices": notices,
        "messages": [
            {"kind": kind, "channel": channel, "state": state, "due_at": due_at.isoformat()}
            for kind, channel, state, due_at in sent.values_list("kind", "channel", "state", "due_at")
        ],
        "rhythm": [dict(row) for row in Rhythm.objects.filter(user_id=user.pk).values("summary_at", "paused_until")],
        "quiet_hours": [
            dict(row) for row in QuietHours.objects.filter(user_id=user.pk).values("channel", "starts_at", "ends_at")
        ],
        "devices": [
            {"name": one.name, "turned_on_at": one.created_at.isoformat(), "last_told_at": at(one.last_told_at)}
            for one in PushSubscription.objects.owned_by(user).in_order()
        ],
        "preferences": list(chosen.values("kind", "channel", "wanted")),
    }


def at(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


@transaction.atomic
def erase(user: Any, keep_words: bool) -> None:
    """Everything goes, except a message that is in somebody's hands this second: the weekly sweep takes its row, and
    it is not tried again, because nobody is there any more."""
    for model in (Notice, Rhythm, QuietHours, PushSubscription):
        model.objects.filter(user_id=user.pk).delete()
    Preference.objects.filter(user_id=user.pk).delete()
    Delivery.objects.filter(recipient_id=user.pk).exclude(state=Delivery.State.HANDING).delete()
