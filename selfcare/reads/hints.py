"""What signed rules find in four weeks of a diary and in six months of weights. Silent until a clinician signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.local_time import zone_of
from selfcare.diary.triage import WEEK, Drunk, Said, findings, is_now
from selfcare.due.days import DAY
from selfcare.due.schedule import day_span
from selfcare.messages.drinking import asks_until
from selfcare.models import DiaryEntry, RuleSet, WaterLog
from selfcare.reads.water import aim_of, water_today

WORDS: dict[str, str | Promise] = {
    "pain": _("Your worst pain today is high."),
    "rise": _("Your pain is higher than is usual for you, two days running."),
    "nights": _("Pain has woken you on several nights this week."),
    "weight": _("Your weight has gone down. It is worth asking your team or a dietitian; it is nobody’s fault."),
    "stool": _("Several days without a bowel movement."),
    "fluid": _("You drank little on a day on which you felt sick or had loose stools."),
    "new_place": _("Pain in a new place in your back or neck."),
}
LOOKED_AT, WEIGHED = timedelta(days=28), timedelta(days=197)


@dataclass(frozen=True, slots=True)
class Hints:
    """`now`: call now, not within a day. `signed_on`: the day on which a clinician put the rules in force."""

    words: Sequence[str | Promise]
    now: bool
    signed_on: date


def _said(row: DiaryEntry, zone: ZoneInfo, *, whole: bool) -> Said:
    """Of what is older than four weeks only the weight is looked at."""
    payload = row.payload if whole else {part: row.payload[part] for part in ("weight",) if part in row.payload}
    return Said(row.at.astimezone(zone).date(), payload)


def _drunk(user: User, now: datetime) -> list[Drunk]:
    """Yesterday, and today once nothing more is asked for; of who wrote down a drink in the last week."""
    if not WaterLog.objects.owned_by(user).filter(at__gt=now - WEEK, at__lte=now).exists():
        return []
    zone, aim = zone_of(user.time_zone), aim_of(user)
    today = now.astimezone(zone).date()
    over = [today - DAY] + ([today] if now >= asks_until(aim, today, zone) else [])
    found = []
    for day in over:
        water = water_today(user, day_span(day, zone)[0], aim)
        found.append(Drunk(day, water.ml, water.aim_ml))
    return found


def hints(user: User, at: datetime | None = None) -> Hints | None:
    """One query while no rules are in force; when some are, two, and at most eight for what was drunk."""
    rules = RuleSet.objects.filter(signed_at__isnull=False, withdrawn_at=None).order_by("-signed_at").first()
    if rules is None or rules.signed_at is None:
        return None
    zone, now = zone_of(user.time_zone), at or handrail_now()
    rows = DiaryEntry.objects.owned_by(user).filter(at__gt=now - WEIGHED, at__lte=now).order_by("at")
    said = [_said(row, zone, whole=row.at > now - LOOKED_AT) for row in rows]
    found = findings(said, now.astimezone(zone).date(), rules, _drunk(user, now) if rules.fluid_percent else ())
    return Hints([WORDS[code] for code in found], is_now(found), rules.signed_at.date()) if found else None
