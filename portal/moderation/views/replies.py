"""The saved messages of the desk."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from portal.moderation import operations, rules
from portal.moderation.forms.replies import ReplyForm
from portal.moderation.models import Reply
from portal.moderation.reads import parts_of, replies_of, scope_called, scopes_held
from portal.moderation.reads.scopes import key_of


@login_required
@require_safe
def reply_list(request: HttpRequest) -> HttpResponse:
    """Those of the site and of one's groups; the ones of the site are changed by its own moderators."""
    held = scopes_held(request.user)
    parts = parts_of(request.user, held)
    rows = replies_of(request.user, held)
    for row in rows:
        row.part_name = parts.get(key_of(row.scope), "")  # type: ignore[attr-defined]
        row.is_ours = rules.can_write_replies(held, row.scope)  # type: ignore[attr-defined]
    return render(request, "moderation/reply_list.html", {"replies": rows})


@signed_in_to_send("label", "body")
@require_http_methods(["GET", "POST"])
def new_reply(request: HttpRequest) -> HttpResponse:
    return written(request, None, scopes_held(request.user))


@signed_in_to_send("label", "body")
@require_http_methods(["GET", "POST"])
def change_reply(request: HttpRequest, reply_id: UUID) -> HttpResponse:
    held = scopes_held(request.user)
    found = get_object_or_404(Reply.objects.visible_to(request.user, held).filter(scope__in=held), pk=reply_id)
    return written(request, found, held)


def written(request: HttpRequest, reply: Reply | None, held: list[str]) -> HttpResponse:
    parts, names = parts_of(request.user, held), ("label", "reason", "language", "body")
    initial = {name: getattr(reply, name) for name in names} | {"part": key_of(reply.scope)} if reply else {}
    form = ReplyForm(request.POST or None, parts=parts, initial=initial)
    if form.is_valid():
        typed = {name: form.cleaned_data[name] for name in names}
        scope = scope_called(form.cleaned_data["part"], held)
        try:
            operations.save_reply(actor=request.user, reply=reply, scope=scope, **typed)
        except RuleViolation as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            messages.success(request, _("The message is saved."))
            return redirect("moderation:reply_list")
    return render(request, "moderation/reply_form.html", {"form": form, "reply": reply})


@login_required
@post_or_go("moderation:reply_list")
def retire_reply(request: HttpRequest, reply_id: UUID) -> HttpResponse:
    """Offer it no longer; with `on` "0", offer it again."""
    held = scopes_held(request.user)
    found = get_object_or_404(Reply.objects.visible_to(request.user, held).filter(scope__in=held), pk=reply_id)
    on = request.POST.get("on") != "0"
    if operations.retire_reply(actor=request.user, reply=found, on=on):
        messages.success(request, _("It is no longer offered.") if on else _("It is offered again."))
    return redirect("moderation:reply_list")
