"""Plans, activities and slots for tests: the smallest valid ones."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from portal.accounts import roles
from portal.core.clock import handrail_now
from selfcare.models import Activity, DiaryEntry, Kind, Occurrence, Plan, PlanTemplate, PlanTemplateText, StepPicture
from selfcare.operations.diary import log_pain
from selfcare.operations.steps import add_step_picture
from selfcare.operations.templates import keep_version
from selfcare.rules import limits
from tests.factories.accounts import make_user
from tests.factories.pictures import picture_file

ACCRA = "Africa/Accra"  # no summer time: a day is 24 hours, whenever the tests run
GATE = [{"key": "bones", "safe": "no"}]


def afternoon() -> str:
    """A zone in which it is between two and three in the afternoon, whenever a test runs: far from bed."""
    behind = handrail_now().hour - 14
    return f"Etc/GMT{behind:+d}"  # these names count the other way round


def make_template(
    key: str = "walk",
    *,
    gate: Any = None,
    activities: Any = None,
    how: str = "How",
    steps: Any = None,
    more_url: str = "",
    **fields: Any,
) -> PlanTemplateText:
    """A template with one daily walk at nine and one question; returns its English words, which know the template."""
    template = PlanTemplate.objects.create(
        key=key,
        kind=fields.pop("kind", Kind.EXERCISE),
        gate=GATE if gate is None else gate,
        activities=activities or [{"key": "walk", "kind": "exercise", "times": ["09:00"], "minutes": 5}],
        **fields,
    )
    text = PlanTemplateText.objects.create(
        template=template, language="en", title=f"Plan {key}", summary="One line", why="Why", how=how,
        stop_rule="Stop", more_url=more_url, gate_words={"bones": {"question": "Are your bones weak?"}},
        activity_words={"walk": {"title": "A short walk", "text": "Slowly", **({"steps": steps} if steps else {})}},
    )  # fmt: skip
    keep_version(template, None)
    return text


def make_plan(owner: Any = None, *, held: bool = False, **fields: Any) -> Plan:
    plan = Plan(
        owner=owner or make_user(),
        template_key=fields.pop("template_key", "walk"),
        started_at=timezone.now(),
        held_at=timezone.now() if held else None,
        **fields,
    )
    plan.gate = {"answers": {"bones": "yes" if held else "no"}}
    plan.save()
    return plan


def make_activity(owner: Any = None, *, title: str = "A short walk", **fields: Any) -> Activity:
    """A daily exercise at nine where the person is, not planned yet: the planner has all of it before it."""
    now = handrail_now()
    fields.setdefault("times", [time(9)])
    fields.setdefault("kind", Kind.EXERCISE)
    fields.setdefault("planned_through", now)
    fields.setdefault("anchor_at", now)
    fields.setdefault("starts_on", now.date() - timedelta(days=1))
    activity = Activity(owner=owner or make_user(time_zone=ACCRA), home_zone=ACCRA, **fields)
    activity.title, activity.text = title, "Slowly"
    activity.save()
    return activity


def make_occurrence(activity: Activity | None = None, *, due_at: datetime | None = None, **fields: Any) -> Occurrence:
    """A slot due in a quarter of an hour, without a reminder."""
    activity = activity or make_activity(planned_through=None)
    due = due_at or handrail_now() + timedelta(minutes=15)
    zone = activity.zone(activity.owner.time_zone)
    not_after, closes_at = limits(activity.kind, due, zone)
    fields.setdefault("local_key", f"{due.astimezone(zone):%Y-%m-%dT%H:%M:%S.%f}"[:32])
    defaults: dict[str, Any] = {"slot_at": due, "due_at": due, "not_after": not_after, "closes_at": closes_at}
    return Occurrence.objects.create(activity=activity, **{**defaults, **fields})


def make_entry(owner: Any, **payload: Any) -> DiaryEntry:
    at = payload.pop("at", None)
    return log_pain(actor=owner, payload=payload or {"worst": 4}, at=at)


def make_step_picture(raw: bytes | None = None) -> StepPicture:
    """A picture that no template shows yet."""
    return add_step_picture(actor=make_user(roles.EDITORS), raw=raw or picture_file())
