"""Behind another name, for two moderators of the group together."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groups import rules as may
from groups.forms.beside import RevealForm
from groups.models import Post, Reveal
from groups.operations.reveals import ask_reveal, decide_reveal, read_reveal
from groups.views.viewer import viewers_membership
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reveal(request: OwnRequest, public_id: str) -> HttpResponse:
    """Ask, decide, and read: what is possible depends on how far it is and who looks."""
    seen = Post.objects.visible_to(request.user).filter(open_words=True).select_related("thread__group", "voice")
    post = get_object_or_404(seen, public_id=public_id)
    if not may.moderates_group(viewers_membership(request, post.thread.group), post.thread.group):
        raise PermissionDenied(_("Only moderators of this group can do that."))
    if not post.voice.is_alias:
        raise Http404
    found = Reveal.objects.visible_to(request.user).filter(voice=post.voice_id).order_by("-asked_at").first()
    form = RevealForm(request.POST if request.POST.get("do") == "ask" else None)
    name = act(request, post, found, form) if request.method == "POST" else ""
    if request.method == "POST" and not name and not form.errors:
        return redirect("groups:reveal", public_id)
    return render(request, "groups/reveal.html", {"post": post, "reveal": found, "form": form, "name": name})


def act(request: OwnRequest, post: Post, found: Reveal | None, form: RevealForm) -> str:
    """Do what the button says. The name, when that is what it asked for."""
    do = request.POST.get("do")
    if do == "ask" and form.is_valid():
        try:
            ask_reveal(actor=request.user, post=post, reason=form.cleaned_data["reason"])
        except RuleViolation as refusal:
            form.add_error("reason", refusal.message)
    elif found is not None and do in {"grant", "refuse"}:
        decide_reveal(actor=request.user, reveal=found, grant=do == "grant")
    elif found is not None and do == "read":
        return read_reveal(actor=request.user, reveal=found)
    return ""
