"""A packed copy of a group for another host: ask, agree, watch, fetch."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groups import rules as may
from groups.forms.handovers import HandoverForm
from groups.models import Handover, SupportGroup
from groups.operations.handovers import agree_to_handover, ask_handover, end_handover, fetch_handover
from groups.views.viewer import viewers_membership
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation


def group_of(request: OwnRequest, slug: str) -> SupportGroup:
    """The group, for who may have it packed. Raises Http404, PermissionDenied."""
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    if may.can_hand_over(request.user, viewers_membership(request, group), group):
        return group
    if group.is_for_everyone:
        raise PermissionDenied(_("Only administrators can have this group packed."))
    raise PermissionDenied(_("Only moderators of this group can do that."))


def newest(request: OwnRequest, group: SupportGroup) -> Handover | None:
    seen = Handover.objects.visible_to(request.user).filter(group=group).select_related("group", "asked_by")
    return seen.order_by("-asked_at").first()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: OwnRequest, slug: str) -> HttpResponse:
    """What is possible depends on how far it is and who looks."""
    group = group_of(request, slug)
    found, do = newest(request, group), request.POST.get("do")
    form = HandoverForm(request.POST if do == "ask" else None)
    if do == "ask" and form.is_valid():
        try:
            ask_handover(actor=request.user, group=group, reason=form.cleaned_data["reason"])
        except RuleViolation as refusal:
            form.add_error(refusal.field, refusal.message)
    elif do == "agree" and found is not None:
        agree_to_handover(actor=request.user, handover=found)
    elif do == "end" and found is not None:
        end_handover(actor=request.user, handover=found)
    if request.method == "POST" and not form.errors:
        return redirect("groups:hand_over", slug)
    return render(request, "groups/hand_over.html", {"group": group, "handover": found, "form": form})


@login_required
@require_safe
def hand_over_now(request: OwnRequest, slug: str) -> HttpResponse:
    """How far it is: the part of the page that moves."""
    group = group_of(request, slug)
    return render(request, "groups/_hand_over_now.html", {"group": group, "handover": newest(request, group)})


@login_required
@require_POST
@reauthentication_required
def hand_over_file(request: OwnRequest, slug: str) -> HttpResponseBase:
    group = group_of(request, slug)
    found = get_object_or_404(Handover.objects.visible_to(request.user).open().select_related("group"), group=group)
    try:
        content = fetch_handover(actor=request.user, handover=found)
    except RuleViolation as refusal:
        context = {"group": group, "handover": found, "form": HandoverForm(), "refused": refusal.message}
        return render(request, "groups/hand_over.html", context, status=410)
    name = _("group-%(day)s.zip") % {"day": f"{timezone.localdate():%Y-%m-%d}"}
    return StreamingHttpResponse(
        content, content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(found.size)},
    )  # fmt: skip
