"""Choosing a picture in the article editor."""

from typing import Any

from django import forms

from articles.models import ArticlePicture

NEWEST = 200


def newest() -> list[tuple[str, str]]:
    rows = ArticlePicture.objects.all()[:NEWEST]
    return [("", "–"), *((one.key, f"{one.title} ({one.width} × {one.height})") for one in rows)]


class PictureField(forms.ChoiceField):
    """The newest pictures by name, and the one that is chosen already however old it is."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=newest, **kwargs)

    def valid_value(self, value: str) -> bool:
        return super().valid_value(value) or ArticlePicture.objects.filter(key=value).exists()

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        bound = super().get_bound_field(form, field_name)
        chosen = bound.value()
        known = newest()
        if chosen and chosen not in {key for key, _name in known}:
            found = ArticlePicture.objects.filter(key=chosen).first()
            self.choices = [*known, (chosen, found.title if found else chosen)]
        return bound
