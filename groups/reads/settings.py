"""What the team of a group finds about its settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import Membership, SettingChange, SupportGroup, Thread

MOST = 30
OTHERS = {"rules": gettext_lazy("ground rules"), "review": gettext_lazy("what happens about spam")}


def has_begun(group: SupportGroup) -> bool:
    """Whether anybody wrote there, or came in besides those who look after it. At most two queries."""
    came = Membership.objects.filter(group=group).exclude(role__in=Membership.WITHOUT_PLACE)
    return came.exists() or Thread.objects.filter(group=group).exists()


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the log: `what` changed, said as people read it."""

    who: str
    at: datetime
    what: Sequence[str]


def log_of(user: Any, group: SupportGroup) -> Sequence[Change]:
    """The newest thirty, for those who may see them. One query."""
    rows = SettingChange.objects.visible_to(user).filter(group=group).select_related("changed_by")[:MOST]
    return [
        Change(str(row.changed_by or "–"), row.at, [said(name, values) for name, values in row.changed.items()])
        for row in rows
    ]


def said(name: str, values: Any) -> str:
    label = name_of(name)
    if values is None:
        return label
    before, after = (value_of(name, one) for one in values)
    return _("%(what)s: %(before)s, now %(after)s") % {"what": label, "before": before, "after": after}


def name_of(name: str) -> str:
    field: Any = None if name in OTHERS else SupportGroup._meta.get_field(name)
    label = str(OTHERS[name] if field is None else field.verbose_name)
    return label[:1].upper() + label[1:]


def value_of(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    field: Any = None if name in OTHERS else SupportGroup._meta.get_field(name)
    choices = dict(field.flatchoices) if field is not None else {}
    return str(choices.get(value, value))
