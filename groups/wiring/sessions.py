"""Telling people about sessions and cohorts. Subjects and mails say neither what a group is about nor its name."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import Cohort, Membership, Session, SessionAnswer, Waiting
from groups.operations.cohort_places import OFFER
from groups.operations.cohorts import ENDED
from groups.operations.session_places import PLACE, REMINDER, move_reminders
from groups.operations.sessions import NEWS
from groups.wiring.telling import Verdicts, chosen, reached, tell
from portal.core.clock import handrail_now
from portal.core.kinds import IN_APP, Action, Addressee, DeliveryRow, EventRow, Message, No, Verdict, Yes
from portal.core.moving import Moving, movings
from portal.core.personal_data import PersonalData, holders


def moment(session: Session) -> str:
    """When it is, in the recipient's own time, which the engine has switched on."""
    here = localtime(session.starts_at)
    told = {"day": date_format(here, "l j F"), "time": time_format(here), "zone": here.tzname() or ""}
    return _("%(day)s, %(time)s (%(zone)s)") % told


def may_be_named(delivery: DeliveryRow, session: Session) -> bool:
    return delivery.channel == IN_APP and not session.group.is_secret


def parts(delivery: DeliveryRow) -> list[str]:
    return delivery.subject_key.split(":")


def present_pairs(deliveries: Sequence[DeliveryRow], groups: Iterable[int]) -> set[tuple[UUID, int]]:
    """(person, group) of those who belong. One query."""
    rows = Membership.objects.present().filter(user_id__in=reached(deliveries), group_id__in=set(groups))
    return set(rows.values_list("user_id", "group_id"))


# --- the evening before, and an hour before ------------------------------------------------------------------------


def reminder_still_wanted(deliveries: Sequence[DeliveryRow]) -> Verdicts:
    """Not for a session that was moved or called off, nor for somebody who cannot come or has left. Two queries."""
    keys = [parts(one)[1] for one in deliveries]
    answers = {str(one.pk): one for one in SessionAnswer.objects.filter(pk__in=keys).select_related("session")}
    present = present_pairs(deliveries, [one.session.group_id for one in answers.values()])
    now = handrail_now()

    def verdict(delivery: DeliveryRow) -> Verdict:
        _word, key, revision, _which = parts(delivery)
        answer = answers.get(key)
        if answer is None or answer.answer not in SessionAnswer.GOING:
            return No("not-coming")
        if answer.session.cancelled_at or answer.session.revision != int(revision):
            return No("moved")
        if answer.session.starts_at <= now:
            return No("begun")
        return Yes() if (delivery.recipient_id, answer.session.group_id) in present else No("left")

    return {one.pk: verdict(one) for one in deliveries}


def reminder_message(delivery: DeliveryRow) -> Message:
    answer = SessionAnswer.objects.select_related("session__group").get(pk=parts(delivery)[1])
    session, url = answer.session, answer.session.get_absolute_url()
    title = session.title if may_be_named(delivery, session) else _("A session you said yes to")
    if answer.answer == SessionAnswer.Answer.PERHAPS and not may_be_named(delivery, session):
        title = _("A session you are thinking about")
    return Message(
        subject=_("A session is coming up"),
        title=title,
        lines=[moment(session), _("Where it is and how to come in stands on its page. Listening is enough.")],
        actions=[Action(_("Open the session"), url, main=True)],
        url=url,
    )


# --- moved, or called off ------------------------------------------------------------------------------------------


def those_who_come(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    public_id, _sep, revision = event.subject.partition(":")
    rows = SessionAnswer.objects.filter(session__public_id=public_id, session__revision=revision)
    people = rows.exclude(answer=SessionAnswer.Answer.NO).values_list("user_id", flat=True)
    return chosen(people, f"news:{event.subject}", after, limit)


def news_still_wanted(deliveries: Sequence[DeliveryRow]) -> Verdicts:
    """Only the newest change, and only for members. Two queries."""
    sessions = {one.public_id: one for one in Session.objects.filter(public_id__in=[parts(d)[1] for d in deliveries])}
    present = present_pairs(deliveries, [one.group_id for one in sessions.values()])

    def verdict(delivery: DeliveryRow) -> Verdict:
        _word, public_id, revision = parts(delivery)
        session = sessions.get(public_id)
        if session is None or session.revision != int(revision):
            return No("changed-again")
        return Yes() if (delivery.recipient_id, session.group_id) in present else No("left")

    return {one.pk: verdict(one) for one in deliveries}


def news_message(delivery: DeliveryRow) -> Message:
    session = Session.objects.select_related("group").get(public_id=parts(delivery)[1])
    named = may_be_named(delivery, session)
    if session.cancelled_at:
        title = _("“%(title)s” is called off") if named else _("A session you wanted to come to is called off")
        line = _("It was planned for %(when)s.")
    else:
        title = _("“%(title)s” has a new time or place") if named else _("A session has a new time or place")
        line = _("It is on %(when)s now.")
    url = session.get_absolute_url()
    return Message(
        subject=_("A session has changed"),
        title=title % {"title": session.title} if named else title,
        lines=[line % {"when": moment(session)}],
        actions=[Action(_("Open the session"), url, main=True)],
        url=url,
    )


# --- a place became free -------------------------------------------------------------------------------------------


def the_lucky_one(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    people = SessionAnswer.objects.filter(pk=event.subject).values_list("user_id", flat=True)
    return chosen(people, f"place:{event.subject}", after, limit)


def place_still_wanted(deliveries: Sequence[DeliveryRow]) -> Verdicts:
    rows = SessionAnswer.objects.filter(
        pk__in=[parts(one)[1] for one in deliveries], answer=SessionAnswer.Answer.YES, session__cancelled_at=None,
        session__ends_at__gt=handrail_now(),
    )  # fmt: skip
    here = {str(key) for key in rows.values_list("pk", flat=True)}
    return {one.pk: Yes() if parts(one)[1] in here else No("gone") for one in deliveries}


def place_message(delivery: DeliveryRow) -> Message:
    session = Session.objects.select_related("group").get(answers__pk=parts(delivery)[1])
    url = session.get_absolute_url()
    return Message(
        subject=_("There is a place for you"),
        title=_("You have a place in a session you waited for"),
        lines=[moment(session), _("If you cannot come, say so on its page, and the next person gets the place.")],
        actions=[Action(_("Open the session"), url, main=True)],
        url=url,
    )


# --- cohorts -------------------------------------------------------------------------------------------------------


def who_waits(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    people = Waiting.objects.open().filter(pk=event.subject.partition(":")[0]).values_list("user_id", flat=True)
    return chosen(people, f"offer:{event.subject}", after, limit)


def offer_still_wanted(deliveries: Sequence[DeliveryRow]) -> Verdicts:
    rows = Waiting.objects.offered().filter(pk__in=[parts(one)[1] for one in deliveries])
    here = {str(key) for key in rows.values_list("pk", flat=True)}
    return {one.pk: Yes() if parts(one)[1] in here else No("gone") for one in deliveries}


def offer_message(delivery: DeliveryRow) -> Message:
    waiting = Waiting.objects.select_related("cohort__group").get(pk=parts(delivery)[1])
    url = waiting.cohort.group.address_without_name("join")
    until = localtime(waiting.offered_until)
    told = {"day": date_format(until, "l j F"), "time": time_format(until)}
    return Message(
        subject=_("There is a place for you"),
        title=_("A place you waited for is free"),
        lines=[_("It is kept for you until %(day)s, %(time)s. After that the next person is asked.") % told],
        actions=[Action(_("Take the place"), url, main=True)],
        url=url,
    )


def members_of_ended(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    people = Membership.objects.present().filter(group__uuid=event.subject).values_list("user_id", flat=True)
    return chosen(people, f"ended:{event.subject}", after, limit)


def ended_message(delivery: DeliveryRow) -> Message:
    cohort = Cohort.objects.select_related("group", "goes_on_in").get(group__uuid=parts(delivery)[1])
    onward = cohort.goes_on_in
    lines = [_("You can still read what was said. Nobody writes there any more.")]
    actions = [Action(_("Open the group"), cohort.group.address_without_name(), main=onward is None)]
    if onward is not None:
        lines.append(
            _("Another group is open to you, if you would like to go on. Nobody sees that you came from here.")
        )
        actions.insert(0, Action(_("See where to go on"), onward.address_without_name(), main=True))
    return Message(
        subject=_("Your group has come to its end"), title=_("Your group has come to its end"), lines=lines,
        actions=actions, url=cohort.group.address_without_name(),
    )  # fmt: skip


tell(
    REMINDER, gettext_lazy("Sessions you come to"), lambda event, after, limit: (), reminder_message,
    reminder_still_wanted,
)  # fmt: skip
tell(NEWS, gettext_lazy("Sessions that are moved or called off"), those_who_come, news_message, news_still_wanted)
tell(PLACE, gettext_lazy("Places in sessions you wait for"), the_lucky_one, place_message, place_still_wanted)
tell(OFFER, gettext_lazy("Places in groups you wait for"), who_waits, offer_message, offer_still_wanted)
tell(ENDED, gettext_lazy("Groups that come to their end"), members_of_ended, ended_message, gathered=True)


# --- handed over, and taken away -----------------------------------------------------------------------------------


def export(user: Any) -> dict[str, list[dict[str, Any]]]:
    answers = SessionAnswer.objects.owned_by(user).order_by("answered_at")
    waiting = Waiting.objects.owned_by(user).order_by("asked_at")
    return {
        "sessions": [
            dict(row)
            for row in answers.values("answer", "answered_at", title=F("session__title"), at=F("session__starts_at"))
        ],
        "waited_for": [dict(row) for row in waiting.values("asked_at", "closed_at", group=F("cohort__group__name"))],
    }


def erase(user: Any, keep_words: bool) -> None:
    SessionAnswer.objects.filter(user=user).delete()
    Waiting.objects.filter(user=user).delete()
    Session.objects.filter(made_by=user).update(made_by=None)


holders.register(
    PersonalData(
        key="groups.sessions", label=gettext_lazy("Sessions and waiting lists"),
        models=["groups.SessionAnswer", "groups.Waiting", "groups.Session"], export=export, erase=erase,
    )
)  # fmt: skip

movings.register(Moving(key="groups.sessions", carry=move_reminders))
