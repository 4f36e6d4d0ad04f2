"""What the team of a group may change about it, one page for each part."""

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from groups.circle import CIRCLE, TOO_WIDE, circle_of, wider
from groups.forms.writing import RefusableForm
from groups.models import SupportGroup

CHOOSE = _("Choose one of these.")
KINDS: Mapping[str, tuple[Promise, Promise]] = {
    "open": (_("Open"), _("Everyone reads, anyone joins.")),
    "request": (_("On request"), _("Everyone knows it. You let people in, and only members read.")),
    "invite": (_("By invitation"), _("Everyone knows it. People come in by invitation, and only members read.")),
    "private": (_("Private"), _("Only members know that it exists.")),
    "hidden": (_("Hidden"), _("Only members know it, and they do not see each other’s list.")),
}


class PartForm(RefusableForm):
    """One part of the settings. Fields that are not this person's to change are left out."""

    mark_optional = False

    def __init__(self, *args: Any, group: SupportGroup, mine: Collection[str], begun: bool, **kwargs: Any) -> None:
        held = {name: getattr(group, name) for name in self.base_fields if hasattr(group, name)}
        super().__init__(*args, **{**kwargs, "initial": {**held, **(kwargs.get("initial") or {})}})
        for name in [name for name in self.fields if name not in mine]:
            del self.fields[name]
        if begun:
            self.narrow(group)

    def narrow(self, group: SupportGroup) -> None:
        """Leave out what a group that has begun cannot become."""


class AboutForm(PartForm):
    name = forms.CharField(
        label=_("Name"), max_length=80, error_messages={"required": _("Give the group a name.")},
        help_text=_("Its address stays as it is."),
    )  # fmt: skip
    summary = forms.CharField(
        label=_("One line"), max_length=200, error_messages={"required": _("Say in one line what it is for.")}
    )
    description = forms.CharField(
        label=_("Description"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("Who it is for, what people talk about, and how much goes on."),
    )  # fmt: skip


def one_of(label: Any, name: str, **more: Any) -> forms.ChoiceField:
    field: Any = SupportGroup._meta.get_field(name)
    errors = {"required": CHOOSE, "invalid_choice": TOO_WIDE}
    return forms.ChoiceField(
        label=label, choices=field.choices, widget=forms.RadioSelect, error_messages=errors, **more
    )  # fmt: skip


class CircleForm(PartForm):
    known_to = one_of(_("Who may know that the group exists?"), "known_to")
    read_by = one_of(_("Who may read what people write?"), "read_by")
    members_seen_by = one_of(_("Who may see who belongs to it?"), "members_seen_by")
    join_by = one_of(_("How do people come in?"), "join_by")

    def narrow(self, group: SupportGroup) -> None:
        now = circle_of(group)
        for name in self.fields:
            kept: Any = self.fields[name]
            kept.choices = [one for one in kept.choices if name not in wider(now, {**now, name: one[0]})]

    def circle(self, group: SupportGroup) -> dict[str, str]:
        """As it is typed now; what was not chosen stays as it is."""
        fields: dict[str, Any] = {name: SupportGroup._meta.get_field(name) for name in CIRCLE}
        known = {name: {choice[0] for choice in field.choices} for name, field in fields.items()}
        typed = {name: str(self[name].value()) for name in CIRCLE if name in self.fields}
        return {**circle_of(group), **{name: one for name, one in typed.items() if one in known[name]}}


class QuestionsForm(PartForm):
    join_question = forms.CharField(
        label=_("Questions for people who ask to join"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One on a line, at most five. Only moderators read the answers. Ask for nothing you do not need."),
    )  # fmt: skip


class RulesForm(PartForm):
    text = forms.CharField(
        label=_("Ground rules, one on a line"), max_length=4000, widget=forms.Textarea(attrs={"rows": 9}),
        error_messages={"required": _("Write at least one rule.")},
    )  # fmt: skip
    is_material = forms.BooleanField(
        label=_("This changes what people agreed to"), required=False, initial=True,
        help_text=_("Everyone is asked again before their next post. Leave it out when only a word was mended."),
    )  # fmt: skip


class PresenceForm(PartForm):
    answer_within = forms.IntegerField(
        label=_("After how many hours should mentors be told of a thread without an answer?"),
        min_value=1, max_value=14 * 24, widget=forms.NumberInput(attrs={"class": "input--s", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ["required", "invalid", "min_value", "max_value"], _("Choose between 1 hour and 14 days (336 hours).")
        ),
    )  # fmt: skip
    staffed_hours = forms.CharField(
        label=_("When are moderators there?"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "One line for each stretch, for example Mon-Fri 18:00-21:00. People see it where they write. "
            "Empty: no promise is made."
        ),
    )  # fmt: skip
    staffed_zone = forms.CharField(
        label=_("In the time zone"), max_length=64, help_text=_("For example Europe/London."),
        error_messages={"required": _("Write it like Europe/London.")},
    )  # fmt: skip


class AllowedForm(PartForm):
    allows_pictures = forms.BooleanField(
        label=_("People may add pictures"), required=False,
        help_text=_("Where and when a picture was taken is removed. Pictures that are there stay."),
    )  # fmt: skip
    allows_other_names = forms.BooleanField(
        label=_("People may write under another name"), required=False,
        help_text=_("Chosen at the first post in a thread. Nobody can tell who it is, but two moderators together."),
    )  # fmt: skip


PARTS: Mapping[str, tuple[Promise, type[PartForm]]] = {
    "about": (_("What the group is"), AboutForm),
    "circle": (_("Who it is for"), CircleForm),
    "questions": (_("Questions to people who ask"), QuestionsForm),
    "rules": (_("Ground rules"), RulesForm),
    "presence": (_("When somebody is there"), PresenceForm),
    "allowed": (_("What people may do"), AllowedForm),
}
ASKS: Mapping[str, frozenset[str]] = {
    part: frozenset({"rules"} if part == "rules" else form.base_fields) for part, (_label, form) in PARTS.items()
}
