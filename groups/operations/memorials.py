"""When somebody has died: sign-in is closed, nothing more is sent to them, and people can say goodbye."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups.models import Clinician, Membership, Memorial, Post, PostText, SupportGroup, Thread, ThreadVoice
from groups.operations.voices import badge_of
from groups.operations.words import text_of
from portal.accounts.models import User
from portal.accounts.operations.closing import close_sign_in, open_sign_in
from portal.accounts.operations.leaving import erase_everywhere
from portal.core.errors import RuleViolation
from portal.moderation.operations.audit import audit

Badge, Wish = ThreadVoice.Badge, Memorial.Wish


def need_administrator(actor: User) -> None:
    if not (actor.is_active and actor.staff_roles.administers):
        raise PermissionDenied(_("Only administrators can do that."))


@transaction.atomic
def remember(*, actor: User, person: User, wish: str, group: SupportGroup | None = None) -> Memorial:
    """Set down that a person has died. Sign-in ends everywhere, mails, mentions and reminders stop with it. In `group`,
    one they belonged to, a thread is opened to remember them. Raises PermissionDenied, RuleViolation."""
    need_administrator(actor)
    if Memorial.objects.filter(person=person, lifted_at=None).exists():
        raise RuleViolation(_("This is set down already."), code="has_it", field="person")
    if group is not None and wish != Wish.KEEP:
        raise RuleViolation(
            _("A thread with their name goes only with the wish to keep it."), code="wish", field="group"
        )
    if group is not None and not Membership.objects.filter(group=group, user=person).exists():
        raise RuleViolation(_("They never belonged to this group."), code="group", field="group")
    close_sign_in(actor=actor, person=person)
    memorial = Memorial.objects.create(person=person, wish=wish, group=group, set_by=actor)
    if group is not None:
        memorial.thread = open_thread(person, group)
        memorial.save(update_fields=["thread"])
    audit(actor=actor, act="memorial.set", subject=f"memorial:{memorial.pk}")
    carry_out(memorial)
    return memorial


def carry_out(memorial: Memorial) -> None:
    """Do what the family wishes with what they wrote. Voices under another name stay as they are: a mark would tell
    whose they were."""
    if memorial.wish == Wish.KEEP:
        ThreadVoice.objects.filter(user=memorial.person, is_alias=False).update(badge=Badge.REMEMBERED)
    else:
        erase_everywhere(memorial.person, keep_words=memorial.wish == Wish.ANONYMISE)


def words_about(name: str) -> str:
    words = _("%(name)s has died. This is a place to remember them, to say goodbye, or to sit with others for a while.")
    return words % {"name": name}


def forget_name(thread: Thread) -> None:
    """Take the name out of our own words. What members wrote is theirs and stays."""
    title = _("In memory of somebody from this group")
    Thread.objects.filter(pk=thread.pk).update(title=title)
    first = Post.objects.filter(thread=thread, number=1).first()
    if first is not None and PostText.objects.filter(post=first).delete()[0]:
        name = _("Somebody from this group")
        text_of(first, words_about(name), title=title, languages=thread.group.languages).save(force_insert=True)


def open_thread(person: User, group: SupportGroup) -> Thread:
    """A pinned thread that belongs to nobody, so that nobody is told of its answers but who follows it."""
    title, now = _("In memory of %(name)s") % {"name": person.display_name}, timezone.now()
    thread = Thread.objects.create(group=group, title=title, pinned_at=now)
    voice = ThreadVoice.objects.create(thread=thread, shown_name=_("Those who look after this group"))
    post = Post.objects.create(thread=thread, voice=voice, number=thread.take_number(now), created_at=now)
    text_of(post, words_about(person.display_name), title=title, languages=group.languages).save(force_insert=True)
    thread.starter = voice
    thread.save(update_fields=["starter"])
    return thread


def held(memorial: Memorial) -> Memorial:
    """The row, locked, with the person and the thread."""
    rows = Memorial.objects.select_for_update(of=("self",)).select_related("person", "thread__group")
    return rows.get(pk=memorial.pk)


@transaction.atomic
def change_wish(*, actor: User, memorial: Memorial, wish: str) -> bool:
    """The family wishes otherwise later. What was anonymised or taken down does not come back. Returns whether anything
    changed. Raises PermissionDenied, RuleViolation."""
    need_administrator(actor)
    locked = (
        Memorial.objects.select_for_update(of=("self",)).select_related("person", "thread__group").get(pk=memorial.pk)
    )
    if locked.lifted_at is not None or locked.wish != Wish.KEEP:
        raise RuleViolation(_("This cannot be changed any more."), code="done")
    if wish == locked.wish:
        return False
    locked.wish = wish
    locked.save(update_fields=["wish"])
    if locked.thread is not None:
        forget_name(locked.thread)
    audit(actor=actor, act=f"memorial.{wish}", subject=f"memorial:{locked.pk}")
    carry_out(locked)
    return True


@transaction.atomic
def lift(*, actor: User, memorial: Memorial) -> bool:
    """It was a mistake: the person signs in again, and their posts look as before. Only while everything was kept.
    Returns whether it was set. Raises PermissionDenied, RuleViolation."""
    need_administrator(actor)
    locked = (
        Memorial.objects.select_for_update(of=("self",)).select_related("person", "thread__group").get(pk=memorial.pk)
    )
    if locked.lifted_at is not None:
        return False
    if locked.wish != Wish.KEEP:
        raise RuleViolation(_("This cannot be changed any more."), code="done")
    locked.lifted_at, locked.lifted_by = timezone.now(), actor
    locked.save(update_fields=["lifted_at", "lifted_by"])
    open_sign_in(actor=actor, person=locked.person)
    clinician = Clinician.objects.filter(person=locked.person, taken_at=None).exists()
    memberships = {row.group_id: row for row in Membership.objects.present().filter(user=locked.person)}
    for voice in ThreadVoice.objects.filter(user=locked.person, badge=Badge.REMEMBERED).select_related("thread"):
        voice.badge = badge_of(locked.person, memberships.get(voice.thread.group_id), clinician=clinician)
        voice.save(update_fields=["badge"])
    if locked.thread is not None:
        forget_name(locked.thread)
        Thread.objects.filter(pk=locked.thread.pk).update(hidden_at=timezone.now(), pinned_at=None)
    audit(actor=actor, act="memorial.lift", subject=f"memorial:{locked.pk}")
    return True
