"""What people set beside words: content notes, and how they read past those of others."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.models import Note, Reading
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
