"""Writing a post: numbered, screened, and told of."""

from collections.abc import Sequence
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Membership, Post, PostText, Quote, Thread
from groups.operations.beside import NOTHING, Beside, put_beside
from groups.operations.care import LookAgain, Verdict, look_over
from groups.operations.drafts import forget_draft
from groups.operations.form_keys import key_of
from groups.operations.memberships import agree_to_rules, membership_of
from groups.operations.naming import Naming, name_people, save_names
from groups.operations.pace import keep_pace
from groups.operations.reading import mark_read
from groups.operations.review import look_for_signs
from groups.operations.voices import voice_of
from groups.operations.words import clean, text_of
from groups.reads.quoting import LONGEST as LONGEST_QUOTE
from groups.reads.quoting import Said
from portal.accounts.models import User
from portal.accounts.reads import held_consents
from portal.core.errors import RuleViolation
from portal.moderation.operations import open_case_for_finding, open_case_for_review
from portal.notifications.operations.events import record_events, wake_on_commit

SAME_WITHIN = timedelta(minutes=2)


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
    quotes: Sequence[Said] = (),
    seen_up_to: int | None = None,
    form_key: str = "",
    beside: Beside = NOTHING,
) -> Post:
    """Write a post and record that it happened; telling people is the engine's work.

    The membership row is locked, so a mute arriving in the same moment either comes first and wins, or waits for this
    post to finish. The same form sent twice, and the same words twice within two minutes, are one post. `reply_to` and
    `quotes` must have come through the actor's door; `quote` shows the first words of `reply_to`. What was kept of this
    reply as a draft goes. Raises PermissionDenied, RuleViolation, LookAgain.
    """
    body = need_words(body)
    naming = name_people(actor, thread, body)
    try:
        verdict = look_over(body=beside.to_screen(naming.to_screen), group=thread.group, confirmed=confirmed)
    except LookAgain:
        need_right(membership_of(actor, thread.group), thread)  # who may not write is not asked to mend their words
        raise
    with transaction.atomic():
        membership = need_right(membership_of(actor, thread.group, lock=True), thread)
        membership.user = actor  # loaded already
        need_consents(actor)
        earlier = same_words(actor, thread, naming.body, key_of(actor, form_key))
        if earlier is not None:
            return earlier
        agree_to_rules(membership, thread.group, agreed)
        post = add_post(
            membership, thread, naming, verdict, reply_to=reply_to, quote=quote, quotes=quotes,
            form_key=key_of(actor, form_key), beside=beside,
        )  # fmt: skip
        forget_draft(actor, thread=thread)
        if not rules.can_reply(membership, thread):  # locked or hidden while this was being written
            raise PermissionDenied(_("This thread was closed while you were writing. Your words were not posted."))
        mark_read(actor=actor, thread=thread, up_to=read_after(post.number, seen_up_to))
    return post


def read_after(number: int, seen_up_to: int | None) -> int:
    """Somebody who answers has read what was on their page, and not what arrived while they wrote."""
    return number if seen_up_to is None or seen_up_to >= number - 1 else seen_up_to


def same_words(actor: User, thread: Thread, body: str, key: str | None) -> Post | None:
    """What this form has posted already, or the same person's last post in the thread, when it says the same and is
    young."""
    newest = Post.objects.filter(thread=thread, voice__user=actor, deleted_at=None).order_by("-number").values("pk")[:1]
    same = Post.objects.filter(pk__in=newest, text__body=body, created_at__gt=timezone.now() - SAME_WITHIN).order_by()
    if key is not None:
        same = same.union(Post.objects.filter(form_key=key, thread=thread).order_by())
    return next(iter(same), None)


def add_post(
    membership: Membership,
    thread: Thread,
    naming: Naming,
    verdict: Verdict,
    *,
    title: str = "",
    reply_to: Post | None = None,
    quote: bool = False,
    quotes: Sequence[Said] = (),
    form_key: str | None = None,
    beside: Beside = NOTHING,
) -> Post:
    """Number and save the post with its words, its quote and its event. Called with the membership row locked."""
    looked = look_for_signs(membership, thread.group, f"{title} {naming.body}", verdict)
    keep_pace(membership)
    now = timezone.now()
    waits = verdict.held or looked.holds or rules.is_reviewed(membership)
    voice = voice_of(membership.user, thread, membership, other_name=beside.other_name)
    post = Post.objects.create(
        thread=thread, voice=voice, number=thread.take_number(now), reply_to=reply_to, created_at=now,
        held_at=now if waits else None, form_key=form_key,
    )  # fmt: skip
    if quote and reply_to is not None and (beginning := beginning_of(reply_to)) is not None:
        quotes = [beginning, *quotes]
    quoted = point_at(post, quotes)
    languages = thread.group.languages
    text_of(post, naming.body, title=title, languages=languages, quotes=quoted).save(force_insert=True)
    put_beside(membership.user, post, beside)
    named = save_names(post, naming)
    verdict.note_choice()
    if verdict.urgent:
        post.is_urgent = True
        open_case_for_finding(
            reportable_key="groups.post", public_id=post.public_id, author=membership.user, findings=verdict.urgent
        )
    elif rules.is_reviewed(membership):
        open_case_for_review(reportable_key="groups.post", public_id=post.public_id, why="person.reviewed")
    else:
        looked.open_case(post.public_id)
    record_events(kinds_of_it=kinds_of(post, named=bool(named)), subject=post.public_id)
    wake_on_commit()
    return post


def kinds_of(post: Post, *, named: bool) -> list[str]:
    """What a new post is to others: something new, an answer unless it opens the thread, and a call by name."""
    return ["groups.post"] + ["groups.reply"] * (post.number > 1) + ["groups.mention"] * named


def beginning_of(post: Post) -> Said | None:
    """The first words of a post, at the version it has now."""
    said = PostText.objects.filter(post=post, post__removed_at=None, post__deleted_at=None).first()
    if said is None or not said.body:
        return None
    end = min(len(said.body), LONGEST_QUOTE)
    return Said(post, said.edit_number, 0, end, said.body[:end])


def point_at(post: Post, quotes: Sequence[Said]) -> Sequence[int]:
    """Point at the words of other posts, at the version they have now. Nothing is copied. One statement."""
    Quote.objects.bulk_create(
        Quote(post=post, position=at, quoted=one.post, edit_number=one.edit_number, start=one.start, end=one.end)
        for at, one in enumerate(quotes, start=1)
    )
    return range(1, len(quotes) + 1)
