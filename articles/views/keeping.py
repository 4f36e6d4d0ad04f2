"""Guides kept for later."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Article, SavedArticle
from articles.operations import keeping
from portal.accounts.requests import OwnRequest
from portal.core.posting import post_or_go


@require_safe
@login_required
def kept(request: OwnRequest) -> HttpResponse:
    """The newest first. A guide that is no longer published is left out until it is again."""
    rows = SavedArticle.objects.owned_by(request.user).filter(article__state=Article.State.PUBLISHED)
    return render(request, "articles/kept.html", {"kept": rows.select_related("article__current")})


@login_required
@post_or_go("articles:article", "language", "slug")
def keep(request: OwnRequest, language: str, slug: str) -> HttpResponse:
    """On or off. `from=list` leads back to the list of kept guides."""
    readable = Article.objects.visible_to(request.user).published()
    article = get_object_or_404(readable, language=language, slug=slug)
    if request.POST.get("on") == "1":
        keeping.keep(actor=request.user, article=article)
        messages.success(request, _("Kept. You find it under “Kept guides”."))
    elif keeping.let_go(actor=request.user, article=article):
        messages.info(request, _("No longer kept."))
    return redirect("articles:kept") if request.POST.get("from") == "list" else redirect(article)
