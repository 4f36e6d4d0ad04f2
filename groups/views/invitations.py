"""Inviting people into a group, and coming in by an invitation."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groups import rules as may
from groups.forms.invitations import LinkForm, MailForm
from groups.forms.writing import AgreeForm
from groups.invitation_links import invitation_of
from groups.models import Invitation, SupportGroup
from groups.operations import invitations
from groups.reads.about import rules_of
from groups.reads.invitations import invitations_of
from groups.views.memberships import came_in
from groups.views.sessions import sent
from groups.views.viewer import viewers_membership
from portal.accounts.requests import OwnRequest
from portal.core.posting import post_or_go


@login_required
@require_http_methods(["GET", "POST"])
def invitation_list(request: OwnRequest, slug: str) -> HttpResponse:
    """Open invitations of a group, and two forms: a link, or a mail."""
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    if not may.moderates_group(viewers_membership(request, group), group):
        raise PermissionDenied(_("Only moderators of this group invite people."))
    by_mail = request.method == "POST" and "by_mail" in request.POST
    by_link = request.method == "POST" and not by_mail
    link = LinkForm(request.POST if by_link else None)
    mail = MailForm(request.POST if by_mail else None)
    if sent(link, invitations.invite_by_link, actor=request.user, group=group):
        messages.success(request, _("The link is made. Give it to whom you would like to have here."))
        return redirect("groups:invitation_list", slug=slug)
    if sent(mail, invitations.invite_by_mail, actor=request.user, group=group):
        messages.success(request, _("The invitation is on its way."))
        return redirect("groups:invitation_list", slug=slug)
    found = invitations_of(request.user, group)
    return render(request, "groups/invitation_list.html", {"group": group, "link": link, "mail": mail, "found": found})


@login_required
@post_or_go("groups:invitation_list", "slug")
def revoke_invitation(request: OwnRequest, slug: str, pk: UUID) -> HttpResponse:
    found = get_object_or_404(Invitation.objects.visible_to(request.user).filter(group__slug=slug), pk=pk)
    if invitations.revoke_invitation(actor=request.user, invitation=found):
        messages.success(request, _("The invitation is taken back. Who came in by it stays."))
    return redirect("groups:invitation_list", slug=slug)


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What a link opens. Signed out it says that somebody is invited, whatever the link is; a link that is wrong, over,
    used up or taken back gets one and the same answer."""
    user: Any = request.user
    if not user.is_authenticated:
        return private(render(request, "groups/invitation_first.html", {"onward": request.path}))
    found = invitation_of(token)
    if found is not None and viewers_membership(request, found.group):
        return private(redirect(found.group))
    if found is None or not found.is_good:
        return private(render(request, "groups/invitation_gone.html", status=404))
    given = request.POST if request.method == "POST" else None
    form = AgreeForm(given, has_rules=bool(found.group.rules_version))
    if came_in(form, invitations.accept_invitation, actor=user, invitation=found):
        messages.success(request, _("You are in. Read for as long as you like before you write."))
        return private(redirect(found.group))
    context = {"invitation": found, "group": found.group, "form": form, "rules": rules_of(found.group)}
    return private(render(request, "groups/invitation.html", context))


def private(response: HttpResponse) -> HttpResponse:
    """The link lets people in: no store keeps it and no other site is told it. Forms need `same-origin`."""
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
