"""Pain by place: a list that everybody can use, and a drawing of a body whose parts lead to their line in the list."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from selfcare.diary.said import NOT_A_SCALE
from selfcare.diary.words import SITES


class Places(forms.Widget):
    template_name = "selfcare/forms/places.html"
    use_fieldset = True

    def id_for_label(self, id_: str | None) -> str:
        return ""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, Any]:
        return {site: data[f"{name}-{site}"] for site in SITES if data.get(f"{name}-{site}")}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}-{site}" in data for site in SITES)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        said = {site: str(number) for site, number in (value or {}).items()}
        context["widget"]["numbers"] = [str(number) for number in range(11)]
        context["widget"]["rows"] = [
            {"site": site, "words": words, "name": f"{name}-{site}", "said": said.get(site, "")}
            for site, words in SITES.items()
        ]
        context["widget"]["marked"] = set(said)
        return context


class PlacesField(forms.Field):
    """A number from 0 to 10 for each place that has one."""

    widget = Places

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def clean(self, value: Any) -> dict[str, int]:
        numbers = {site: str(said) for site, said in (value or {}).items()}
        if any(said not in map(str, range(11)) for said in numbers.values()):
            raise ValidationError(NOT_A_SCALE)
        return {site: int(said) for site, said in numbers.items()}
