"""How editors type a topic's names."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.vocabulary.models import HealthTopic, HealthTopicName

LONGEST = 80


class LinesField(forms.CharField):
    """Several short texts, one on each line. Empty lines and repetitions are dropped, commas are left alone."""

    widget = forms.Textarea(attrs={"rows": 6})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        kept: dict[str, str] = {}
        for line in str(value or "").splitlines():
            words = " ".join(line.split())
            if words:
                kept.setdefault(words.casefold(), words)
        return list(kept.values())

    def validate(self, value: list[str]) -> None:
        super().validate("\n".join(value))
        for line in value:
            if len(line) > LONGEST:
                raise ValidationError(
                    _("“%(start)s…” is too long. Use at most %(longest)s letters for each."),
                    code="too_long",
                    params={"start": line[:20], "longest": LONGEST},
                )

    def run_validators(self, value: Any) -> None:
        super().run_validators("\n".join(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or []) != self.to_python(data)


class TopicForm(forms.ModelForm):
    """A topic under a parent, never under itself or under what stands below it."""

    class Meta:
        model = HealthTopic
        fields = ["slug", "kind", "parent", "position"]

    def clean_parent(self) -> HealthTopic | None:
        parent = above = self.cleaned_data["parent"]
        while above is not None and self.instance.pk:
            if above.pk == self.instance.pk:
                raise ValidationError(_("A topic cannot stand below itself."), code="circle")
            above = above.parent
        return parent


class NameForm(forms.ModelForm):
    synonyms = LinesField(
        label=_("synonyms"),
        required=False,
        help_text=_("One on each line: other words people use for it, also informal ones and common other names."),
    )

    class Meta:
        model = HealthTopicName
        fields = ["language", "name", "summary", "synonyms"]
