"""Pictures of guides: added here, chosen in a guide's picture block, taken away when nothing shows them."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import ArticlePicture
from articles.operations.pictures import add_picture, in_use
from portal.accounts import roles
from portal.accounts.staff import RoleModelAdmin
from portal.core.errors import RuleViolation
from portal.core.pictures import ACCEPT


class NewPictureForm(forms.ModelForm):
    file = forms.FileField(
        label=_("Picture file"),
        help_text=_(
            "JPEG, PNG, WebP or GIF, up to 10 MB. It is drawn anew, without the place and time a camera notes."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )

    class Meta:
        model = ArticlePicture
        fields = ["title"]

    actor: Any = None

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "file" in given and not self.errors:
            try:
                self.instance = add_picture(actor=self.actor, raw=given["file"].read(), title=given["title"])
            except RuleViolation as refusal:
                self.add_error("file", refusal.message)
        return given

    def save(self, commit: bool = True) -> ArticlePicture:
        return self.instance

    def save_m2m(self) -> None:
        pass


@admin.register(ArticlePicture)
class ArticlePictureAdmin(RoleModelAdmin):
    changers = (roles.EDITORS,)
    viewers = (roles.CLINICAL_REVIEWERS,)
    list_display = ["small", "title", "size", "added_at"]
    list_display_links = ["title"]
    search_fields = ["title", "key"]
    readonly_fields = ["small", "size", "added_at"]

    @admin.display(description=_("picture"))
    def small(self, picture: ArticlePicture) -> SafeString:
        return format_html(
            '<img src="{}" alt="" width="96" height="{}" loading="lazy">',
            reverse("articles:picture", args=[picture.key]),
            max(1, picture.height * 96 // picture.width),
        )

    @admin.display(description=_("size"))
    def size(self, picture: ArticlePicture) -> str:
        return f"{picture.width} × {picture.height}"

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("title", "small", "size", "added_at") if obj else ("title", "file")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is not None:
            return super().get_form(request, obj, change=change, **kwargs)
        return type("PictureForm", (NewPictureForm,), {"actor": request.user})

    def save_model(self, request: HttpRequest, obj: ArticlePicture, form: Any, change: bool) -> None:
        if change:
            obj.save(update_fields=["title"])

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """One at a time, and none that a draft or a version shows."""
        return obj is not None and self.has_change_permission(request, obj) and not in_use(obj)
