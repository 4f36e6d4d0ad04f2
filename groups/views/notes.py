"""Content notes on a post: its writer sets them, and so do the moderators of the group."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groups.forms.beside import NotesForm
from groups.models import Post
from groups.operations.notes import column_for, note_post
from groups.views.words import place_of
from portal.accounts.requests import OwnRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def post_notes(request: OwnRequest, public_id: str) -> HttpResponse:
    seen = Post.objects.visible_to(request.user).filter(open_words=True).select_related("thread__group", "voice")
    found = get_object_or_404(seen, public_id=public_id)
    now = getattr(found, column_for(request.user, found))
    form = NotesForm(request.POST if request.method == "POST" else None, initial={"notes": now})
    if form.is_valid():
        note_post(actor=request.user, post=found, notes=form.cleaned_data["notes"])
        messages.success(request, _("The notes are set."))
        return redirect(place_of(found))
    return render(request, "groups/post_notes.html", {"post": found, "group": found.thread.group, "form": form})
