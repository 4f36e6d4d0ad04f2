"""What the moderation team does with a post. Every act leaves a row that says who, when and why."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Hiding, Post, Thread, ThreadVoice
from groups.operations.memberships import membership_of
from groups.operations.posts import kinds_of
from portal.accounts.models import User
from portal.moderation.bands import Reason
from portal.moderation.models import Case
from portal.moderation.operations import report
from portal.moderation.reads import entrusted
from portal.notifications.operations.events import record_events, wake_on_commit
from portal.notifications.operations.webhooks import note_for_webhooks

CONCEALED = "groups.concealed"


def need_moderator(actor: User, post: Post) -> None:
    """Raises PermissionDenied for who neither moderates the group nor was entrusted with this post."""
    group = post.thread.group
    if rules.can_moderate(actor, membership_of(actor, group), group):
        return
    if not entrusted(actor, "groups.post", post.public_id):
        raise PermissionDenied(_("Only moderators of this group can do that."))


def _conceal(actor: User, post: Post, reason: str, act: Hiding.Act, field: str) -> bool:
    need_moderator(actor, post)
    changed = Post.objects.filter(pk=post.pk, **{f"{field}__isnull": True}).update(**{field: timezone.now()})
    if changed:
        Hiding.objects.create(post=post, act=act, by=actor, reason=reason.strip()[:300])
        note_for_webhooks(event=CONCEALED, subject=post.public_id)
    return changed > 0


def _reveal(actor: User, post: Post, act: Hiding.Act, field: str) -> bool:
    need_moderator(actor, post)
    changed = Post.objects.filter(pk=post.pk, **{f"{field}__isnull": False}).update(**{field: None})
    if changed:
        Hiding.objects.filter(post=post, act=act, lifted_at=None).update(lifted_at=timezone.now(), lifted_by=actor)
    return changed > 0


def bring_to_desk(*, actor: User, post: Post) -> Case:
    """Open a case about a post that a moderator has just read, or join the one that is open. Raises PermissionDenied,
    RuleViolation for too many in an hour."""
    need_moderator(actor, post)
    made = report(
        actor=actor, reportable_key="groups.post", public_id=post.public_id, reason=Reason.OTHER,
        words=_("A moderator of the group brought this here."),
    )  # fmt: skip
    return made.case


@transaction.atomic
def hide_post(*, actor: User, post: Post, reason: str) -> bool:
    """Put a tombstone with a reason in its place. The writer and the moderators still read the words."""
    return _conceal(actor, post, reason, Hiding.Act.HIDDEN, "hidden_at")


@transaction.atomic
def unhide_post(*, actor: User, post: Post, reason: str = "") -> bool:
    return _reveal(actor, post, Hiding.Act.HIDDEN, "hidden_at")


@transaction.atomic
def remove_post(*, actor: User, post: Post, reason: str) -> bool:
    """Take the words from every page, also from their writer's, who gets them back with the decision."""
    changed = _conceal(actor, post, reason, Hiding.Act.REMOVED, "removed_at")
    if changed and post.deleted_at is None:
        Thread.objects.filter(pk=post.thread_id, posts_count__gt=0).update(posts_count=F("posts_count") - 1)
    return changed


@transaction.atomic
def restore_post(*, actor: User, post: Post, reason: str = "") -> bool:
    changed = _reveal(actor, post, Hiding.Act.REMOVED, "removed_at")
    if changed and post.deleted_at is None:
        Thread.objects.filter(pk=post.thread_id).update(posts_count=F("posts_count") + 1)
    return changed


@transaction.atomic
def release_post(*, actor: User, post: Post, reason: str = "") -> bool:
    """Let a waiting post, and the thread it opened, be read by everyone in the group. Of what was said years ago in
    another forum nobody is told."""
    need_moderator(actor, post)
    released = Post.objects.filter(pk=post.pk, held_at__isnull=False).update(held_at=None)
    if released and post.number == 1:
        Thread.objects.filter(pk=post.thread_id).update(held_at=None)
    if released and post.voice.badge != ThreadVoice.Badge.IMPORTED:  # whoever heard of it before is not told again
        record_events(kinds_of_it=kinds_of(post, named=True), subject=post.public_id)
        wake_on_commit()
    return released > 0


@transaction.atomic
def hold_post(*, actor: User, post: Post, reason: str = "") -> bool:
    """Make a post wait again, the inverse of releasing it."""
    need_moderator(actor, post)
    return Post.objects.filter(pk=post.pk, held_at=None).update(held_at=timezone.now()) > 0
