"""Opening a thread, and what moderators do with a whole one."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Post, SupportGroup, Thread
from groups.operations.beside import NOTHING, Beside
from groups.operations.care import look_over
from groups.operations.drafts import forget_draft
from groups.operations.form_keys import key_of
from groups.operations.memberships import agree_to_rules, membership_of
from groups.operations.naming import name_people
from groups.operations.posts import SAME_WITHIN, add_post, need_consents, need_words
from groups.operations.reading import mark_read
from groups.operations.words import clean
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.moderation.reads import entrusted


def start_thread(
    *,
    actor: User,
    group: SupportGroup,
    title: str,
    body: str,
    confirmed: bool = False,
    agreed: bool = False,
    form_key: str = "",
    beside: Beside = NOTHING,
) -> Post:
    """Open a thread with its first post. The same form sent twice, and the same title and words twice within two
    minutes, are one thread. What was kept of it as a draft goes.

    Raises PermissionDenied, RuleViolation, LookAgain.
    """
    title, body = " ".join(clean(title).split())[:140], need_words(body)
    if not title:
        raise RuleViolation(_("Give your thread a title."), code="required", field="title")
    thread = Thread(group=group, title=title)
    naming = name_people(actor, thread, body)
    verdict = look_over(body=beside.to_screen(naming.to_screen), title=title, group=group, confirmed=confirmed)
    with transaction.atomic():
        membership = membership_of(actor, group, lock=True)
        if membership is None or not rules.can_start_thread(membership, group):
            raise PermissionDenied(_("You cannot write in this group right now."))
        need_consents(actor)
        key = key_of(actor, form_key)
        openings = Post.objects.filter(number=1, thread__group=group, voice__user=actor).select_related("thread__group")
        earlier = openings.filter(form_key=key).first() if key else None
        earlier = earlier or openings.filter(
            thread__title=title, text__body=body, created_at__gt=timezone.now() - SAME_WITHIN
        ).first()  # fmt: skip
        if earlier is not None:
            return earlier
        agree_to_rules(membership, group, agreed)
        thread.save(force_insert=True)
        post = add_post(membership, thread, naming, verdict, title=title, form_key=key, beside=beside)
        forget_draft(actor, group=group)
        thread.starter, thread.held_at = post.voice, post.held_at
        thread.save(update_fields=["starter", "held_at"])
        mark_read(actor=actor, thread=thread, up_to=1)
    return post


def _moderate(actor: User, thread: Thread) -> None:
    if rules.can_moderate(actor, membership_of(actor, thread.group), thread.group):
        return
    if not entrusted(actor, "groups.thread", thread.public_id):
        raise PermissionDenied(_("Only moderators of this group can do that."))


def _set(thread: Thread, field: str, on: bool) -> bool:
    rows = Thread.objects.filter(pk=thread.pk, **{f"{field}__isnull": on})
    return rows.update(**{field: timezone.now() if on else None}) > 0


def pin_thread(*, actor: User, thread: Thread, on: bool = True) -> bool:
    """Keep a thread on top of its group, or let it go. Returns whether anything changed."""
    _moderate(actor, thread)
    return _set(thread, "pinned_at", on)


def lock_thread(*, actor: User, thread: Thread, on: bool = True) -> bool:
    """Close a thread to new replies, or open it again. Reading stays."""
    _moderate(actor, thread)
    return _set(thread, "locked_at", on)


def hide_thread(*, actor: User, thread: Thread, reason: str = "") -> bool:
    """Take a whole thread out of sight: its starter and the moderators still find it. The desk keeps the reason."""
    _moderate(actor, thread)
    return _set(thread, "hidden_at", True)


def unhide_thread(*, actor: User, thread: Thread, reason: str = "") -> bool:
    _moderate(actor, thread)
    return _set(thread, "hidden_at", False)
