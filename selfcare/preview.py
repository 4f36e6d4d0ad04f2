"""What a person will get, before they save: the next three times in words, and what the alert says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import User
from selfcare import rules
from selfcare.drafts import Choice, draft
from selfcare.due.words import alert_subject, next_times
from selfcare.forms import StartForm
from selfcare.models import Activity, Plan


@dataclass(frozen=True, slots=True)
class Preview:
    """`subject` is the very line that the mail will have for the first of the times."""

    title: str
    times: Sequence[str]
    subject: str
    shown: str


def preview(activity: Activity, owner: User, now: datetime | None = None) -> Preview:
    times = next_times(activity, owner.time_zone, now or timezone.now())
    told = alert_subject(times[0][0], activity.zone(owner.time_zone)) if times and activity.channels else ""
    return Preview(
        title=activity.title or "",
        times=[words for _at, words in times],
        subject=told,
        shown=_("Time for your plan") if activity.discreet else activity.title or "",
    )


def sensible(drafted: Activity, fallback: Activity) -> Activity:
    """What was typed where it can be planned, else what there was."""
    return fallback if rules.problem_of_rhythm(drafted) else drafted


def previews(form: StartForm, owner: User) -> list[Preview]:
    """For each activity that would be in the plan."""
    now, template = timezone.now(), form.text.template
    eased = rules.outcome(template.gate, form.answered) == rules.Outcome.LIGHTER
    plan = Plan(owner=owner, template_key=template.key, started_at=now, lightened_at=now if eased else None)
    choices = form.choices()
    chosen = [spec for spec in template.activities if spec["key"] in choices]
    return [preview(_drafted(plan, spec, form, choices[spec["key"]], now), owner, now) for spec in chosen]


def _drafted(plan: Plan, spec: Mapping[str, Any], form: StartForm, choice: Choice, now: datetime) -> Activity:
    """As it was typed where that can be planned, else as the template has it."""
    typed = draft(plan, spec, form.text, choice, now)
    return sensible(typed, draft(plan, spec, form.text, replace(choice, rhythm=None), now))
