"""What people may type in groups."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.operations.care import LookAgain
from groups.operations.words import LONGEST
from portal.core.errors import RuleViolation
from portal.safety.care_check import CareCheck

AGREE = _("I have read the ground rules and will keep to them")
NEEDED = _("Please read the ground rules and tick the box to agree to them.")
HINT = _("Leave out full names, phone numbers and hospitals. Say what helped you, and leave doses to the prescriber.")


class RefusableForm(forms.Form):
    """A form that can say no after its fields were fine, and keeps what was typed."""

    care: CareCheck | None = None
    beside: Any = None  # the form of what goes with the words, where something may
    taken_out = False  # personal details were just taken out of the words

    def refuse(self, refusal: Exception) -> None:
        """Put the sentence of a refusal beside its field, or on top."""
        if isinstance(refusal, LookAgain):
            self.care = refusal.check
        message = refusal.message if isinstance(refusal, RuleViolation) else str(refusal)
        field = refusal.field if isinstance(refusal, RuleViolation) else None
        if self.beside is not None and field in self.beside.fields:
            self.beside.add_error(field, message)
        self.add_error(field if field in self.fields else None, message)


class AgreeForm(RefusableForm):
    """Joining. The box appears when the group has rules."""

    agree = forms.BooleanField(label=AGREE, error_messages={"required": NEEDED})

    def __init__(self, *args: Any, has_rules: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_rules:
            del self.fields["agree"]


class JoinRequestForm(AgreeForm):
    """Asking to come in, with the group's questions. Only the moderators read the answers."""

    answer = forms.CharField(
        label=_("A few words to the moderators"),
        help_text=_("Only the moderators of this group read this."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    field_order = ["answer", "agree"]

    def __init__(self, *args: Any, questions: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = self.fields["answer"]
        if questions:
            first.label = questions[0]
        more = {f"answer{number}": question for number, question in enumerate(questions[1:], start=2)}
        for name, question in more.items():
            self.fields[name] = forms.CharField(
                label=question, max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
            )
        self.order_fields(["answer", *more, "agree"])

    @property
    def answers(self) -> list[str]:
        return [value for name, value in self.cleaned_data.items() if name.startswith("answer")]


class PostForm(RefusableForm):
    """Words for a thread. The box about the rules appears when they changed since one last agreed."""

    body = forms.CharField(
        label=_("Write as you would speak"),
        help_text=HINT,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write something first.")},
    )
    agree = forms.BooleanField(label=AGREE, error_messages={"required": NEEDED})
    reply_to = forms.CharField(required=False, widget=forms.HiddenInput, max_length=16)
    quotes = forms.CharField(required=False, widget=forms.HiddenInput, max_length=400)
    form_key = forms.CharField(required=False, widget=forms.HiddenInput, max_length=32)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, ask_rules: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not ask_rules:
            del self.fields["agree"]


class ThreadForm(PostForm):
    title = forms.CharField(
        label=_("Title"),
        help_text=_("One line that says what you would like to talk about."),
        max_length=140,
        error_messages={"required": _("Give your thread a title.")},
    )
    reply_to = None  # type: ignore[assignment]
    quotes = None  # type: ignore[assignment]
    seen = None  # type: ignore[assignment]
    field_order = ["title", "body", "agree"]


class EditForm(PostForm):
    form_key = None  # type: ignore[assignment]
    reply_to = None  # type: ignore[assignment]
    quotes = None  # type: ignore[assignment]
    seen = None  # type: ignore[assignment]


class DecisionForm(RefusableForm):
    """Letting somebody in, or not this time. The two buttons are the choice."""

    APPROVE, DECLINE = "approve", "decline"
    NO_CHOICE = _("Nothing was decided. Choose “Let them in” or “Not this time”.")

    decision = forms.ChoiceField(
        choices=[(APPROVE, _("Let them in")), (DECLINE, _("Not this time"))],
        error_messages={"required": NO_CHOICE, "invalid_choice": NO_CHOICE},
    )

    reason = forms.CharField(
        label=_("A kind word to them"),
        help_text=_("They read this when you do not let them in. Say what they could do instead."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class TeamForm(forms.Form):
    """What somebody wants to tell the moderators of a group."""

    words = forms.CharField(
        label=_("What would you like to tell them?"),
        help_text=_("Only the people who look after this group read it. You find their answer in your inbox."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={
            "required": _("Write something first, then send it."),
            "max_length": _("That is very long. Keep it under 4,000 letters, please."),
        },
    )
    form_key = forms.CharField(max_length=32, min_length=8, widget=forms.HiddenInput)
