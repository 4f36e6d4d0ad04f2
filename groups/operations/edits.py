"""Changing and taking down one's own words."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Picture, Post, PostEdit, PostText, Quote, Thread
from groups.operations.care import look_over
from groups.operations.memberships import membership_of
from groups.operations.naming import name_people, save_names
from groups.operations.posts import need_words
from groups.operations.review import look_for_signs
from groups.operations.words import rendered, search_vector
from portal.accounts.models import User
from portal.core.text import RENDERER_VERSION
from portal.moderation.bands import Reason
from portal.moderation.operations import open_case_for_finding, open_case_for_review, report
from portal.notifications.operations.events import record_event, wake_on_commit


def edit_post(*, actor: User, post: Post, body: str, confirmed: bool = False) -> bool:
    """Change one's words; what they said before is kept as history. Returns whether anything changed.

    Raises PermissionDenied, RuleViolation, LookAgain.
    """
    body = need_words(body)
    group = post.thread.group
    naming = name_people(actor, post.thread, body, before=post)
    verdict = look_over(body=naming.to_screen, group=group, confirmed=confirmed)
    with transaction.atomic():
        membership = membership_of(actor, group, lock=True)
        now = timezone.now()
        post = Post.objects.select_for_update(of=("self",)).select_related("voice", "thread__group").get(pk=post.pk)
        if membership is None or not rules.can_edit(actor, membership, post):
            raise PermissionDenied(_("You cannot change this post."))
        text = PostText.objects.get(post=post)
        body = naming.body
        if text.body == body:
            return False
        if save_names(post, naming):
            record_event(kind="groups.mention", subject=post.public_id)
            wake_on_commit()
        PostEdit.objects.create(post=post, edit_number=text.edit_number, body=text.body, replaced_at=now)
        quotes = list(Quote.objects.filter(post=post).values_list("position", flat=True))
        title = post.thread.title if post.number == 1 else ""
        PostText.objects.filter(post=post).update(
            body=body, html=rendered(body, quotes), renderer_version=RENDERER_VERSION,
            edit_number=F("edit_number") + 1, search=search_vector(title, body, group.languages),
        )  # fmt: skip
        looked = look_for_signs(membership, group, body, verdict, before=text.body)
        held = verdict.held or looked.holds or rules.is_reviewed(membership)
        held_at = now if held and post.held_at is None else post.held_at
        Post.objects.filter(pk=post.pk).update(edited_at=now, held_at=held_at)
        verdict.note_choice()
        if verdict.urgent:
            open_case_for_finding(
                reportable_key="groups.post", public_id=post.public_id, author=actor, findings=verdict.urgent
            )
            wake_on_commit()
        elif rules.is_reviewed(membership):
            open_case_for_review(reportable_key="groups.post", public_id=post.public_id, why="person.reviewed")
        else:
            looked.open_case(post.public_id)
    return True


@transaction.atomic
def delete_post(*, actor: User, post: Post) -> bool:
    """Take down one's own words. The number stays as a tombstone; ten minutes to change one's mind."""
    if not rules.can_delete(actor, post):
        raise PermissionDenied(_("You cannot take this post down."))
    gone = Post.objects.filter(pk=post.pk, deleted_at=None, removed_at=None).update(deleted_at=timezone.now())
    if gone:
        Thread.objects.filter(pk=post.thread_id, posts_count__gt=0).update(posts_count=F("posts_count") - 1)
    return gone > 0


@transaction.atomic
def undo_delete(*, actor: User, post: Post) -> bool:
    """Put one's own words back within ten minutes. Returns whether they are back."""
    if not rules.can_undo_delete(actor, post):
        return False
    back = Post.objects.filter(
        pk=post.pk, voice__user=actor, deleted_at__gt=timezone.now() - rules.UNDO, text__isnull=False
    ).update(deleted_at=None)
    if back:
        Thread.objects.filter(pk=post.thread_id).update(posts_count=F("posts_count") + 1)
    return back > 0


def keep_for_moderators(*, actor: User, post: Post) -> bool:
    """The writer takes a standing post out of sight of peers and leaves it for the moderators to read."""
    if not rules.can_delete(actor, post):
        raise PermissionDenied(_("You cannot change this post."))
    return Post.objects.filter(pk=post.pk, held_at=None, deleted_at=None).update(held_at=timezone.now()) > 0


def ask_for_a_moderator(*, actor: User, post: Post) -> None:
    """The writer asks to be written to: a report about their own post, which joins its open case."""
    if not rules.is_writer(actor, post):
        raise PermissionDenied(_("Only the writer can ask this."))
    report(
        actor=actor, reportable_key="groups.post", public_id=post.public_id, reason=Reason.WORRIED,
        words=_("The writer asks a moderator to write to them."),
    )  # fmt: skip


@transaction.atomic
def purge_deleted(*, limit: int = 500) -> int:
    """Forget the words and the history of posts taken down more than ten minutes ago. Returns how many posts."""
    before = timezone.now() - rules.UNDO
    ids = list(
        PostText.objects.select_for_update(skip_locked=True)
        .filter(post__deleted_at__lt=before)
        .values_list("post_id", flat=True)[:limit]
    )
    PostEdit.objects.filter(post_id__in=ids).delete()
    Picture.objects.filter(post_id__in=ids).delete()
    Quote.objects.filter(post_id__in=ids).delete()
    PostText.objects.filter(post_id__in=ids).delete()
    return len(ids)
