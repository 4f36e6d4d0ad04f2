"""The settings of a group, for those who look after it: an overview, and a page for each part."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from groups import rules as may
from groups.circle import circle_of, what_an_outsider_finds
from groups.forms.settings import ASKS, KINDS, PARTS, PartForm
from groups.models import Membership, SupportGroup
from groups.operations.groups import PRESETS, publish_rules
from groups.operations.settings import change_settings
from groups.reads.about import rules_of
from groups.reads.settings import has_begun, log_of
from groups.views.viewer import viewers_membership
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation


def looked_after(request: OwnRequest, slug: str) -> tuple[SupportGroup, Membership]:
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    membership = viewers_membership(request, group)
    if membership is None or not may.looks_after(membership, group):
        raise PermissionDenied(_("Only those who look after this group see its settings."))
    return group, membership


@login_required
@require_safe
def group_settings(request: OwnRequest, slug: str) -> HttpResponse:
    group, membership = looked_after(request, slug)

    def changes(name: str) -> bool:
        return may.can_change_setting(request.user, membership, group, name)

    context = {
        "group": group,
        "mine": {part for part, asked in ASKS.items() if any(changes(name) for name in asked)},
        "moderates": membership.moderates,
        "rules": rules_of(group),
        "outsider": what_an_outsider_finds(circle_of(group)),
        "log": log_of(request.user, group),
    }
    return render(request, "groups/settings.html", context)


@signed_in_to_send("description", "text")
@require_http_methods(["GET", "HEAD", "POST"])
def settings_part(request: OwnRequest, slug: str, part: str) -> HttpResponse:
    """One part. A kind of group, and a look at what an outsider finds, save nothing."""
    group, membership = looked_after(request, slug)
    if part not in PARTS:
        raise Http404
    form = part_form(request, group, membership, part)
    if form.is_bound and form.is_valid() and saved(request, group, part, form):
        return redirect("groups:settings", slug=group.slug)
    context = {"group": group, "part": part, "label": PARTS[part][0], "form": form, "kinds": KINDS}
    if part == "circle":
        begun = has_begun(group)
        context |= {"begun": begun, "outsider": what_an_outsider_finds(form.circle(group))}  # type: ignore[attr-defined]
    return render(request, "groups/settings_part.html", context)


def part_form(request: OwnRequest, group: SupportGroup, membership: Membership, part: str) -> PartForm:
    shape = PARTS[part][1]
    mine = {name for name in ASKS[part] if may.can_change_setting(request.user, membership, group, name)}
    if not mine:
        raise PermissionDenied(_("This is not yours to change in this group."))
    given: dict[str, Any] = {"group": group, "mine": shape.base_fields if part == "rules" else mine}
    given["begun"] = part == "circle" and has_begun(group)
    if part == "rules":
        newest = rules_of(group)
        given["initial"] = {"text": newest.text if newest else ""}
    if request.method != "POST":
        return shape(**given)
    if part == "circle" and {"kind", "look"} & set(request.POST):
        typed = {name: request.POST.get(name, "") for name in mine}
        return shape(**given, initial={**typed, **PRESETS.get(request.POST.get("kind", ""), {})})
    return shape(request.POST, **given)


def saved(request: OwnRequest, group: SupportGroup, part: str, form: PartForm) -> bool:
    """Whether nothing was to mend."""
    try:
        if part == "rules":
            publish_rules(actor=request.user, group=group, **form.cleaned_data)
        else:
            change_settings(actor=request.user, group=group, **form.cleaned_data)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    messages.success(request, _("Saved."))
    return True
