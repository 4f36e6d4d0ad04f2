"""Writing a post: numbered, screened, and told of."""

from collections.abc import Sequence
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Membership, Post, PostText, Quote, Thread
from groups.operations.care import Verdict, look_over
from groups.operations.memberships import agree_to_rules, membership_of
from groups.operations.pace import keep_pace
from groups.operations.reading import mark_read
from groups.operations.voices import voice_of
from groups.operations.words import clean, text_of
from portal.accounts.models import User
from portal.accounts.reads import held_consents
from portal.core.errors import RuleViolation
from portal.moderation.operations import open_case_for_finding
from portal.notifications.operations.events import record_event, wake_on_commit

SAME_WITHIN = timedelta(minutes=2)
QUOTED_AT_MOST = 600


def need_words(body: str) -> str:
    body = clean(body)
    if not body:
        raise RuleViolation(_("Write something first."), code="required", field="body")
    return body


def need_consents(actor: User) -> None:
    """Whoever took an agreement back reads on and writes nothing. Raises RuleViolation. One query."""
    if not rules.has_agreed(held_consents(actor)):
        raise RuleViolation(
            _("You took an agreement back. Agree again in your settings, under “What you agreed to”, to write here."),
            code="consent",
        )


def need_right(membership: Membership | None, thread: Thread) -> Membership:
    """Who may write here, before anything is said about the words. Raises PermissionDenied."""
    if membership is None or not (membership.is_present or membership.removed_at):
        raise PermissionDenied(_("Join this group to write."))
    if not rules.can_reply(membership, thread):  # muted, removed by a moderator, or a closed thread
        raise PermissionDenied(_("You cannot write here right now."))
    return membership


def publish_post(
    *,
    actor: User,
    thread: Thread,
    body: str,
    confirmed: bool = False,
    agreed: bool = False,
    reply_to: Post | None = None,
    quote: bool = False,
    seen_up_to: int | None = None,
) -> Post:
    """Write a post and record that it happened; telling people is the engine's work.

    The membership row is locked, so a mute arriving in the same moment either comes first and wins, or waits for this
    post to finish. The same words twice within two minutes are one post. `reply_to` must have come through the actor's
    door; `quote` also shows its words. Raises PermissionDenied, RuleViolation, LookAgain.
    """
    body = need_words(body)
    need_right(membership_of(actor, thread.group), thread)
    verdict = look_over(body=body, group=thread.group, confirmed=confirmed)
    with transaction.atomic():
        membership = need_right(membership_of(actor, thread.group, lock=True), thread)
        need_consents(actor)
        earlier = same_words(actor, thread, body)
        if earlier is not None:
            return earlier
        agree_to_rules(membership, thread.group, agreed)
        post = add_post(membership, thread, body, verdict, reply_to=reply_to, quote=quote)
        if not rules.can_reply(membership, thread):  # locked or hidden while this was being written
            raise PermissionDenied(_("This thread was closed while you were writing. Your words were not posted."))
        mark_read(actor=actor, thread=thread, up_to=read_after(post.number, seen_up_to))
    return post


def read_after(number: int, seen_up_to: int | None) -> int:
    """Somebody who answers has read what was on their page, and not what arrived while they wrote."""
    return number if seen_up_to is None or seen_up_to >= number - 1 else seen_up_to


def same_words(actor: User, thread: Thread, body: str) -> Post | None:
    """The same person's last post in the thread, when it says the same and is young."""
    newest = Post.objects.filter(thread=thread, voice__user=actor, deleted_at=None).order_by("-number").values("pk")[:1]
    return Post.objects.filter(
        pk__in=newest, text__body=body, created_at__gt=timezone.now() - SAME_WITHIN
    ).first()  # fmt: skip


def add_post(
    membership: Membership,
    thread: Thread,
    body: str,
    verdict: Verdict,
    *,
    title: str = "",
    reply_to: Post | None = None,
    quote: bool = False,
) -> Post:
    """Number and save the post with its words, its quote and its event. Called with the membership row locked."""
    keep_pace(membership)
    now = timezone.now()
    voice = voice_of(membership.user, thread, membership)
    post = Post.objects.create(
        thread=thread, voice=voice, number=thread.take_number(now), reply_to=reply_to, created_at=now,
        held_at=now if verdict.held else None,
    )  # fmt: skip
    quoted = quote_of(post, reply_to) if quote and reply_to is not None else []
    languages = thread.group.languages
    text_of(post, body, title=title, languages=languages, quotes=quoted).save(force_insert=True)
    verdict.note_choice()
    if verdict.urgent:
        post.is_urgent = True
        open_case_for_finding(
            reportable_key="groups.post", public_id=post.public_id, author=membership.user, findings=verdict.urgent
        )
    if post.number > 1:
        record_event(kind="groups.reply", subject=post.public_id)
    wake_on_commit()
    return post


def quote_of(post: Post, quoted: Post) -> Sequence[int]:
    """Point at the first words of another post, at the version it has now. Nothing is copied."""
    said = PostText.objects.filter(post=quoted, post__removed_at=None, post__deleted_at=None).first()
    if said is None or not said.body:
        return []
    Quote.objects.create(
        post=post, position=1, quoted=quoted, edit_number=said.edit_number, start=0,
        end=min(len(said.body), QUOTED_AT_MOST),
    )  # fmt: skip
    return [1]
