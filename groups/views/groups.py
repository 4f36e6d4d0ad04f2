"""The directory, a group, and its ground rules."""

from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groups import rules as may
from groups.models import SupportGroup
from groups.models.break_glass import BreakGlassQuerySet
from groups.reads.about import about_group, may_read, rules_of, with_rules
from groups.reads.break_glass import openness as openness_of
from groups.reads.directory import PER_PAGE, directory, my_groups, topics_in_use, with_requests, with_standing
from groups.reads.drafts import unfinished
from groups.reads.follows import menu_of_group
from groups.views.glass import readable_under_glass
from groups.views.viewer import viewers_membership


@require_safe
def group_list(request: HttpRequest) -> HttpResponse:
    """Groups one may know of, and one's own with what is new in them."""
    asked = {key: request.GET.get(key, "").strip()[:80] for key in ("q", "topic", "for", "after")}
    found = directory(
        request.user, query=asked["q"], topic=asked["topic"], whom=asked["for"], after=asked["after"]
    )  # fmt: skip
    context = {
        "asked": asked,
        "mine": my_groups(request.user) if request.user.is_authenticated else [],
        "drafts": unfinished(request.user),
        "groups": found[:PER_PAGE],
        "more": found[PER_PAGE - 1].slug if len(found) > PER_PAGE else "",
        "topics": topics_in_use(request.user, get_language() or "en"),
    }
    return render(request, "groups/group_list.html", context)


@require_safe
def unnamed(request: HttpRequest, key: UUID, page: str = "group") -> HttpResponse:
    """To a group from an address that says nothing of it. Signed out, a group that one may not know and one that does
    not exist both lead to signing in."""
    found = SupportGroup.objects.visible_to(request.user).filter(uuid=key).first()
    if found is not None:
        return redirect(f"groups:{page}", slug=found.slug)
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    raise Http404


@require_safe
@readable_under_glass(BreakGlassQuerySet.of_group, "group")
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """A group: its talk for those who may read, and what it is and asks of people for those who may only know it."""
    known = with_requests(with_standing(SupportGroup.objects.visible_to(request.user), request.user), request.user)
    known = with_rules(known).select_related("cohort__goes_on_in")
    found = get_object_or_404(known, slug=slug)
    membership = viewers_membership(request, found)
    page = about_group(
        request.user, found, membership, older=request.GET.get("older", ""), newer=request.GET.get("newer", "")
    )
    context = {
        "group": found,
        "membership": membership,
        "page": page,
        "follow": menu_of_group(membership, found.slug),
        "may_write": may.can_start_thread(membership, found),
        "moderates": may.moderates_group(membership, found),
    }
    return render(request, "groups/group.html", context)


@require_safe
@readable_under_glass(BreakGlassQuerySet.of_group, "group")
def rules(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    return render(request, "groups/rules.html", {"group": found, "rules": rules_of(found)})


@require_safe
def openness(request: HttpRequest, slug: str) -> HttpResponse:
    """Who reads in a group, and how often the site's staff did. For whoever reads in it."""
    found = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    membership = viewers_membership(request, found)
    if not may_read(request.user, found, membership):
        raise PermissionDenied(_("Only members of this group read that."))
    watches = may.looks_after(membership, found)
    context = {"group": found, "page": openness_of(found, for_team=watches), "watches": watches}
    return render(request, "groups/openness.html", context)
