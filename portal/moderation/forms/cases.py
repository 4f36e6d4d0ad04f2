"""What people may type in reports and decisions."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from portal.core.forms import PickRadio
from portal.moderation.bands import TOLD, Reason
from portal.moderation.forms.asked_fields import LONGEST_WORDS as LONGEST_SENT
from portal.moderation.forms.asked_fields import NAMES, asked_fields, without_details
from portal.moderation.ladder import DAYS, LASTS
from portal.moderation.ladder import HINTS as HINTS_OF_STEPS
from portal.moderation.models import Case, CaseNote
from portal.moderation.models.decision import NO_ACTION, OVERTURN, UPHOLD
from portal.moderation.operations.passing import LONGEST as LONGEST_LINE
from portal.moderation.operations.reports import LONGEST_WORDS
from portal.moderation.reads import CaseFile

HINTS = {
    Reason.WORRIED: _("They may be in danger or need someone. Nobody is in trouble for this."),
    Reason.METHOD: _("It could help somebody to harm themselves or others."),
    Reason.ADVICE: _("Start, stop or change a medicine, or skip treatment."),
    Reason.SELLING: _("Products, fundraising, surveys."),
    Reason.DETAILS: _("Names, numbers, addresses or a hospital with a date, theirs or somebody else’s."),
}
ACT_HINTS = {
    "hide": _("Others see a short note with the reason. The author sees why and may ask for another look."),
    "remove": _("The words are gone from every page. The author gets them back."),
}


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("What is it about"),
        choices=Reason.choices,
        widget=PickRadio(hints={str(key): value for key, value in HINTS.items()}),
        error_messages={"required": _("Choose what fits best.")},
    )
    words = forms.CharField(
        label=_("Anything the moderators should know"),
        help_text=_("Only the moderation team reads this. The person never learns who reported."),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class MessageForm(forms.Form):
    """The end of both decision forms: a message that has been read, and the state of the case it was written for."""

    message = forms.CharField(
        label=_("Message to the person"),
        help_text=_("It is signed “Moderation team”. Please change it so that it fits them. Empty means no message."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    has_read = forms.BooleanField(label=_("I have read the message from start to end"), required=False)
    note = forms.CharField(
        label=_("Note to keep with this decision"),
        help_text=_("Only moderators read it."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        fields = super().clean() or {}
        if (fields.get("message") or "").strip() and not fields.get("has_read"):
            self.add_error("has_read", _("Read the message through, then tick this box."))
        return fields


def days_in_words(days: int) -> Any:
    return format_lazy(ngettext_lazy("{number} day", "{number} days", days), number=days)


class DecisionForm(MessageForm):
    act = forms.ChoiceField(
        label=_("What will you do"),
        widget=PickRadio(hints={}),
        error_messages={"invalid_choice": _("This cannot be done now, or it is so already. Choose again.")},
    )
    reason = forms.ChoiceField(
        label=_("Why"),
        help_text=_("The author reads these words, and so does whoever finds the gap."),
        choices=[(key, label) for key, label in TOLD.items() if key != Reason.METHOD],
    )
    step = forms.ChoiceField(
        label=_("What about the person"),
        help_text=_("The mildest step that helps. They learn of it, with the reason, and can ask for another look."),
        required=False,
        widget=PickRadio(hints={str(key): hint for key, hint in HINTS_OF_STEPS.items()}),
    )
    days = forms.TypedChoiceField(
        label=_("For how long"),
        help_text=_("Every step ends by itself."),
        choices=[("", _("The usual time for this step")), *((days, days_in_words(days)) for days in DAYS)],
        coerce=int,
        required=False,
        empty_value=None,
    )
    field_order = ["act", *NAMES, "reason", "step", "days", "message", "has_read", "note"]

    def __init__(self, *args: Any, file: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        acts = [file.kind.acts[key] for key, _label in file.acts] if file.thing is not None else []
        choices = [(NO_ACTION, _("Leave it as it is")), *((act.key, act.label) for act in acts)]
        self.fields["act"].choices = choices  # type: ignore[attr-defined]
        self.fields["act"].widget.hints = ACT_HINTS | {act.key: act.hint for act in acts if act.hint}
        self.fields |= asked_fields(acts, file.reader, file.thing)
        if "words" in self.fields and file.said is not None:
            self.initial.setdefault("words", file.said.text)
        if file.ladder:
            self.fields["step"].choices = [("", _("Nothing")), *file.ladder]  # type: ignore[attr-defined]
        else:
            del self.fields["step"], self.fields["days"]
        self.order_fields(self.field_order)

    def given(self) -> dict[str, str]:
        """What was typed in the fields that acts ask for."""
        return {name: self.cleaned_data[name] for name in NAMES if self.cleaned_data.get(name)}

    def ends_at(self) -> datetime | None:
        """Until when the step lasts; None without one."""
        step = self.cleaned_data.get("step")
        days = self.cleaned_data.get("days") or LASTS.get(step or "", 0)
        return timezone.now() + timedelta(days=days) if step else None


class AppealForm(MessageForm):
    act = forms.ChoiceField(
        label=_("What will you do"),
        choices=[(UPHOLD, _("Keep the decision")), (OVERTURN, _("Take the decision back"))],
        widget=PickRadio(hints={}),
        error_messages={"required": _("Choose one.")},
    )
    field_order = ["act", "message", "has_read", "note"]


ANSWER_HINTS = {
    "email": _("The person reads it on a page behind a signed link. The mail only says that there is an answer."),
    "phone": _("Call first, then write down here what you said. Nothing is mailed."),
    "site": _("The person reads it here, signed in."),
}


class AnswerForm(MessageForm):
    field_order = ["message", "has_read", "note"]

    def __init__(self, *args: Any, asked: Any | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["message"]
        field.label, field.required = _("Answer"), asked is not None
        field.help_text = ANSWER_HINTS[asked.reach["channel"]] if asked else _("The question was erased.")
        field.error_messages["required"] = _("Write the answer first.")


class ResendForm(forms.Form):
    """Words sent again from the receipt."""

    mark_optional = False
    words = forms.CharField(
        label=_("Your words, to mend and send again"),
        help_text=_("A moderator reads them first. Only you and the moderation team see what it said before."),
        max_length=LONGEST_SENT,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Write something first.")},
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Note for other moderators"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write something first, then save the note.")},
    )
    about = forms.ChoiceField(
        label=_("What is it about"),
        help_text=_("About the person: kept for six months. About the thread: for three. Otherwise for a year."),
        choices=CaseNote.About.choices,
        initial=CaseNote.About.CASE,
        required=False,
    )


class SpamForm(forms.Form):
    """The cases that were ticked as adverts."""

    case = forms.TypedMultipleChoiceField(coerce=UUID, error_messages={"required": _("Tick the adverts first.")})

    def __init__(self, sent: list[str]) -> None:
        """Whatever is no case's key is as if it had not been sent."""
        ticked = [one for one in sent if is_uuid(one)]
        super().__init__({"case": ticked})
        self.fields["case"].choices = [(one, one) for one in ticked]  # type: ignore[attr-defined]


def is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


class HandOverForm(forms.Form):
    text = forms.CharField(
        label=_("A word for whoever comes next"),
        help_text=_("For a day, for those who look after all that you look after. Say case numbers rather than names."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PassForm(forms.Form):
    """To whom, of those who may take the case, and why."""

    to = forms.ChoiceField(
        label=_("Who takes it on"),
        help_text=_("Everybody in this list may take this case. They are told at once."),
        error_messages={"required": _("Choose somebody."), "invalid_choice": _("Choose somebody from the list.")},
    )
    why = forms.CharField(
        label=_("Why, in a line"),
        help_text=_("Only moderators read it. It stays with the case as a note."),
        max_length=LONGEST_LINE,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say in a line why you pass it on.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", _("Choose a name")), *((name, name) for name in people)]  # type: ignore[attr-defined]


TABS = ("open", "waiting", "mine", "second", "done")


class QueueForm(forms.Form):
    """What the desk shows, of which part of the site, and what comes first. `parts` are those of `parts_of`."""

    mark_optional = False
    tab = forms.ChoiceField(choices=[(tab, "") for tab in TABS], required=False, widget=forms.HiddenInput)
    first = forms.ChoiceField(
        label=_("First"), choices=[("serious", _("Most serious")), ("oldest", _("Oldest"))], required=False
    )
    part = forms.ChoiceField(label=_("Part of the site"), required=False)
    after = forms.UUIDField(required=False, widget=forms.HiddenInput)
    field_order = ["tab", "part", "first", "after"]

    def __init__(self, *args: Any, parts: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [("", _("All that I look after")), *parts.items()]  # type: ignore[attr-defined]
        if len(parts) < 2:
            del self.fields["part"]


TYPED = ("act", *NAMES, "reason", "step", "days", "message", "note")


def form_for(file: CaseFile, data: Any = None, typed: Mapping[str, str] | None = None, saved: str = "") -> MessageForm:
    """The form that decides this case: sent with `data`, or shown again with what was `typed` and not sent yet. A saved
    message that was asked for is put under the message, so that nothing typed is lost."""
    case: Case = file.case
    initial: dict[str, Any] = {"version": case.version, "act": NO_ACTION, "reason": file.case.reason}
    if case.reason == Reason.METHOD:
        initial["reason"] = Reason.WORRIED.value
    if case.origin == Case.Origin.APPEAL:
        initial["act"] = None
    initial |= {name: typed[name] for name in TYPED if typed and name in typed}
    if typed and "redact" in typed:
        initial["words"] = without_details(typed.get("words", ""))
    if saved in file.saved:
        initial["message"] = f"{initial.get('message', '')}\n\n{file.saved[saved].body}".strip()
    elif typed:
        initial["has_read"] = bool(typed.get("has_read"))
    if case.origin == Case.Origin.APPEAL:
        return AppealForm(data, initial=initial)
    if case.origin == Case.Origin.ASKED:
        return AnswerForm(data, asked=file.thing, initial=initial)
    return DecisionForm(data, file=file, initial=initial)
