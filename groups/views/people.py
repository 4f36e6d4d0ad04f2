"""The people of a group: who they are to each other, what they say about themselves, and who helps."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from groups import rules as may
from groups.forms.people import AboutMeForm, RoleForm
from groups.models import Membership, SupportGroup
from groups.operations.about_me import say_about_me
from groups.operations.roles import give_role
from groups.reads.people import people_of, words_of
from groups.views.sessions import sent
from groups.views.viewer import viewers_membership
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import signed_in_to_send


@require_safe
def member_list(request: HttpRequest, slug: str) -> HttpResponse:
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    membership = viewers_membership(request, group)
    if not may.can_see_members(request.user, membership, group):
        raise PermissionDenied(_("Who belongs to this group is not shown to you."))
    moderates = may.moderates_group(membership, group)
    page = people_of(request.user, group, after=request.GET.get("after", "")[:200], moderates=moderates)
    context = {"group": group, "membership": membership, "moderates": moderates, "page": page}
    return render(request, "groups/member_list.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def member_role(request: OwnRequest, slug: str, pk: UUID) -> HttpResponse:
    """One person and the roles that the viewer may give them."""
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    rows = Membership.objects.visible_to(request.user).filter(group=group).select_related("user", "group")
    person = get_object_or_404(rows, uuid=pk)
    mine: Any = viewers_membership(request, group)
    open_roles = [one for one in Membership.Role if may.can_give_role(request.user, mine, person, one)]
    if not open_roles:
        raise PermissionDenied(_("Only moderators of this group give roles, and not all of them."))
    form = RoleForm(request.POST if request.method == "POST" else None, person=person, roles=open_roles)
    if sent(form, give_role, actor=request.user, membership=person) is not None:
        messages.success(request, _("Saved."))
        return redirect("groups:member_list", slug=slug)
    return render(request, "groups/member_role.html", {"group": group, "person": person, "form": form})


@signed_in_to_send("words")
@require_http_methods(["GET", "POST"])
def about_me(request: Any, slug: str) -> HttpResponse:
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    membership = viewers_membership(request, group)
    if membership is None:
        raise PermissionDenied(_("Only members of this group can do that."))
    words = words_of([membership]).get(membership.pk, "")
    form = AboutMeForm(request.POST if request.method == "POST" else None, initial={"words": words})
    if sent(form, say_about_me, actor=request.user, group=group) is not None:
        messages.success(request, _("Saved."))
        return redirect("groups:member_list" if seen(request, membership, group) else "groups:group", slug=slug)
    return render(request, "groups/about_me.html", {"group": group, "form": form, "words": words})


def seen(request: HttpRequest, membership: Membership, group: SupportGroup) -> bool:
    return may.can_see_members(request.user, membership, group)
