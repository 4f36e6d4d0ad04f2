"""What a group does about signs of spam: its moderators set it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groups import rules as may
from groups.forms.review import ReviewForm
from groups.models import SupportGroup
from groups.operations.review import set_review
from groups.views.viewer import viewers_membership
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import signed_in_to_send


@signed_in_to_send()
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: OwnRequest, slug: str) -> HttpResponse:
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    if not may.moderates_group(viewers_membership(request, group), group):
        raise PermissionDenied(_("Only moderators of this group can do that."))
    form = ReviewForm(request.POST or None, group=group)
    if form.is_valid():
        set_review(actor=request.user, group=group, first_posts=form.cleaned_data["first_posts"], answers=form.answers)
        messages.success(request, _("Saved. It counts from the next post on."))
        return redirect("groups:review", slug=group.slug)
    return render(request, "groups/review.html", {"group": group, "form": form})
