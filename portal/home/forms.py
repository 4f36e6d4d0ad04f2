"""What people may type on the roof's own pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import PickRadio


class SearchForm(forms.Form):
    """Words to look for, up to a long paragraph, and optionally one kind of answer."""

    q = forms.CharField(
        label=_("Search Handrail"),
        max_length=2000,
        error_messages={
            "required": _("Enter what you are looking for, such as night pain."),
            "max_length": _("That is very long. Try the most important sentence."),
        },
    )
    kind = forms.CharField(required=False, max_length=40)
    exact = forms.BooleanField(required=False)


class LeaveForm(forms.Form):
    """What becomes of one's words, and that one means it."""

    words = forms.ChoiceField(
        label=_("What should happen to what you wrote in groups?"),
        choices=[("remove", _("Remove it")), ("keep", _("Keep it, without my name"))],
        widget=PickRadio(
            hints={
                "remove": _("Where it stood, others see only that something was removed. Answers of others stay."),
                "keep": _(
                    "It may go on helping somebody. In each thread you get another made-up name, so that nobody can "
                    "put your posts together. Your pictures go all the same."
                ),
            }
        ),
        error_messages={
            "required": _("Choose what should happen to your words."),
            "invalid_choice": _("Choose what should happen to your words."),
        },
    )
    sure = forms.BooleanField(
        label=_("Erase my account and everything in it"),
        error_messages={"required": _("Tick this if you want your account erased.")},
    )

    @property
    def keeps_words(self) -> bool:
        return self.cleaned_data["words"] == "keep"
