"""The only way for staff into a private group: a reason, a second person, a while, and a record of every page.

docs/decisions/0016-break-glass.md says why each rule is as it is.
"""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import BreakGlass, Membership, SupportGroup, Thread
from groups.reads.break_glass import owed_by
from portal.accounts.models import User
from portal.accounts.staff import has_second_step
from portal.core.errors import RuleViolation
from portal.moderation.operations import audit
from portal.notifications.operations.events import record_event, wake_on_commit

ASKED, ANSWERED, ALONE = "groups.glass_asked", "groups.glass_answered", "groups.glass_alone"
TEAM, REVIEW = "groups.glass_team", "groups.glass_review"
MINUTES = (30, 60, 240, 1440)
MINUTES_ALONE = 30
TEAM_TOLD_LATER = timedelta(days=7)  # after it is over, where the worry is about the team itself
REMIND_EVERY = timedelta(days=1)
SHORTEST_REASON = 20


@transaction.atomic
def ask_to_open(
    *, actor: User, group: SupportGroup, why: str, reason: str, minutes: int, thread: Thread | None = None,
    alone: bool = False,
) -> BreakGlass:  # fmt: skip
    """Ask for a group, or for one thread of it. Asking again while the same is open or waits joins that. With `alone`
    a Safeguarding lead opens it at once, for half an hour, and somebody else looks at it afterwards.

    Raises PermissionDenied, RuleViolation.
    """
    _need_reader(actor, alone, why)
    locked = SupportGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
    if locked.read_by != SupportGroup.Audience.MEMBERS:
        raise RuleViolation(_("Nothing is closed there: you can read this group as you are."), field="about")
    if Membership.objects.filter(group=locked, user=actor).exists():
        raise RuleViolation(
            _("You are or were in this group yourself. Somebody who never was has to look."), field="about"
        )
    reason = " ".join(reason.split())[:1000]
    if len(reason) < SHORTEST_REASON:
        raise RuleViolation(_("Say in a sentence why somebody has to read there."), field="reason")
    if minutes not in MINUTES:
        raise RuleViolation(_("Choose one of these times."), field="minutes")
    mine = BreakGlass.objects.filter(group=locked, thread=thread, asked_by=actor)
    for held in mine.order_by("-asked_at")[:1]:
        if held.is_open or (held.state == BreakGlass.State.ASKED and not alone):
            return held
    return _ask(BreakGlass(group=locked, thread=thread, asked_by=actor, why=why, minutes=minutes), reason, alone)


def _need_reader(actor: User, alone: bool, why: str) -> None:
    if not rules.can_break_glass(actor):
        raise PermissionDenied(_("Only Moderators and Safeguarding leads of the site can ask for that."))
    _need_second_step(actor)
    if not alone:
        return
    if not rules.can_break_glass_alone(actor, why):
        raise PermissionDenied(_("Only a Safeguarding lead can do that alone, and only if somebody may be in danger."))
    if BreakGlass.objects.filter(asked_by=actor, alone=True, reviewed_at=None).exists():
        raise RuleViolation(_("Nobody has looked yet at the group you opened alone before. This one takes two people."))


def _need_second_step(actor: User) -> None:
    if not (settings.DEMO or has_second_step(actor.pk)):
        raise RuleViolation(_("Set up a second step of sign-in first. This needs to be certain that it is you."))


def _ask(glass: BreakGlass, reason: str, alone: bool) -> BreakGlass:
    glass.reason = reason
    if alone:
        glass.alone, glass.minutes = True, MINUTES_ALONE
        _open(glass)
    glass.save(force_insert=True)
    if alone:
        _tell_team(glass)
    told = {"reason": reason, "why": glass.why, "minutes": glass.minutes, **_where(glass)}
    record_event(kind=ALONE if alone else ASKED, subject=str(glass.pk))
    wake_on_commit()
    audit(actor=glass.asked_by, act="glass.alone" if alone else "glass.ask", subject=f"glass:{glass.pk}", text=told)
    return glass


def _where(glass: BreakGlass) -> dict[str, str]:
    return {"group": str(glass.group.uuid), "thread": glass.thread.public_id if glass.thread else ""}


def _open(glass: BreakGlass) -> None:
    """From now on, for as long as was asked. The group's moderators are told at once, except where the worry is about
    them: then a week after it is over."""
    glass.agreed_at = timezone.now()
    glass.ends_at = glass.agreed_at + timedelta(minutes=glass.minutes)
    later = glass.why == BreakGlass.Why.TEAM
    glass.tell_team_at = glass.ends_at + TEAM_TOLD_LATER if later else glass.agreed_at


@transaction.atomic
def answer_opening(*, actor: User, glass: BreakGlass, agree: bool) -> bool:
    """A second person says yes or no, once. Returns whether this was the answer. Raises PermissionDenied and
    RuleViolation."""
    now = BreakGlass.objects.select_for_update(of=("self",)).select_related("group", "thread").get(pk=glass.pk)
    if not rules.agrees_to_glass(actor) or now.asked_by_id == actor.pk:
        raise PermissionDenied(_("This takes a second person: another Safeguarding lead, or an Administrator."))
    if now.state != BreakGlass.State.ASKED:
        return False
    if not rules.can_agree_to_glass(actor, now, owed_by(actor, now)):
        raise PermissionDenied(_("They agreed to yours for the same group. A third person has to answer this."))
    _need_second_step(actor)
    if agree and now.group.read_by == SupportGroup.Audience.MEMBERS:
        _open(now)
    else:
        now.refused_at, agree = timezone.now(), False
    now.decided_by = actor
    now.save(update_fields=["decided_by", "agreed_at", "refused_at", "ends_at", "tell_team_at"])
    _tell_team(now)
    record_event(kind=ANSWERED, subject=str(now.pk))
    wake_on_commit()
    audit(actor=actor, act="glass.agree" if agree else "glass.refuse", subject=f"glass:{now.pk}")
    return True


@transaction.atomic
def end_opening(*, actor: User, glass: BreakGlass) -> bool:
    """Over before its time; or, while it waits, taken back by who asked. Raises PermissionDenied."""
    now = BreakGlass.objects.select_for_update(of=("self",)).get(pk=glass.pk)
    if now.ended_at is not None or now.state in {BreakGlass.State.OVER, BreakGlass.State.REFUSED}:
        return False
    if not rules.can_end_glass(actor, now):
        raise PermissionDenied(_("Only who reads, and who may agree, can end it."))
    now.ended_at, now.ended_by = timezone.now(), actor
    now.save(update_fields=["ended_at", "ended_by"])
    audit(actor=actor, act="glass.end", subject=f"glass:{now.pk}")
    return True


@transaction.atomic
def review_opening(*, actor: User, glass: BreakGlass, was_right: bool) -> bool:
    """Somebody else looks at what one lead opened alone, and says whether it was right. Raises PermissionDenied."""
    now = BreakGlass.objects.select_for_update(of=("self",)).get(pk=glass.pk)
    if now.alone and now.reviewed_at is not None:
        return False
    if not rules.can_review_glass(actor, now):
        raise PermissionDenied(_("Somebody else has to look at this."))
    now.reviewed_by, now.reviewed_at, now.was_right = actor, timezone.now(), was_right
    if not was_right and now.is_open:
        now.ended_at, now.ended_by = timezone.now(), actor
    now.save(update_fields=["reviewed_by", "reviewed_at", "was_right", "ended_at", "ended_by"])
    audit(actor=actor, act="glass.right" if was_right else "glass.wrong", subject=f"glass:{now.pk}")
    return True


def tell_teams() -> int:
    """Tell the moderators of groups that somebody of the site reads, or read, with them. Once for each opening. Returns
    how many; may run twice."""
    due = BreakGlass.objects.filter(told_team_at=None, tell_team_at__lte=timezone.now())[:200]
    return sum(_tell_team(glass) for glass in due)


@transaction.atomic
def _tell_team(glass: BreakGlass) -> bool:
    now = timezone.now()
    due = BreakGlass.objects.filter(pk=glass.pk, told_team_at=None, tell_team_at__lte=now)
    if not due.update(told_team_at=now):
        return False
    record_event(kind=TEAM, subject=str(glass.pk))
    wake_on_commit()
    return True


def remind_of_reviews() -> int:
    """Every day again, until somebody else has looked at what one lead opened alone. May run twice."""
    before = timezone.now() - REMIND_EVERY
    late = Q(reminded_at=None, agreed_at__lte=before) | Q(reminded_at__lte=before)
    return sum(_remind(glass) for glass in BreakGlass.objects.filter(late, alone=True, reviewed_at=None))


@transaction.atomic
def _remind(glass: BreakGlass) -> bool:
    now = timezone.now()
    if not BreakGlass.objects.filter(pk=glass.pk, reminded_at=glass.reminded_at).update(reminded_at=now):
        return False
    record_event(kind=REVIEW, subject=f"{glass.pk}:{now:%Y%m%d}")
    wake_on_commit()
    return True
