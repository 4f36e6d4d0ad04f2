"""What Administrators say about another system that is to be told."""

from typing import Any

from django import forms

from portal.core.errors import RuleViolation
from portal.core.hooks import hook_kinds
from portal.notifications.models import WebhookEndpoint
from portal.notifications.operations.webhooks import change_webhook, set_up_webhook


class WebhookForm(forms.ModelForm):
    """Carried out inside the form, so that a refusal stands beside its field and nothing else is saved."""

    actor: Any
    made: WebhookEndpoint | None = None
    secret: str = ""

    class Meta:
        model = WebhookEndpoint
        fields = ["name", "url", "kinds", "closed_too"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "kinds" in self.fields:
            self.fields["kinds"] = forms.MultipleChoiceField(
                label=self.fields["kinds"].label,
                choices=[(kind.key, kind.label) for kind in hook_kinds],
                widget=forms.CheckboxSelectMultiple,
                initial=self.instance.kinds or [],
            )

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        try:
            if self.instance.pk and not self.instance._state.adding:
                self.made = change_webhook(actor=self.actor, row=self.instance, **self.cleaned_data)
            else:
                self.made, self.secret = set_up_webhook(actor=self.actor, **self.cleaned_data)
        except RuleViolation as refusal:
            self.add_error(refusal.field, refusal.message)
