"""What a new site starts with: the templates, and in demo mode a patient who is in the middle of it."""

import random
from datetime import timedelta
from typing import Any

from django.db import transaction

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.local_time import zone_of
from selfcare.due.days import DAY
from selfcare.due.schedule import slots
from selfcare.models import Activity, Occurrence, Plan, PlanTemplateText, WaterLog
from selfcare.operations import log_pain, set_aim, start_plan
from selfcare.operations.foods import load_foods
from selfcare.operations.templates import load_all
from selfcare.rules import limits

PATIENT = "patient@handrail.example"
STARTED = ("walking-starter", "pain-check-in")
DAYS_OF_HISTORY = 6
DAYS_OF_DIARY = 28
WORST = (5, 5, 6, 5, 7, 8, 7, 6, 6, 5, 5, 6, 7, 7, 6, 8, 9, 8, 7, 6, 6, 5, 5, 4, 5, 4, 4, 5)
TREATED = {18: "radiotherapy", 17: "radiotherapy"}
NOTES = {1: "Sat through a whole film.", 4: "Stiff until the second cup of tea.", 9: "A long drive. Paid for it."}


def load(demo: bool) -> str:
    """Add the templates, and the demo patient's days. Running again adds nothing."""
    added = load_all()
    load_foods()
    patient = User.objects.filter(email=PATIENT).first() if demo else None
    if patient is None or Plan.objects.owned_by(patient).exists():
        return f"Plans: {added} templates added."
    _live_a_month(patient)
    return f"Plans: {added} templates added, and four weeks of the demo patient's days."


@transaction.atomic
def _live_a_month(patient: User) -> None:
    """Two running plans with a few days behind them, four weeks of pain and of water. All of it invented."""
    dice = random.Random(7)  # noqa: S311 - the same demo every time
    for text in PlanTemplateText.objects.filter(template__key__in=STARTED, language="en").select_related("template"):
        answers = {question["key"]: question["safe"] for question in text.template.gate}
        plan = start_plan(actor=patient, template=text.template, words=text, answers=answers)
        _give_history(plan, patient, dice)
    set_aim(actor=patient, cups=8, limited=False)
    _keep_a_diary(patient, dice)


def _give_history(plan: Plan, patient: User, dice: random.Random) -> None:
    now, zone = handrail_now(), zone_of(patient.time_zone)
    since = now - DAYS_OF_HISTORY * DAY
    Plan.objects.filter(pk=plan.pk).update(started_at=since)
    for activity in Activity.objects.filter(plan=plan):
        activity.starts_on = since.astimezone(zone).date()
        activity.save(update_fields=["starts_on"])
        rows = []
        for slot in slots(activity.schedule(), zone, since, now - timedelta(minutes=5)):
            not_after, closes_at = limits(activity.kind, slot.due_at, zone)
            state = "done" if dice.random() < 0.8 else "skipped"
            rows.append(
                Occurrence(
                    activity=activity, local_key=slot.key, slot_at=slot.due_at, due_at=slot.due_at,
                    not_after=not_after, closes_at=closes_at, state=state,
                    acted_at=min(slot.due_at + timedelta(minutes=dice.randint(2, 40)), now),
                )
            )  # fmt: skip
        Occurrence.objects.bulk_create(rows, ignore_conflicts=True)


def _keep_a_diary(patient: User, dice: random.Random) -> None:
    now, zone = handrail_now(), zone_of(patient.time_zone)
    evening = now.astimezone(zone).replace(hour=20, minute=40, second=0, microsecond=0)
    for ago in range(DAYS_OF_DIARY, 0, -1):
        worst = WORST[DAYS_OF_DIARY - ago]
        entry: dict[str, Any] = {"worst": worst, "usual": max(worst - 2, 0), "sites": ["lower-back"]}
        entry["helped"] = [dice.choice(["heat", "moving", "rest"])]
        entry["pain"] = {"lower-back": worst}
        if worst >= 7:
            entry |= {"pain": {"lower-back": worst, "hip": worst - 3}, "sites": ["lower-back", "hip"], "woke": 1}
        if ago in TREATED:
            entry["treatment"] = [TREATED[ago]]
        if ago % 7 == 1:
            entry |= {"peg": {"pain": max(worst - 2, 0), "enjoyment": worst - 1, "activity": worst}, "weight": 64.5}
        if ago in NOTES:
            entry["note"] = NOTES[ago]
        log_pain(actor=patient, payload=entry, at=evening - ago * DAY)
        cups = dice.randint(4, 8)
        WaterLog.objects.bulk_create(
            WaterLog(owner=patient, ml=250, at=evening - ago * DAY - timedelta(hours=hour)) for hour in range(cups)
        )
    start = now.astimezone(zone).replace(hour=0, minute=1, second=0, microsecond=0)
    if now - timedelta(hours=3) > start:
        drinks = [WaterLog(owner=patient, ml=250, at=now - timedelta(hours=hours)) for hours in (1, 2, 3)]
        WaterLog.objects.bulk_create(drinks)
