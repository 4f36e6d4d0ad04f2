"""What a person calls a device."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.notifications.operations.devices import NAME_LENGTH


class DeviceForm(forms.Form):
    name = forms.CharField(
        label=_("What do you call this device?"),
        help_text=_("So that you know it again in your list. Nobody else sees it."),
        max_length=NAME_LENGTH,
        error_messages={"required": _("Give it a name, such as “My phone”.")},
    )
