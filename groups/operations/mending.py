"""Sending words again that the team had hidden, removed or kept waiting."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Hiding, Post, PostText, Thread
from groups.operations.care import look_over
from groups.operations.memberships import membership_of
from groups.operations.naming import name_people, save_names
from groups.operations.posts import need_consents, need_words
from groups.operations.team_edits import put_words
from portal.accounts.models import User
from portal.core.errors import RuleViolation


def mend(actor: User, post: Post, body: str) -> None:
    """The writer has changed the words; they wait at their number until a moderator has read them. The earlier ones
    leave the post and its history.

    Raises PermissionDenied, RuleViolation, LookAgain for contact details where everybody reads.
    """
    body, group = need_words(body), post.thread.group
    naming = name_people(actor, post.thread, body, before=post)
    verdict = look_over(body=naming.to_screen, group=group, confirmed=True)
    with transaction.atomic():
        membership = membership_of(actor, group, lock=True)
        found = Post.objects.select_for_update(of=("self",)).select_related("thread__group", "voice").get(pk=post.pk)
        if not rules.can_mend(actor, membership, found):
            raise PermissionDenied(_("You cannot send this again right now."))
        need_consents(actor)
        text = PostText.objects.filter(post=found).first()
        if text is None:
            raise RuleViolation(_("These words are gone. You can write a new post."), code="gone")
        if naming.body == text.body:
            raise RuleViolation(_("Change the part that was the problem first."), code="unchanged", field="words")
        save_names(found, naming)
        put_words(found, text, naming.body)
        _let_wait(found, actor)
        verdict.note_choice()


def _let_wait(post: Post, actor: User) -> None:
    """From hidden or removed to waiting: the writer and the moderators read it, nobody else."""
    now, was_removed = timezone.now(), post.removed_at is not None
    Post.objects.filter(pk=post.pk).update(hidden_at=None, removed_at=None, held_at=post.held_at or now)
    Hiding.objects.filter(post=post, lifted_at=None).update(lifted_at=now, lifted_by=actor)
    if was_removed:
        Thread.objects.filter(pk=post.thread_id).update(posts_count=F("posts_count") + 1)
