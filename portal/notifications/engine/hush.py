"""A person's own limits, asked after the house has said yes: a pause, and quiet hours on one channel.

Messages about signing in, safety and decisions (kinds that are not optional) go out all the same.
"""

import logging
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from portal.core.clock import handrail_now
from portal.core.kinds import IN_APP, Held, Kind, No, Quiet, Verdict, Yes, kinds
from portal.core.local_time import zone_of
from portal.notifications.engine.line import AWAY, is_away
from portal.notifications.local_times import quiet_until
from portal.notifications.models import Delivery, QuietHours, Rhythm

log = logging.getLogger(__name__)


def hushed(rows: Sequence[Delivery], verdicts: Mapping[Any, Verdict]) -> dict[Any, Verdict]:
    """Other verdicts for those that would be sent now and must not be. Two queries for a batch, one more when
    somebody has a limit, and none for a batch without people."""
    asked = [(one, kind) for one in rows if (kind := bounded(one, verdicts)) is not None]
    people = {one.recipient_id for one, _kind in asked if one.recipient_id}
    if not people:
        return {}
    paused = Rhythm.objects.filter(user_id__in=people, paused_until__isnull=False)
    pauses = dict(paused.values_list("user_id", "paused_until"))
    nights = {(one.user_id, one.channel): one for one in QuietHours.objects.filter(user_id__in=people)}
    if not pauses and not nights:
        return {}
    now = handrail_now()
    found: dict[Any, Verdict] = {}
    held: dict[str, list[tuple[Delivery, Held]]] = {}
    for one, kind in asked:
        rest = at_rest(one, kind, pauses.get(one.recipient_id) if one.recipient_id else None, now)
        night = nights.get((one.recipient_id, one.channel)) if one.recipient_id else None
        if rest is not None:
            found[one.pk] = rest
        elif night is not None and one.recipient is not None:
            end = quiet_until(now, night.starts_at, night.ends_at, zone_of(one.recipient.time_zone))
            if end is not None:
                held.setdefault(kind.key, []).append((one, Held(end)))
    for key, some in held.items():
        policies = policies_of(kinds.get(key), [one for one, _later in some])
        found |= {one.pk: No("quiet") if policies.get(one.pk) == "drop" else later for one, later in some}
    return found


def policies_of(kind: Kind, rows: Sequence[Delivery]) -> Mapping[Any, Quiet]:
    """What the house says that quiet hours do. One bad row does not hold up the others: it is held by itself."""
    try:
        return kind.when_quiet(rows)
    except AWAY as error:
        if is_away(error):
            raise
        return {}
    except Exception:
        log.exception("when_quiet failed", extra={"kind": kind.key, "count": len(rows)})
        if len(rows) == 1:
            return {}
        return {pk: policy for one in rows for pk, policy in policies_of(kind, [one]).items()}


def bounded(one: Delivery, verdicts: Mapping[Any, Verdict]) -> Kind | None:
    """The kind of a message that would go out to a person who may limit it."""
    kind = kinds.find(one.kind)
    if kind is None or not kind.optional or not one.recipient_id or not isinstance(verdicts.get(one.pk), Yes):
        return None
    return kind


def at_rest(one: Delivery, kind: Kind, until: Any, now: Any) -> Verdict | None:
    """While everything rests no mail comes; what happens waits in the inbox, except what is worth nothing later.
    A message that is still good when the pause ends comes then."""
    if until is None or until <= now or (one.channel == IN_APP and not kind.fleeting):
        return None
    return Held(until) if one.not_after > until else No("paused")


def ends_after(held: Held) -> Any:
    """How long a held message may wait: an hour from when it may go, or its own end when that is later."""
    return held.at + timedelta(hours=1)
