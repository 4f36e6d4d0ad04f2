"""What people may type about themselves."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from portal.accounts.countries import country_choices, zone_choices
from portal.accounts.models import User
from portal.accounts.names import equals_mailbox, fold, looks_like_full_name
from portal.accounts.reads import current_texts, name_taken

NAME_HINT = _(
    "This is how others will know you. Please do not use your full name: what you write here can say a lot about your "
    "health. A first name, a nickname or a word you like is best."
)


class PseudonymMixin(forms.Form):
    """A display name that protects the person. A name that looks real is kept only when they say so."""

    display_name = forms.CharField(label=_("Display name"), min_length=2, max_length=40, help_text=NAME_HINT)
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

    def _warning(self, name: str, email: str) -> str:
        if equals_mailbox(name, email):
            return str(_("This is the first part of your e-mail address, so people could find you by it."))
        if looks_like_full_name(name):
            return str(_("This looks like a full name, so people could find out who you are."))
        return ""

    def clean_display_name(self) -> str:
        name = " ".join(self.cleaned_data["display_name"].split())
        if not fold(name):
            raise ValidationError(_("Enter a name with at least one letter."), code="no_letters")
        if "@" in name:
            raise ValidationError(_("Choose a name that is not an e-mail address."), code="address")
        if name_taken(fold(name), except_for=self._person()):
            raise ValidationError(
                _("Somebody here already has a name that looks like this. Please choose another."), code="name_taken"
            )
        return name

    def _person(self) -> User | None:
        return None

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
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=zone_choices,
        help_text=_("Reminders come at this time. Change it if it is not right."),
    )


class SignupForm(PlaceMixin, PseudonymMixin):
    """The questions of sign-up beside address and password; allauth puts those first."""

    adult = forms.BooleanField(
        label=_("I am an adult"), error_messages={"required": _("You need to be an adult to join.")}
    )
    terms = forms.BooleanField(error_messages={"required": _("Please read and agree to the house rules to join.")})
    health = forms.BooleanField(
        error_messages={"required": _("We cannot keep a plan or a post for you without this agreement.")}
    )
    is_carer = forms.BooleanField(label=_("I care for someone (you can leave this out)"), required=False)

    field_order = ["email", "password1", "display_name", "keep_name", "country", "time_zone", "is_carer", "adult"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["adult"].label = _("I am %(age)s or older") % {"age": settings.MINIMUM_AGE}
        self.fields["time_zone"].initial = self.fields["time_zone"].initial or "Europe/London"
        self.fields["time_zone"].widget.attrs["data-detect-time-zone"] = ""
        self.fields["country"].initial = settings.SITE_COUNTRY
        texts = current_texts()
        for purpose in ("terms", "health"):
            if purpose in texts:
                self.fields[purpose].label = texts[purpose].summary
                self.fields[purpose].help_text = format_html(
                    '<a href="/consent/{}/">{}</a>', purpose, _("Read the whole text")
                )

    def signup(self, request: HttpRequest, user: User) -> None:
        """allauth calls this once the person is saved."""
        from portal.accounts.operations import give_consent

        give_consent(actor=user, purposes=["terms", "health"])


class ProfileForm(PlaceMixin, PseudonymMixin):
    """The same questions later, in the settings."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    is_carer = forms.BooleanField(label=_("I care for someone (you can leave this out)"), required=False)

    field_order = ["display_name", "keep_name", "country", "time_zone", "language", "is_carer"]

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        self.person = person
        names = ["display_name", "country", "time_zone", "language", "is_carer"]
        super().__init__(*args, initial={name: getattr(person, name) for name in names}, **kwargs)

    def _address(self) -> str:
        return self.person.email

    def _person(self) -> User | None:
        return self.person


class AppearanceForm(forms.ModelForm):
    """How the site looks for this person, on every device they sign in on."""

    class Meta:
        model = User
        fields = ["theme", "contrast", "text_size"]
        widgets = dict.fromkeys(fields, forms.RadioSelect)
