"""Remarks of colleagues about one block of a draft, written beside its preview."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import rules
from articles.models import Article
from articles.operations.invitations import remark
from articles.views.guests import RemarkForm
from portal.core.errors import RuleViolation


@require_POST
def remark_on_block(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Whoever may see the draft may remark on it; for others it does not exist."""
    if not rules.may_preview(request.user):
        raise Http404
    article = get_object_or_404(Article.objects.visible_to(request.user), language=language, slug=slug)
    form = RemarkForm(request.POST)
    try:
        if not form.is_valid():
            raise RuleViolation(_("A remark has at most 4000 characters, and is about one part of the draft."))
        block, words = form.cleaned_data["block"], form.cleaned_data["words"]
        remark(actor=request.user, article=article, block_id=block, words=words)
        messages.success(request, _("The others see your remark."))
    except RuleViolation as error:
        messages.error(request, str(error.message))
    return redirect("articles:preview", language, slug)
