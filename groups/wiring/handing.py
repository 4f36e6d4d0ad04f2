"""What staff and moderators asked for about whole groups: files brought in, and copies packed for other hosts."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from groups.models import Handover, ThreadImport
from groups.operations.erasure import forget_who_handled_files
from portal.core.personal_data import PersonalData, holders


def export(user: Any) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    packed = Handover.objects.filter(asked_by=user).select_related("group").order_by("asked_at")
    brought = ThreadImport.objects.filter(by=user).select_related("group").order_by("made_at")
    return {
        "groups_packed": [
            {"group": row.group.name, "asked_at": row.asked_at.isoformat(), "reason": row.reason, "state": row.state}
            for row in packed
        ],
        "imports_asked_for": [
            {"group": row.group.name, "from": row.source, "asked_at": row.made_at.isoformat(), "state": row.state}
            for row in brought
        ],
    }


holders.register(
    PersonalData(
        key="groups.files",
        label=_("Groups you brought in or had packed"),
        models=["groups.ThreadImport", "groups.Handover"],
        export=export,
        erase=lambda user, keep_words: forget_who_handled_files(user),
    )
)
