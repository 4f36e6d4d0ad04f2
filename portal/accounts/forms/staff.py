"""What administrators may change about a person."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts import roles, rules
from portal.accounts.countries import country_choices
from portal.accounts.models import User
from portal.accounts.names import fold, has_hidden_signs, is_reserved
from portal.accounts.reads import name_taken


class PersonForm(forms.ModelForm):
    """A person in the admin. `actor` is set by the page that shows it."""

    actor: ClassVar[User]
    country = forms.ChoiceField(label=_("Country"), choices=country_choices, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    groups = forms.ModelMultipleChoiceField(
        label=_("Staff roles"),
        queryset=Group.objects.filter(name__in=roles.ALL),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Whoever holds a role may open the staff desk."),
    )

    class Meta:
        model = User
        fields = ["display_name", "country", "language", "is_carer", "is_active", "groups"]

    def clean_display_name(self) -> str:
        name = self.cleaned_data["display_name"]
        if name == self.instance.display_name:
            return name
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
        if name_taken(fold(name), except_for=self.instance):
            raise ValidationError(_("Somebody here already has a name that looks like this."), code="name_taken")
        return name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        held = {group.name for group in cleaned.get("groups", [])}
        locked_out = rules.would_lock_out(
            self.actor,
            self.instance,
            administers=roles.ADMINISTRATORS in held,
            active=bool(cleaned.get("is_active")),
        )
        if locked_out:
            raise ValidationError(
                _("You cannot take your own way in from yourself. Ask another administrator."), code="own_role"
            )
        return cleaned
