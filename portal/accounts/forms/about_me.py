"""What people may type about themselves: the name others know them by, where they are, how the site looks."""

import json
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.countries import RENAMED, country_choices, zone_choices, zone_names
from portal.accounts.models import User
from portal.accounts.names import equals_mailbox, fold, has_hidden_signs, is_reserved, looks_like_full_name
from portal.accounts.reads import name_taken
from portal.core.local_time import is_known

NAME_HINT = _(
    "This is how others will know you. Please do not use your full name: what you write here can say a lot about your "
    "health. A first name, a nickname or a word you like is best."
)


class PseudonymMixin(forms.Form):
    """A display name that protects the person. A name that looks real is kept only when they say so."""

    display_name = forms.CharField(
        label=_("Display name"),
        min_length=2,
        max_length=40,
        help_text=NAME_HINT,
        error_messages={
            "required": _("Enter a name for others to see. It does not have to be your own."),
            "min_length": _("Use at least 2 letters."),
            "max_length": _("Use at most 40 letters."),
        },
    )
    keep_name = forms.BooleanField(label=_("Use this name anyway"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.warning = ""
        if self.is_bound:
            self.warning = self._warning(str(self.data.get("display_name", "")), self._address())
        if not self.warning:
            del self.fields["keep_name"]

    def _address(self) -> str:
        return str(self.data.get("email", ""))

    def _person(self) -> User | None:
        return None

    def _warning(self, name: str, email: str) -> str:
        person = self._person()
        if person is not None and name == person.display_name:
            return ""
        if equals_mailbox(name, email):
            return str(_("This is the first part of your email address, so people could find you by it."))
        if looks_like_full_name(name):
            return str(_("This looks like a full name, so people could find out who you are."))
        return ""

    def clean_display_name(self) -> str:
        name = " ".join(self.cleaned_data["display_name"].split())
        if not fold(name):
            raise ValidationError(_("Enter a name with at least one letter."), code="no_letters")
        if "@" in name:
            raise ValidationError(_("Choose a name that is not an email address."), code="address")
        if has_hidden_signs(name):
            raise ValidationError(_("There is an invisible sign in this name. Please type it again."), code="hidden")
        if is_reserved(name):
            raise ValidationError(
                _("People could take this for the name of somebody who runs this site. Please choose another."),
                code="reserved",
            )
        if name_taken(fold(name), except_for=self._person()):
            raise ValidationError(
                _("Somebody here already has a name that looks like this. Please choose another."), code="name_taken"
            )
        return name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.warning and not cleaned.get("keep_name") and "display_name" not in self.errors:
            again = _("Choose another name, or tick “Use this name anyway”.")
            self.add_error("display_name", ValidationError(f"{self.warning} {again}", code="looks_real"))
        return cleaned


class PlaceMixin(forms.Form):
    """Where a person is, for help lines and for times."""

    country = forms.ChoiceField(
        label=_("Country"),
        choices=country_choices,
        help_text=_("So that we show the right emergency numbers."),
        error_messages={
            "required": _("Choose a country, or “Somewhere else”."),
            "invalid_choice": _("Choose a country from the list, or “Somewhere else”."),
        },
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=zone_choices,
        help_text=_("Reminders come at this time. Change it if it is not right."),
        error_messages={
            "required": _("Choose a time zone."),
            "invalid_choice": _("Choose a time zone from the list, such as London."),
        },
    )


class ProfileForm(PlaceMixin, PseudonymMixin):
    """The questions of sign-up again, in the settings. A name that was kept before is not questioned again."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    is_carer = forms.BooleanField(label=_("I care for someone (you can leave this out)"), required=False)

    field_order = ["display_name", "keep_name", "country", "time_zone", "language", "is_carer"]

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        self.person = person
        names = ["display_name", "country", "time_zone", "language", "is_carer"]
        super().__init__(*args, initial={name: getattr(person, name) for name in names}, **kwargs)
        if person.time_zone not in {"UTC", *zone_names()}:
            self._offer_older(person.time_zone)

    def _offer_older(self, name: str) -> None:
        """An older name of a zone, chosen before, may stay. One that is not known any more is to be chosen again."""
        zones: Any = self.fields["time_zone"]
        zones.choices = [(name, name) if is_known(name) else ("", _("Choose a time zone")), *zones.choices]
        if not is_known(name):
            self.initial["time_zone"] = RENAMED.get(name, "")
            zones.widget.attrs["data-detect-time-zone"] = json.dumps(RENAMED)
            zones.help_text = _(
                "We do not know “%(zone)s” any more. Please choose again: until then times are shown in UTC, and "
                "nothing of your plan rings."
            ) % {"zone": name}

    def _address(self) -> str:
        return self.person.email

    def _person(self) -> User | None:
        return self.person


class AppearanceForm(forms.ModelForm):
    """How the site looks for this person, on every device they sign in on."""

    mark_optional = False

    class Meta:
        model = User
        fields = ["theme", "contrast", "text_size"]
        widgets = dict.fromkeys(fields, forms.RadioSelect)
