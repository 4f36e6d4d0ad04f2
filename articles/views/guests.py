"""Where somebody who was invited by mail reads a draft and remarks on it, without an account."""

import uuid

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.invited import invited_page
from articles.operations.invitations import invitation_of, remark_as_guest
from portal.core.errors import RuleViolation
from portal.safety.reads import country_of


class RemarkForm(forms.Form):
    block = forms.UUIDField()
    words = forms.CharField(max_length=4000, required=False)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def guest_review(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing. The address stays on this site: no other one is told it, no store keeps it."""
    invitation = invitation_of(token)
    if invitation is None:
        return _private(render(request, "articles/guest_gone.html", status=410))
    kept: uuid.UUID | None = None
    form = RemarkForm(request.POST or None)
    if form.is_valid():
        try:
            if remark_as_guest(token=token, block_id=form.cleaned_data["block"], words=form.cleaned_data["words"]):
                messages.success(request, _("Thank you. The editors see your remark."))
            return _private(redirect("articles:guest_review", token))
        except RuleViolation as error:
            form.add_error(None, error.message)
            kept = form.cleaned_data["block"]
    page, parts = invited_page(invitation, request.user, country_of(request), token)
    context = {"invitation": invitation, "page": page, "parts": parts, "form": form, "kept": str(kept or "")}
    return _private(render(request, "articles/guest_review.html", context))


def _private(response: HttpResponse) -> HttpResponse:
    """`same-origin`, because without any referrer browsers send a form whose origin Django cannot check."""
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
