"""What moderators choose about signs of spam."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.models import SupportGroup
from groups.models.review import Answer, Sign, answer_to


class ReviewForm(forms.Form):
    """One choice for each sign, and how many posts count as somebody's first."""

    mark_optional = False

    first_posts = forms.IntegerField(
        label=_("How many posts count as somebody’s first?"),
        min_value=0,
        max_value=50,
        error_messages={
            "required": _("Choose a number from 0 to 50."),
            "invalid": _("Choose a number from 0 to 50."),
            "min_value": _("Choose a number from 0 to 50."),
            "max_value": _("Choose a number from 0 to 50."),
        },
        widget=forms.NumberInput(attrs={"class": "input--s", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, group: SupportGroup, **kwargs: Any) -> None:
        held = {str(sign): answer_to(group.review_answers, sign) for sign in Sign.values}
        super().__init__(*args, **{**kwargs, "initial": {"first_posts": group.first_posts, **held}})
        for sign, label in Sign.choices:
            self.fields[str(sign)] = forms.ChoiceField(
                label=label, choices=Answer.choices, error_messages={"required": _("Choose one of the three.")}
            )

    @property
    def answers(self) -> dict[str, str]:
        return {str(sign): self.cleaned_data[str(sign)] for sign in Sign.values}
