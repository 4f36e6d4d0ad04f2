"""Handing over what one said in groups, and taking it, or one's name, away again."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from groups.models import JoinRequest, Membership, PostText, SettingChange
from groups.models.mention import unnamed
from groups.operations.erasure import erase
from portal.core.personal_data import PersonalData, holders

Rows = Sequence[Mapping[str, Any]]


def export(user: Any) -> Mapping[str, Rows]:
    """Memberships, requests with their answers, and every word one wrote that is still here."""
    members = Membership.objects.filter(user=user).select_related("group").order_by("joined_at")
    requests = JoinRequest.objects.filter(user=user).select_related("group").order_by("created_at")
    texts = PostText.objects.filter(post__voice__user=user).select_related("post__thread__group")
    edits = [
        {"post": public_id, "replaced_at": edit.replaced_at.isoformat(), "body": unnamed(edit.body)}
        for text in texts.prefetch_related("post__edits")
        for public_id, edit in _with_post(text)
    ]
    return {
        "memberships": [
            {
                "group": row.group.name,
                "role": row.role,
                "joined_at": row.joined_at.isoformat(),
                "left_at": row.left_at.isoformat() if row.left_at else None,
                "rules_version_agreed": row.rules_version_agreed,
            }
            for row in members
        ],
        "settings_you_changed": [
            {"group": row.group.name, "at": row.at.isoformat(), "changed": row.changed}
            for row in SettingChange.objects.filter(changed_by=user).select_related("group")
        ],
        "requests_to_join": [
            {"group": row.group.name, "asked_at": row.created_at.isoformat(), "answers": row.said,
             "decision": row.decision, "reason": row.reason}
            for row in requests
        ],
        "posts": [
            {"group": text.post.thread.group.name, "thread": text.post.thread.title, "number": text.post.number,
             "written_at": text.post.created_at.isoformat(), "body": unnamed(text.body)}
            for text in texts.order_by("post__created_at")
        ],
        "earlier_versions": edits,
    }  # fmt: skip


def _with_post(text: PostText) -> list[Any]:
    edits = list(text.post.edits.all())
    return [(text.post.public_id, edit) for edit in edits]


holders.register(
    PersonalData(
        key="groups",
        label=_("Groups and what you wrote there"),
        models=[
            "groups.Membership", "groups.JoinRequest", "groups.ThreadVoice", "groups.ReadMark", "groups.Hiding",
            "groups.Correction", "groups.SettingChange",
        ],
        export=export,
        erase=erase,
        retained=[_("Copies of reported posts are kept by the moderation team until their time is over.")],
    )
)  # fmt: skip
