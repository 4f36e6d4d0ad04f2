"""One form per kind of block, made from the block's own fields, so that the admin and files accept the same things."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from articles.blocks import BLOCKS, BlockType, Problem
from articles.blocks.fields import Cells, Choice, Field, Grid, Html, Keys, Line, Lines, Rows, Switch
from articles.blocks.figure import PictureKey
from articles.blocks.items import keep_item_ids
from articles.blocks.prose import clean_prose
from articles.blocks.situations import SITUATIONS, Situations
from articles.choosing import PictureField
from articles.models import Block
from articles.seen import SeenForm
from articles.widgets import RowsField

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Heading": {"levels": [3, 4]},
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "article"]},
    "HardBreak": True,
    "History": True,
}


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "cols": 80, "class": "vLargeTextField"})


def _line() -> forms.TextInput:
    return forms.TextInput(attrs={"class": "vTextField"})


def _prose(shared: dict[str, Any]) -> forms.Field:
    return ProseEditorFormField(
        config={"extensions": EXTENSIONS}, sanitize=clean_prose, widget=AdminProseEditorWidget, **shared
    )


def form_field(one: Field) -> forms.Field:
    """The form field of a block's field. Nothing is required here: the block itself says what is missing."""
    shared: dict[str, Any] = {"label": one.label, "help_text": one.help, "required": False}
    match one:
        case Html():
            return _prose(shared)
        case PictureKey():
            return PictureField(**shared)
        case Choice():
            return forms.ChoiceField(choices=[("", "–"), *one.choices.items()], **shared)
        case Situations():
            return forms.MultipleChoiceField(
                choices=list(SITUATIONS.items()), widget=forms.CheckboxSelectMultiple, **shared
            )
        case Switch():
            return forms.BooleanField(initial=one.start, **shared)
        case Rows():
            return RowsField(one, **shared)
        case Lines() | Grid():
            return forms.CharField(widget=_area(6), **shared)
        case Line() if one.many_lines or one.longest > 300:
            return forms.CharField(widget=_area(6 if one.many_lines else 2), **shared)
        case _:
            return forms.CharField(widget=_line(), **shared)


def typed(one: Field, value: Any) -> Any:
    """A stored value as a form shows it."""
    match one:
        case Lines():
            return "\n".join(item["text"] for item in value or [])
        case Grid():
            return "\n".join(" | ".join(row["cells"]) for row in value or [])
        case Cells():
            return " | ".join(value or [])
        case Keys():
            return " ".join(value or [])
        case _:
            return value


def untyped(one: Field, value: Any) -> Any:
    """What a form was given, as the block's check wants it."""
    split: Callable[[str], list[str]] = lambda text: [part.strip() for part in text.split("|")]  # noqa: E731
    match one:
        case Lines():
            return [line.strip() for line in (value or "").splitlines() if line.strip()]
        case Grid():
            return [split(line) for line in (value or "").splitlines() if line.strip()]
        case Cells():
            return split(value) if value else []
        case _:
            return value


class BlockForm(forms.ModelForm):
    """What one block says. Errors of the block stand beside the field they belong to."""

    type: BlockType

    class Meta:
        model = Block
        fields = ["region", "ordering"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, one in self.type.fields.items():
            if name in self.fields and name in self.instance.data:
                self.initial.setdefault(name, typed(one, self.instance.data[name]))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        raw = {name: untyped(one, given.get(name)) for name, one in self.type.fields.items()}
        data, problems = self.type.check(raw)
        for problem in problems:
            field = str(problem.path[0]) if problem.path else None
            self.add_error(field if field in self.fields else None, said(problem))
        self.instance.kind = self.type.kind
        self.instance.data = keep_item_ids(self.instance.data, data)
        return given


def said(problem: Problem) -> str:
    """The message with the number of the row or line it is about."""
    places = [step for step in problem.path if isinstance(step, int)]
    message = _("This is missing.") if problem.missing and not places else problem.message
    return _("Number %(place)s: %(message)s") % {"place": places[0] + 1, "message": message} if places else message


@lru_cache
def block_form(kind: str) -> type[BlockForm]:
    type_ = BLOCKS[kind]
    fields = {name: form_field(one) for name, one in type_.fields.items()}
    name = "".join(part.capitalize() for part in kind.split("-")) + "Form"
    return type(name, (BlockForm,), {**fields, "type": type_, "Meta": BlockForm.Meta})


class PublishForm(SeenForm):
    """What changed, in a line that readers may see."""

    note = forms.CharField(
        label=_lazy("What changed"),
        max_length=300,
        required=False,
        help_text=_lazy("One line for the history, such as “New dose limits in the table”."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
