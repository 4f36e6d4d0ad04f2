"""What people set beside words: content notes, and how they read past those of others."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.models import Note, Reading
from groups.operations.beside import Beside
from groups.operations.pictures import GivenPicture
from portal.core.forms import ChipsMany, ChipsRadio, SwitchInput
from portal.core.pictures import ACCEPT

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

    picture = forms.FileField(
        label=_("A picture"),
        help_text=_(
            "JPEG, PNG, WebP or GIF. Where and when it was taken is removed. Show no faces or papers with names."
        ),
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )
    aside = forms.CharField(required=False, widget=forms.HiddenInput, max_length=36)
    leave_out = forms.BooleanField(label=_("Leave this picture out"), required=False)
    alt = forms.CharField(
        label=_("What the picture shows"),
        help_text=_("In a few words, for people who cannot see it, and above its cover."),
        max_length=300,
        required=False,
    )
    covered = forms.BooleanField(
        label=_("Cover it until somebody opens it"),
        help_text=_("For wounds, scars, blood, or anything that may be hard to see."),
        required=False,
    )

    def __init__(self, *args: Any, other_names: bool = False, pictures: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not other_names:
            del self.fields["other_name"]
        for name in () if pictures else ("picture", "aside", "leave_out", "alt", "covered"):
            del self.fields[name]
        if pictures and not self.laid_aside:
            del self.fields["leave_out"]

    @property
    def laid_aside(self) -> str:
        """The picture that was chosen before and waits to be posted."""
        return str(self["aside"].value() or "") if "aside" in self.fields else ""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("leave_out"):
            cleaned["aside"] = ""
        if cleaned.get("aside") and not cleaned.get("alt"):
            self.add_error("alt", _("Say in a few words what the picture shows, for people who cannot see it."))
        return cleaned

    def beside(self) -> Beside:
        """For the operation, after `is_valid`."""
        given = self.cleaned_data
        picture = GivenPicture(given["aside"], given["alt"], given["covered"]) if given.get("aside") else None
        return Beside(notes=given["notes"], other_name=given.get("other_name", False), picture=picture)

    @property
    def is_open(self) -> bool:
        """Whether something in it is chosen or to be mended, so that it is not folded away."""
        return bool(self.errors) or any(self[name].value() for name in self.fields)


class PictureForm(forms.Form):
    """What a picture shows, changed later. A moderator only covers it."""

    mark_optional = False

    alt = forms.CharField(
        label=_("What the picture shows"),
        max_length=300,
        error_messages={
            "required": _("Say in a few words what the picture shows, for people who cannot see it."),
        },
    )
    covered = forms.BooleanField(
        label=_("Cover it until somebody opens it"),
        help_text=_("For wounds, scars, blood, or anything that may be hard to see."),
        required=False,
    )

    def __init__(self, *args: Any, words: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not words:
            del self.fields["alt"]


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
