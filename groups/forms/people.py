"""What people may type about themselves in a group, and the roles that may be given."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.forms.writing import RefusableForm
from groups.models import Membership
from groups.operations.about_me import LONGEST

Role = Membership.Role
WHAT_IT_MEANS = {
    Role.MEMBER: _("Reads and writes."),
    Role.MENTOR: _("Welcomes people and is told of threads without an answer. No powers."),
    Role.FACILITATOR: _("Holds sessions."),
    Role.MODERATOR: _("Decides about posts, requests, invitations and roles, and sees who belongs."),
    Role.SAFEGUARDING_LEAD: _("Moderates, and keeps the safeguarding file of this group."),
    Role.AUDITOR: _("Reads along and writes nothing."),
}


class RoleForm(RefusableForm):
    role = forms.ChoiceField(
        label=_("Role in this group"), widget=forms.RadioSelect, error_messages={"required": _("Choose a role.")}
    )

    def __init__(self, *args: Any, person: Membership, roles: Sequence[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["role"] = person.role
        choices = [(one.value, f"{one.label}: {WHAT_IT_MEANS[one]}") for one in Role if one in {*roles, person.role}]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]


class AboutMeForm(RefusableForm):
    words = forms.CharField(
        label=_("About me"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("A few lines for this group only. Leave out full names, phone numbers and hospitals."),
    )  # fmt: skip
