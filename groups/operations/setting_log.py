"""The log of a group's settings, which its team reads, and its line in the audit."""

from collections.abc import Mapping
from typing import Any

from groups.models import SettingChange, SupportGroup
from portal.accounts.models import User
from portal.moderation.operations import audit


def note_change(actor: User | None, group: SupportGroup, log: Mapping[str, Any]) -> None:
    """One line in the group's log, and one in the audit. Call last."""
    SettingChange.objects.create(group=group, changed_by=actor, changed=dict(log))
    audit(actor=actor, act="group.settings", subject=f"groups:{group.uuid}", text=dict(log))
