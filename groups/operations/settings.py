"""Changing what a group is and who it is for. The circle round it only ever becomes smaller once it has begun."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from groups import rules
from groups.circle import CIRCLE, TOO_WIDE, circle_of, misfit, wider
from groups.models import SupportGroup
from groups.operations.groups import free_slug
from groups.operations.memberships import membership_of
from groups.operations.setting_log import note_change
from groups.reads.settings import has_begun
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.core.hours import parse_hours

BY_NAME_ONLY = {"name", "summary", "description", "join_question", "staffed_hours", "closed_at", "languages"}
LONGEST = {"name": 80, "summary": 200, "description": 4000, "join_question": 1000, "staffed_hours": 500}


@transaction.atomic
def change_settings(*, actor: User, group: SupportGroup, **wanted: Any) -> list[str]:
    """Change some settings at once; the names of those that did change. The group's log and the audit say who did.

    Raises PermissionDenied for a setting that is not the actor's to change, and RuleViolation for what does not fit or
    would widen the circle of a group that has begun.
    """
    now = SupportGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
    mine = membership_of(actor, now)
    for name in wanted:
        if not rules.can_change_setting(actor, mine, now, name):
            raise PermissionDenied(_("This is not yours to change in this group."))
    changed = {name: value for name, value in _tidied(wanted).items() if value != getattr(now, name)}
    if not changed:
        return []
    _need_fit(now, changed)
    log = {name: None if name in BY_NAME_ONLY else [getattr(now, name), value] for name, value in changed.items()}
    if now.known_to == SupportGroup.Audience.EVERYONE and changed.get("known_to", now.known_to) != now.known_to:
        now.slug = free_slug(changed.get("name", now.name), secret=True)  # the old one can be guessed
    for name, value in changed.items():
        setattr(now, name, value)
    now.save(update_fields=[*changed, "slug"])
    group.slug = now.slug
    note_change(actor, now, log)
    return list(changed)


def _tidied(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """As it is kept. Raises RuleViolation for what nobody could mean."""
    found: dict[str, Any] = {name: _text(name, value) if name in LONGEST else value for name, value in wanted.items()}
    for name, words in (("name", _("Give the group a name.")), ("summary", _("Say in one line what it is for."))):
        if found.get(name, "x") == "":
            raise RuleViolation(words, field=name)
    if "answer_within" in found and not 1 <= found["answer_within"] <= 14 * 24:
        raise RuleViolation(_("Choose between 1 hour and 14 days (336 hours)."), field="answer_within")
    if "staffed_zone" in found and found["staffed_zone"] not in available_timezones():
        raise RuleViolation(_("We do not know this time zone. Write it like Europe/London."), field="staffed_zone")
    try:
        parse_hours(found.get("staffed_hours", ""), "UTC")
    except ValueError as wrong:
        words = _("We do not understand “%(line)s”. Write it like Mon-Fri 18:00-21:00.") % {"line": str(wrong)}
        raise RuleViolation(words, field="staffed_hours") from wrong
    return found


def _text(name: str, value: str) -> str:
    text = str(value).replace("\x00", "").replace("\r\n", "\n").strip()
    if len(text) > LONGEST[name]:
        raise RuleViolation(_("Keep it under %(number)d letters.") % {"number": LONGEST[name]}, field=name)
    return text


def _need_fit(group: SupportGroup, changed: Mapping[str, Any]) -> None:
    now = circle_of(group)
    circle = {**now, **{name: str(changed[name]) for name in CIRCLE if name in changed}}
    wrong = misfit(circle)
    if wrong is not None:
        raise RuleViolation(str(wrong[1]), code="misfit", field=wrong[0])
    too_wide = wider(now, circle)
    if too_wide and has_begun(group):
        raise RuleViolation(str(TOO_WIDE), code="too_wide", field=too_wide[0])
