"""What people set beside words: content notes, and how they read past those of others."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.models import Note, Reading
from groups.operations.beside import Beside
from portal.core.forms import ChipsMany, ChipsRadio, SwitchInput

SHOW, FOLD, LEAVE = "show", "fold", "leave"
WAYS = [(SHOW, _("Show")), (FOLD, _("Fold")), (LEAVE, _("Leave out"))]


class NotesForm(forms.Form):
    """Which of the five stand on a post."""

    notes = forms.MultipleChoiceField(
        label=_("What it is about"),
        help_text=_("Some people would rather not meet this today. A note lets them choose."),
        choices=Note.choices,
        required=False,
        widget=ChipsMany,
    )


class BesideForm(forms.Form):
    """What goes with words that are being written. Folded away until somebody wants it."""

    mark_optional = False

    other_name = forms.BooleanField(
        label=_("Write under another name in this thread"),
        help_text=_("We give you one. It stays for this thread, and nobody in the group can tell that it is you."),
        required=False,
    )
    notes = forms.MultipleChoiceField(
        label=_("What it is about"),
        help_text=_("Some people would rather not meet this today. A note lets them choose."),
        choices=Note.choices,
        required=False,
        widget=ChipsMany,
    )

    def __init__(self, *args: Any, other_names: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not other_names:
            del self.fields["other_name"]

    def beside(self) -> Beside:
        """For the operation, after `is_valid`."""
        given = self.cleaned_data
        return Beside(notes=given["notes"], other_name=given.get("other_name", False))

    @property
    def is_open(self) -> bool:
        """Whether something in it is chosen or to be mended, so that it is not folded away."""
        return bool(self.errors) or any(self[name].value() for name in self.fields)


class RevealForm(forms.Form):
    reason = forms.CharField(
        label=_("Why does somebody need to know?"),
        help_text=_("A second moderator reads this. Write no name."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say in a sentence why somebody needs to know.")},
    )


class ReadingForm(forms.Form):
    """A way for each note, and quiet pages."""

    mark_optional = False

    low_stimulus = forms.BooleanField(
        label=_("Quiet pages"),
        help_text=_("No pictures, no faces and no counts in groups. Everything with a note is folded."),
        required=False,
        widget=SwitchInput,
    )

    def __init__(self, *args: Any, reading: Reading | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["low_stimulus"].initial = bool(reading and reading.low_stimulus)
        for note, name in Note.choices:
            now = SHOW
            if reading is not None:
                now = LEAVE if note in reading.left_out else FOLD if note in reading.folded else SHOW
            self.fields[note] = forms.ChoiceField(label=name, choices=WAYS, initial=now, widget=ChipsRadio)

    def chosen(self) -> dict[str, Any]:
        """For the operation, after `is_valid`."""
        ways = {note: self.cleaned_data[note] for note in Note.values}
        return {
            "folded": [note for note, way in ways.items() if way == FOLD],
            "left_out": [note for note, way in ways.items() if way == LEAVE],
            "low_stimulus": self.cleaned_data["low_stimulus"],
        }
