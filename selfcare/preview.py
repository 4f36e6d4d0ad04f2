"""What a person will get, before they save: the next three times in words, and what the alert says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import User
from selfcare.drafts import draft
from selfcare.forms import StartForm
from selfcare.models import Activity, Plan
from selfcare.schedule import next_slots
from selfcare.words import alert_subject, slot_words


@dataclass(frozen=True, slots=True)
class Preview:
    """`subject` is the very line that the mail will have for the first of the times."""

    title: str
    times: Sequence[str]
    subject: str
    shown: str


def preview(activity: Activity, owner: User, now: datetime | None = None) -> Preview:
    zone = activity.zone(owner.time_zone)
    slots = next_slots(activity.schedule(), zone, now or timezone.now(), 3)
    return Preview(
        title=activity.title,
        times=[slot_words(slot, zone) for slot in slots],
        subject=alert_subject(slots[0].due_at, zone) if slots and activity.channels else "",
        shown=_("Time for your plan") if activity.discreet else activity.title,
    )


def previews(form: StartForm, owner: User) -> list[Preview]:
    """For each activity that would be in the plan."""
    now, template = timezone.now(), form.text.template
    plan = Plan(owner=owner, template_key=template.key, started_at=now)
    choices = form.choices()
    chosen = [spec for spec in template.activities if spec["key"] in choices]
    return [preview(draft(plan, spec, form.text, choices[spec["key"]], now), owner, now) for spec in chosen]
