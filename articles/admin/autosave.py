"""What an editor typed and did not save: kept while they type, and brought back as it was."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms.utils import ErrorDict, ErrorList
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.models import Article
from articles.operations.autosave import MOST, Typed, forget_typed, keep_typed, typed_by
from portal.core.errors import RuleViolation
from portal.core.moments import when

PLAIN = "application/x-www-form-urlencoded"


def unchecked(form: type) -> type:
    """The same form with what was typed in it, and no judgement of it yet."""

    def full_clean(self: Any) -> None:
        self._errors, self.cleaned_data = ErrorDict(), {}

    return type(form.__name__, (form,), {"full_clean": full_clean})


def unchecked_set(formset: type) -> type:
    def full_clean(self: Any) -> None:
        self._errors, self._non_form_errors = [{} for _form in self.forms], ErrorList()

    form = unchecked(formset.form)  # type: ignore[attr-defined]
    return type(formset.__name__, (formset,), {"form": form, "full_clean": full_clean})


def arranged(typed: Typed, prefix: str, key: str, existing: set[str]) -> Typed:
    """The rows of one formset as it wants them: those that are stored first. What was removed from the database
    meanwhile comes back as a new row, so that no typed word is lost."""
    rows: dict[int, Typed] = {}
    for name, values in typed.items():
        if found := re.fullmatch(rf"{re.escape(prefix)}-(\d+)-(.+)", name):
            rows.setdefault(int(found[1]), {})[found[2]] = values
    stored = [row for _place, row in sorted(rows.items()) if (row.get(key) or [""])[-1] in existing]
    added = [{**row, key: [""]} for _place, row in sorted(rows.items()) if row not in stored]
    data = {
        f"{prefix}-{place}-{name}": values for place, row in enumerate(stored + added) for name, values in row.items()
    }
    data |= {name: typed[name] for part in ("MIN", "MAX") if (name := f"{prefix}-{part}_NUM_FORMS") in typed}
    return data | {f"{prefix}-TOTAL_FORMS": [str(len(rows))], f"{prefix}-INITIAL_FORMS": [str(len(stored))]}


def query(typed: Typed) -> QueryDict:
    made = QueryDict(mutable=True)
    for name, values in typed.items():
        made.setlist(name, values)
    return made


class KeepsTyped:
    """The part of an article's admin that brings typed words back. They are shown and not saved."""

    def _kept(self, request: HttpRequest, obj: Any) -> Any:
        """What this person has kept, when they open the page. Asked once per page."""
        if obj is None or request.method != "GET" or not self.has_change_permission(request, obj):  # type: ignore[attr-defined]
            return None
        if not hasattr(request, "kept_words"):
            request.kept_words = typed_by(request.user, obj)  # type: ignore[attr-defined]
        return request.kept_words  # type: ignore[attr-defined]

    def _restored(self, request: HttpRequest, obj: Any) -> Any:
        return self._kept(request, obj) if request.GET.get("restore") else None

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)  # type: ignore[misc]
        kept = self._restored(request, obj)
        if kept is None:
            return form

        def bound(**given: Any) -> Any:
            return unchecked(form)(data=query(kept.data), **given)

        bound.base_fields = form.base_fields  # type: ignore[attr-defined]
        return bound

    def get_formsets_with_inlines(self, request: HttpRequest, obj: Any = None) -> Iterator[Any]:
        for formset, inline in super().get_formsets_with_inlines(request, obj):  # type: ignore[misc]
            yield (unchecked_set(formset) if self._restored(request, obj) else formset), inline

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)  # type: ignore[misc]
        if kept := self._restored(request, obj):
            key = inline.model._meta.pk.name
            existing = {
                str(pk)
                for pk in inline.get_queryset(request).filter(**{_parent(inline): obj}).values_list("pk", flat=True)
            }
            kwargs["data"] = query(arranged(kept.data, prefix, key, existing))
        return kwargs

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        obj = context.get("original")
        kept = self._kept(request, obj)
        if obj is not None and self.has_change_permission(request, obj):  # type: ignore[attr-defined]
            context["autosave_address"] = reverse("admin:articles_article_autosave", args=[obj.pk])
        restored = self._restored(request, obj)
        context |= {"kept_at": when(kept.saved_at) if kept else "", "restored": restored is not None}
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)  # type: ignore[misc]
        forget_typed(actor=request.user, article=form.instance)


def _parent(inline: Any) -> str:
    return next(field.name for field in inline.model._meta.fields if field.related_model is Article)


def autosave_pages(staff: Any) -> list[URLPattern]:
    """Where the page of an article sends what was typed, and where it is thrown away."""

    @require_POST
    def keep(request: HttpRequest, pk: Any) -> HttpResponse:
        if not staff.has_change_permission(request):
            raise PermissionDenied
        article = get_object_or_404(staff.get_queryset(request), pk=pk)
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST:
            return JsonResponse({"said": _("This is too long to keep. Please save it.")}, status=413)
        if request.content_type != PLAIN:
            return JsonResponse({"said": _("Only words can be kept.")}, status=415)
        try:
            kept = keep_typed(actor=request.user, article=article, typed=dict(request.POST.lists()))
        except RuleViolation as error:
            return JsonResponse({"said": str(error.message)}, status=413)
        return JsonResponse({"said": _("Kept at %(time)s") % {"time": f"{localtime(kept.saved_at):%H:%M}"}})

    @require_POST
    def throw_away(request: HttpRequest, pk: Any) -> HttpResponse:
        if not staff.has_change_permission(request):
            raise PermissionDenied
        article = get_object_or_404(staff.get_queryset(request), pk=pk)
        if forget_typed(actor=request.user, article=article):
            staff.message_user(request, _("The words that were not saved are gone."))
        return redirect("admin:articles_article_change", article.pk)

    guarded = staff.admin_site.admin_view
    return [
        path("<uuid:pk>/autosave/", guarded(keep), name="articles_article_autosave"),
        path("<uuid:pk>/autosave/throw-away/", guarded(throw_away), name="articles_article_throw_away"),
    ]
