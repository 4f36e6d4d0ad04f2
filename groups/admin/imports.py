"""Bringing threads of other forums in, at the staff desk: choose a file, read what a check found, start, watch."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import ThreadImport
from groups.operations.imports import ask_import, drop_import, start_import
from groups.reads.imports import changes_of, figures_of
from portal.accounts import roles
from portal.accounts.staff import RoleModelAdmin, named
from portal.core.errors import RuleViolation


class ThreadImportForm(forms.ModelForm):
    """The file is kept inside the form, so that a refusal stands beside its field and nothing else is saved."""

    actor: Any
    made: ThreadImport | None = None
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("JSON, CSV, or the packed export of a group, at most 32 MB. It is only checked first."),
    )

    class Meta:
        model = ThreadImport
        fields = ["group", "source", "file", "markup", "zone"]

    def validate_unique(self) -> None:
        """The same file again, while it is open, is the same import."""

    def validate_constraints(self) -> None:
        pass

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        given = {key: value for key, value in self.cleaned_data.items() if key != "file"}
        try:
            self.made = ask_import(actor=self.actor, raw=self.cleaned_data["file"].read(), **given)
        except RuleViolation as refusal:
            self.add_error(refusal.field, refusal.message)


@admin.register(ThreadImport)
class ThreadImportAdmin(RoleModelAdmin):
    """Administrators bring threads in. The page of an import shows figures and lines, never what somebody wrote."""

    form = ThreadImportForm
    changers = (roles.ADMINISTRATORS,)
    list_display = ["made_at", "group", "source", "state", "threads_new", "posts_new", "who"]
    list_select_related = ["group", "by"]
    list_filter = ["state"]
    search_fields = ["source"]
    autocomplete_fields = ["group"]
    add_form_template = "admin/change_form.html"
    change_form_template = "admin/groups/threadimport/import.html"
    ordering = ["-made_at", "-pk"]
    who = staticmethod(named("by", gettext_lazy("asked for by")))

    def has_change_permission(self, request: HttpRequest, obj: object | None = None) -> bool:
        return False

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return type("ThreadImportForm", (super().get_form(request, obj, change, **kwargs),), {"actor": request.user})

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (
            ["group", "source", "markup", "zone", "digest", "made_at", "done_at"]
            if obj
            else ["group", "source", "file", "markup", "zone"]
        )

    def save_model(self, request: HttpRequest, obj: ThreadImport, form: Any, change: bool) -> None:
        obj.__dict__.update(form.made.__dict__)

    def response_add(self, request: HttpRequest, obj: ThreadImport, post_url_continue: Any = None) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:groups_threadimport_change", args=[obj.pk]))

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        own = [
            path("<uuid:pk>/now/", wrap(self.now), name="groups_threadimport_now"),
            path("<uuid:pk>/start/", wrap(self.start), name="groups_threadimport_start"),
            path("<uuid:pk>/drop/", wrap(self.drop), name="groups_threadimport_drop"),
        ]
        return [*own, *super().get_urls()]

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        row = self.get_object(request, object_id)
        return super().change_view(request, object_id, form_url, (extra_context or {}) | (about(row) if row else {}))

    def now(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """How far it is: the part of its page that moves."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        row = get_object_or_404(ThreadImport, pk=pk)
        return TemplateResponse(request, "admin/groups/threadimport/_how_far.html", about(row))

    def start(self, request: HttpRequest, pk: Any) -> HttpResponse:
        return self._act(request, pk, start_import, _("It has begun. You can leave this page."))

    def drop(self, request: HttpRequest, pk: Any) -> HttpResponse:
        return self._act(request, pk, drop_import, _("Called off. The file is gone."))

    def _act(self, request: HttpRequest, pk: Any, act: Any, done: str) -> HttpResponse:
        if request.method != "POST" or not self.has_add_permission(request):
            raise PermissionDenied
        row = get_object_or_404(ThreadImport.objects.select_related("group"), pk=pk)
        if act(actor=request.user, row=row):
            self.message_user(request, done, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:groups_threadimport_change", args=[row.pk]))


def about(row: ThreadImport) -> dict[str, Any]:
    return {"row": row, "figures": figures_of(row), "changes": changes_of(row), "State": ThreadImport.State}
