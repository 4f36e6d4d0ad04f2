"""Treatment days: marked in the diary or named ahead, and followed by what the plan has for them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.core.local_time import zone_of
from portal.notifications.operations.events import wake_on_commit
from selfcare.drafts import LOOKED_BACK
from selfcare.due.schedule import day_span
from selfcare.models import Activity, DiaryEntry, Plan
from selfcare.operations.activities import locked
from selfcare.operations.consent import need_consent
from selfcare.operations.planning import replan

CHEMO = "chemo"
FORGOTTEN, FARTHEST = timedelta(days=60), timedelta(days=365)


def is_treated(payload: dict | None) -> bool:
    return CHEMO in (payload or {}).get("treatment", [])


def marked_lately(user: User, now: datetime) -> set[date]:
    """The days of the last two weeks on which the diary has chemotherapy. One query."""
    rows = DiaryEntry.objects.owned_by(user).filter(at__gt=now - LOOKED_BACK, at__lte=now)
    return {row.at.astimezone(zone_of(user.time_zone)).date() for row in rows if is_treated(row.payload)}


@transaction.atomic
def follow_diary(*, actor: User, at: datetime) -> int:
    """After an entry about this moment was written, changed, deleted or brought back: what follows treatment days
    follows the diary's word on that day. Returns how many activities were planned afresh."""
    zone = zone_of(actor.time_zone)
    day = at.astimezone(zone).date()
    start, end = day_span(day, zone)
    entries = DiaryEntry.objects.owned_by(actor).filter(at__gte=start, at__lt=end)
    treated = any(is_treated(entry.payload) for entry in entries)
    return _follow([row for row in locked(actor) if row.follow_days is not None], day, treated)


@transaction.atomic
def expect_treatment(*, actor: User, plan: Plan, day: date, wanted: bool = True) -> bool:
    """The person names a treatment day, ahead or just now, or takes it back. Returns whether anything changed. Raises
    RuleViolation for a day too far away, and for a plan that follows no treatment days."""
    need_consent(actor)
    today = handrail_now().astimezone(zone_of(actor.time_zone)).date()
    if wanted and not today - LOOKED_BACK < day <= today + FARTHEST:
        raise RuleViolation(_("Choose a day in the next year, or of the last two weeks"), code="far", field="day")
    rows = [row for row in locked(actor) if row.plan_id == plan.pk and row.follow_days is not None]
    if not rows:
        raise RuleViolation(_("This plan does not follow treatment days."), code="follows_nothing", field="day")
    return _follow(rows, day, wanted) > 0


def _follow(rows: Iterable[Activity], day: date, treated: bool) -> int:
    now, changed = handrail_now(), []
    for row in rows:
        days = {*row.followed, day} if treated else {*row.followed} - {day}
        if days != set(row.followed):
            row.followed = sorted(one for one in days if one > now.date() - FORGOTTEN)
            row.save(update_fields=["followed"])
            changed.append(row)
    if changed:
        replan(changed, now)
        wake_on_commit()
    return len(changed)
