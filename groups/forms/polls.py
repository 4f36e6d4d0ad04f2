"""What people type and choose about polls."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.forms.writing import RefusableForm
from groups.operations.polls import LONGEST_QUESTION
from groups.reads.polls import Asked
from portal.core.forms import ChipsRadio, PickMany, PickRadio

LASTS = [("7", _("For a week")), ("30", _("For a month")), ("", _("Until I close it"))]


class PollForm(RefusableForm):
    question = forms.CharField(
        label=_("Your question"), max_length=LONGEST_QUESTION,
        error_messages={"required": _("Write your question.")},
    )  # fmt: skip
    answers = forms.CharField(
        label=_("Answers to choose from"),
        help_text=_("One on each line, two to eight. Nobody can change them later, so read them once more."),
        max_length=1200,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Give two to eight different answers, each on a line of its own.")},
    )
    several = forms.BooleanField(label=_("People may choose more than one"), required=False)
    days = forms.ChoiceField(label=_("How long is it open?"), choices=LASTS, widget=ChipsRadio, required=False)

    def asked(self) -> dict[str, Any]:
        """For the operation, after `is_valid`."""
        given = self.cleaned_data
        return {
            "question": given["question"], "answers": given["answers"].splitlines(), "several": given["several"],
            "days": int(given["days"]) if given["days"] else None,
        }  # fmt: skip


class VoteForm(RefusableForm):
    """The question is the legend, so that whoever hears the page hears it before the answers."""

    mark_optional = False
    choices: Any

    def __init__(self, data: Any = None, *, asked: Asked) -> None:
        super().__init__(data, auto_id="id_poll_%s")
        wording: dict[str, Any] = {
            "label": asked.question,
            "choices": [(one.position, one.words) for one in asked.answers],
            "error_messages": {"required": _("Choose an answer."), "invalid_choice": _("Choose an answer.")},
        }
        mine = [str(one.position) for one in asked.answers if one.mine]
        if asked.several:
            self.fields["choices"] = forms.MultipleChoiceField(
                widget=PickMany, initial=mine, help_text=_("You may choose more than one."), **wording
            )
        else:
            self.fields["choices"] = forms.ChoiceField(widget=PickRadio, initial=mine[0] if mine else None, **wording)

    def chosen(self) -> list[int]:
        """For the operation, after `is_valid`."""
        given = self.cleaned_data["choices"]
        return [int(one) for one in ([given] if isinstance(given, str) else given)]
