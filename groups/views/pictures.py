"""Pictures: shown to whoever may read their post at that moment, and looked after by their writer."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from groups import rules as may
from groups.forms.beside import PictureForm
from groups.models import Picture, PictureAside
from groups.models.break_glass import BreakGlassQuerySet
from groups.operations.pictures import change_picture, drawn_of, take_picture_away
from groups.views.glass import readable_under_glass
from groups.views.viewer import viewers_membership
from groups.views.words import place_of
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.pictures import MEDIA_TYPE


def as_image(content: bytes, media_type: str) -> HttpResponse:
    """Bytes that no browser takes for anything but a picture, and no cache keeps."""
    return HttpResponse(
        content,
        content_type=media_type,
        headers={
            "Cache-Control": "private, no-store",
            "Content-Disposition": 'inline; filename="picture.webp"',
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        },
    )


@require_safe
@readable_under_glass(BreakGlassQuerySet.of_picture, "picture")
def picture(request: HttpRequest, handle: str) -> HttpResponse:
    found = get_object_or_404(Picture.objects.visible_to(request.user).select_related("file"), public_id=handle)
    return as_image(bytes(found.file.content), found.file.media_type)


@login_required
@require_safe
def picture_aside(request: OwnRequest, pk: UUID) -> HttpResponse:
    """One's own, before it is posted."""
    found = get_object_or_404(PictureAside.objects.owned_by(request.user), pk=pk)
    return as_image(drawn_of(found).content, MEDIA_TYPE)


@login_required
@require_http_methods(["GET", "POST"])
def post_picture(request: OwnRequest, public_id: str) -> HttpResponse:
    """Say anew what it shows, cover it, or take it away."""
    seen = Picture.objects.visible_to(request.user).select_related("post__thread__group", "post__voice")
    found = get_object_or_404(seen, post__public_id=public_id)
    post, group = found.post, found.post.thread.group
    membership = viewers_membership(request, group)
    writes = may.is_writer(request.user, post)
    if not writes and not may.can_moderate(request.user, membership, group):
        raise PermissionDenied(_("Only the writer and the moderators can change this picture."))
    if request.POST.get("do") == "remove":
        take_picture_away(actor=request.user, picture=found)
        messages.success(request, _("The picture is gone for good."))
        return redirect(place_of(post))
    form = PictureForm(request.POST or None, words=writes, initial={"alt": found.alt, "covered": found.is_covered})
    if form.is_valid() and saved(request, found, form):
        return redirect(place_of(post))
    context = {"picture": found, "post": post, "group": group, "form": form, "writes": writes}
    return render(request, "groups/post_picture.html", context)


def saved(request: OwnRequest, found: Picture, form: PictureForm) -> bool:
    """Whether nothing was to mend."""
    alt, covered = form.cleaned_data.get("alt", ""), form.cleaned_data["covered"]
    try:
        change_picture(actor=request.user, picture=found, alt=alt, covered=covered)
    except RuleViolation as refusal:
        form.add_error("alt", refusal.message)
        return False
    messages.success(request, _("Saved."))
    return True
