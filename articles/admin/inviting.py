"""Who was invited to look at a draft, and what was remarked about its blocks."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import rules
from articles.operations.invitations import finish, invite, revoke


class InviteForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    email = forms.EmailField(label=gettext_lazy("E-mail address"))


def inviting_pages(staff: Any) -> list[URLPattern]:
    """The address of this page, for the admin of articles."""

    def remarks(request: HttpRequest, pk: Any) -> HttpResponse:
        """Editors invite, take back and tick off; reviewers read."""
        if not staff.has_view_permission(request):
            raise PermissionDenied
        article = get_object_or_404(staff.get_queryset(request), pk=pk)
        form = InviteForm(request.POST if "invite" in request.POST else None)
        if request.method == "POST" and _acted(request, article, form):
            return redirect("admin:articles_article_remarks", article.pk)
        blocks = {block.pk: str(block) for block in article.blocks.all()}
        said = list(article.comments.select_related("by", "invitation"))
        context = {**staff.admin_site.each_context(request), "article": article, "opts": staff.opts, "form": form}
        context |= {"remarks": [(one, blocks.get(one.block_id, _("A part that is gone"))) for one in said]}
        context |= {"invitations": article.invitations.all(), "now": timezone.now()}
        context |= {"title": _("Invitations and remarks"), "may_edit": rules.may_edit(request.user)}
        return TemplateResponse(request, "admin/articles/article/remarks.html", context)

    page = staff.admin_site.admin_view(remarks)
    return [path("<uuid:pk>/remarks/", page, name="articles_article_remarks")]


def _acted(request: HttpRequest, article: Any, form: InviteForm) -> bool:
    """Do what the pressed button says. False shows the form again."""
    if form.is_bound:
        if not form.is_valid():
            return False
        invite(actor=request.user, article=article, **form.cleaned_data)
        words = _("%(name)s gets a mail with the address of the draft.")
        messages.success(request, words % {"name": form.cleaned_data["name"]})
    elif request.POST.get("revoke"):
        revoke(actor=request.user, invitation=_one(article.invitations, request.POST["revoke"]))
    elif request.POST.get("done"):
        finish(actor=request.user, comment=_one(article.comments, request.POST["done"]))
    return True


def _one(rows: Any, key: str) -> Any:
    """One of this article's own rows."""
    try:
        return get_object_or_404(rows, pk=uuid.UUID(key))
    except ValueError as error:
        raise Http404 from error
