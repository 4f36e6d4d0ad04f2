"""Two versions of one article side by side, and an earlier one taken up again."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from articles import rules
from articles.operations.versions import roll_back
from articles.versions import DRAFT, choices, differences, version


def comparing_pages(staff: Any) -> list[URLPattern]:
    """The addresses of these pages, for the admin of articles."""

    def compare(request: HttpRequest, pk: Any) -> HttpResponse:
        """Editors and reviewers: what differs between two published versions, or between one and the draft."""
        if not staff.has_view_permission(request):
            raise PermissionDenied
        article = get_object_or_404(staff.get_queryset(request).select_related("current"), pk=pk)
        current = str(article.current.number) if article.current else DRAFT
        before = version(article, request.GET.get("from") or current)
        after = version(article, request.GET.get("to") or DRAFT)
        if before is None or after is None:
            raise Http404
        facts, blocks = differences(before, after)
        context = {**staff.admin_site.each_context(request), "article": article, "opts": staff.opts}
        context |= {
            "before": before,
            "after": after,
            "facts": facts,
            "blocks": blocks,
            "choices": list(choices(article)),
        }
        context |= {"title": _("Compare versions"), "may_edit": rules.may_edit(request.user), "draft": DRAFT}
        return TemplateResponse(request, "admin/articles/article/compare.html", context)

    def take_up(request: HttpRequest, pk: Any, number: int) -> HttpResponse:
        """Ask, then put an earlier version back into the draft."""
        if not staff.has_change_permission(request):
            raise PermissionDenied
        article = get_object_or_404(staff.get_queryset(request), pk=pk)
        revision = get_object_or_404(article.revisions, number=number)
        if request.method == "POST":
            roll_back(actor=request.user, article=article, revision=revision)
            words = _("The draft now says what version %(number)s said. Readers see it once it is published again.")
            staff.message_user(request, words % {"number": number}, messages.SUCCESS)
            return redirect("admin:articles_article_change", article.pk)
        context = {**staff.admin_site.each_context(request), "article": article, "opts": staff.opts}
        context |= {"revision": revision, "title": _("Take up an earlier version")}
        return TemplateResponse(request, "admin/articles/article/roll_back.html", context)

    guarded = staff.admin_site.admin_view
    return [
        path("<uuid:pk>/compare/", guarded(compare), name="articles_article_compare"),
        path("<uuid:pk>/roll-back/<int:number>/", guarded(take_up), name="articles_article_roll_back"),
    ]
