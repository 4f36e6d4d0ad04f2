"""The only way behind another name: a moderator of the group asks and says why, a second one grants it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Post, Reveal, ThreadVoice
from groups.operations.memberships import membership_of
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.moderation.operations import audit

SHORTEST_REASON = 10


def _need_moderator(actor: User, voice: ThreadVoice) -> None:
    group = voice.thread.group
    if not rules.moderates_group(membership_of(actor, group), group):
        raise PermissionDenied(_("Only moderators of this group can do that."))


@transaction.atomic
def ask_reveal(*, actor: User, post: Post, reason: str) -> Reveal:
    """Ask who speaks under another name. Asking again while it is open joins what was asked.
    Raises PermissionDenied, RuleViolation."""
    voice = ThreadVoice.objects.select_for_update(of=("self",)).select_related("thread__group").get(pk=post.voice_id)
    _need_moderator(actor, voice)
    reason = " ".join(reason.split())[:1000]
    if not voice.is_alias or voice.user_id is None:
        raise RuleViolation(_("There is no other person behind this name."), code="reveal")
    if len(reason) < SHORTEST_REASON:
        raise RuleViolation(_("Say in a sentence why somebody needs to know."), code="required", field="reason")
    open_one = Reveal.objects.filter(voice=voice, granted_at=None, refused_at=None).first()
    if open_one is not None:
        return open_one
    reveal = Reveal(voice=voice, asked_by=actor)
    reveal.reason = reason
    reveal.save(force_insert=True)
    audit(actor=actor, act="alias.ask", subject=f"reveal:{reveal.pk}", text={"reason": reason})
    return reveal


@transaction.atomic
def decide_reveal(*, actor: User, reveal: Reveal, grant: bool) -> bool:
    """A second moderator says yes or no, once. Returns whether this was the decision. Raises PermissionDenied."""
    now = Reveal.objects.select_for_update(of=("self",)).select_related("voice__thread__group").get(pk=reveal.pk)
    _need_moderator(actor, now.voice)
    if actor.pk in {now.asked_by_id, now.voice.user_id}:
        raise PermissionDenied(_("This takes a second moderator."))
    if now.granted_at or now.refused_at:
        return False
    now.decided_by = actor
    now.granted_at, now.refused_at = (timezone.now(), None) if grant else (None, timezone.now())
    now.save(update_fields=["decided_by", "granted_at", "refused_at"])
    audit(actor=actor, act="alias.grant" if grant else "alias.refuse", subject=f"reveal:{now.pk}")
    return True


@transaction.atomic
def read_reveal(*, actor: User, reveal: Reveal) -> str:
    """The display name behind the voice, for the two who decided it together. Every reading is in the audit.
    Raises PermissionDenied."""
    now = Reveal.objects.select_related("voice__thread__group", "voice__user").get(pk=reveal.pk)
    _need_moderator(actor, now.voice)
    if now.granted_at is None or actor.pk not in {now.asked_by_id, now.decided_by_id}:
        raise PermissionDenied(_("Two moderators have to agree first."))
    audit(actor=actor, act="alias.read", subject=f"reveal:{now.pk}")
    return now.voice.user.display_name if now.voice.user else ""
