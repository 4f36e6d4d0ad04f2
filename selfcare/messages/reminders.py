"""The message kind of this house: whether a reminder is still wanted, and its words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from portal.core.clock import handrail_now
from portal.core.kinds import Action, DeliveryRow, Message, No, Quiet, Verdict, Yes
from portal.core.local_time import zone_of
from portal.notifications.links import absolute, signed_action
from selfcare.due.words import alert_subject, clock, place
from selfcare.messages.drinking import asks_until, evening_of, needless_drinks
from selfcare.models import HardDay, Kind, Occurrence
from selfcare.models.can_rest import is_asleep
from selfcare.reads.water import aim_of, water_today
from selfcare.rules import later_by, lighter

ACT = "selfcare.act"
COLUMNS = (
    "pk", "state", "snooze_no", "due_at", "closes_at", "activity__owner_id", "activity__owner__time_zone",
    "activity__essential", "activity__kind", "activity__ml", "activity__stopped_at", "activity__rests",
    "activity__plan__held_at",
)  # fmt: skip


def parts(subject_key: str) -> tuple[UUID, int]:
    """The occurrence and the turn that a delivery is for."""
    _word, pk, snooze_no = subject_key.split(":")
    return UUID(pk), int(snooze_no)


def still_wanted(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    """Asked right before handing over, for a batch: three queries whatever its size, and two more for drinks."""
    ids = [parts(delivery.subject_key)[0] for delivery in deliveries]
    rows = {row["pk"]: row for row in Occurrence.objects.filter(pk__in=ids).values(*COLUMNS)}
    now = handrail_now()
    hard = hard_days(rows.values())
    needless = needless_drinks(list(rows.values()), now)
    verdicts: dict[object, Verdict] = {}
    for delivery in deliveries:
        pk, snooze_no = parts(delivery.subject_key)
        reason = unwanted(rows.get(pk), snooze_no, now, hard) or needless.get(pk, "")
        verdicts[delivery.pk] = No(reason) if reason else Yes()
    return verdicts


def when_quiet(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Quiet]:
    """In somebody's quiet hours a glass of water is let go; what is still worth doing waits until they end. One
    query for a batch."""
    ids = [parts(delivery.subject_key)[0] for delivery in deliveries]
    water = set(Occurrence.objects.filter(pk__in=ids, activity__kind=Kind.HYDRATION).values_list("pk", flat=True))
    return {one.pk: "drop" if parts(one.subject_key)[0] in water else "hold" for one in deliveries}


def hard_days(rows: Iterable[dict[str, Any]]) -> set[tuple[UUID, date]]:
    """The hard days of those who own one of these slots, where that matters. One query, or none."""
    owners = {row["activity__owner_id"] for row in rows if not row["activity__essential"]}
    return set(HardDay.objects.filter(owner_id__in=owners).values_list("owner_id", "day")) if owners else set()


def unwanted(row: dict[str, Any] | None, snooze_no: int, now: Any, hard: set[tuple[UUID, date]]) -> str:
    """A short code why not, or nothing."""
    if row is None:
        return "gone"
    if row["state"] != Occurrence.State.PLANNED:
        return str(row["state"])
    if row["snooze_no"] != snooze_no:
        return "moved"
    if row["activity__stopped_at"] or row["activity__plan__held_at"]:
        return "stopped"
    if is_asleep(row["activity__rests"], now):
        return "resting"
    day = row["due_at"].astimezone(zone_of(row["activity__owner__time_zone"])).date()
    if not row["activity__essential"] and (row["activity__owner_id"], day) in hard:
        return "hard_day"
    return ""


def act_url(act: str, occurrence: Occurrence, owner_id: UUID) -> str:
    """A link that opens a page with one button for one act on one turn of one slot."""
    token = signed_action(ACT, f"{act}:{occurrence.pk}:{occurrence.snooze_no}", owner_id)
    return absolute(reverse("selfcare:act", args=[token]))


def render(delivery: DeliveryRow) -> Message:
    """The words of one reminder, in its owner's language and zone. Raises Occurrence.DoesNotExist when it is gone."""
    pk, _snooze_no = parts(delivery.subject_key)
    occurrence = Occurrence.objects.select_related("activity__owner").get(pk=pk)
    with translation.override(occurrence.activity.owner.language):
        return words(occurrence)


def words(occurrence: Occurrence) -> Message:
    activity, owner = occurrence.activity, occurrence.activity.owner
    zone = activity.zone(owner.time_zone)
    at = clock(occurrence.due_at, zone)
    told = {"name": owner.display_name, "time": at, "place": place(zone.key)}
    lines = [
        _("Hello %(name)s. You asked us to remind you at %(time)s, %(place)s time.") % told,
        _("This is for %(time)s. Ignore it if you have done it already.") % told,
    ]
    return Message(
        subject=alert_subject(occurrence.due_at, zone),
        title=_("Time for your plan"),
        lines=lines,
        card=card(occurrence),
        actions=actions(occurrence),
        notes=notes(occurrence),
        url=reverse("home:today"),
        footer=[
            _("You get this because you turned on reminders for this activity. You can turn them off in your plan.")
        ],
    )


def card(occurrence: Occurrence) -> list[str]:
    """What to do. An activity that keeps to itself says nothing here."""
    activity = occurrence.activity
    if activity.discreet:
        return []
    lines = [activity.title]
    if activity.kind == Kind.HYDRATION:
        lines += drink_lines(occurrence)
    if minutes := minutes_asked(occurrence):
        lines.append(_("%(n)s minutes") % {"n": minutes})
    return lines + ([activity.text] if activity.text else [])


def minutes_asked(occurrence: Occurrence) -> int | None:
    """How long it is for: on a hard day what moves a person is half as long, as on their page. One query for that."""
    activity = occurrence.activity
    if not activity.minutes or activity.kind != Kind.EXERCISE:
        return activity.minutes
    day = occurrence.due_at.astimezone(zone_of(activity.owner.time_zone)).date()
    is_hard = HardDay.objects.filter(owner_id=activity.owner_id, day=day).exists()
    return lighter(activity.minutes) if is_hard else activity.minutes


def actions(occurrence: Occurrence) -> list[Action]:
    activity = occurrence.activity
    quick = _("Done")  # the same for each kind: a locked screen does not say what is done
    first = Action(_("Done"), act_url("done", occurrence, activity.owner_id), main=True, quick=quick)
    if activity.kind == Kind.HYDRATION and not activity.discreet:  # "Done" writes it down as well
        label = _("Log %(ml)s ml") % {"ml": asked_ml(occurrence)}
        first = Action(label, act_url("water", occurrence, activity.owner_id), main=True, quick=quick)
    later = Action(_("Ask me later"), act_url("later", occurrence, activity.owner_id), quick=_("Later"))
    return [
        first,
        *([later] if can_wait(occurrence) else []),
        Action(_("Skip this time"), act_url("skip", occurrence, activity.owner_id)),
    ]


def drink_lines(drink: Occurrence) -> list[str]:
    """How much, and how the day stands. Who is behind is told so instead of being asked more often."""
    water = water_today(drink.activity.owner, drink.due_at)
    said = {"ml": water.ml, "aim": water.aim_ml}
    if water.limited:
        stands = _("So far today: %(ml)s of at most %(aim)s ml.") % said
    else:
        stands = _("So far today: %(ml)s of %(aim)s ml. A little more each time is better than a lot at once.") % said
    return [_("%(n)s ml") % {"n": asked_ml(drink)}, stands]


def asked_ml(drink: Occurrence) -> int:
    """How much this drink is about: under a limit no more than what is left of it."""
    water, planned = water_today(drink.activity.owner, drink.due_at), drink.activity.ml
    return water.asked(planned) or water.usual(planned)


def can_wait(occurrence: Occurrence) -> bool:
    """Whether "later" would still be asked: for a drink not in the two hours before bed."""
    if occurrence.activity.kind != Kind.HYDRATION:
        return True
    owner = occurrence.activity.owner
    zone, aim = zone_of(owner.time_zone), aim_of(owner)
    last = asks_until(aim, evening_of(aim, occurrence.due_at, zone), zone)
    return occurrence.due_at + later_by(Kind.HYDRATION) <= last


def notes(occurrence: Occurrence) -> list[str]:
    help_page = absolute(reverse("safety:urgent_help"))
    said = [_("Each button opens a page that asks you to confirm. Skipping is fine, and nothing counts against you.")]
    if occurrence.activity.kind == Kind.EXERCISE and not occurrence.activity.discreet:
        said.append(
            _(
                "New weak or numb legs, or trouble with your bladder or bowel? Do not exercise. "
                "Get emergency help now: %(url)s"
            )
            % {"url": help_page}
        )
    else:
        said.append(_("If something feels wrong, see who to call: %(url)s") % {"url": help_page})
    return said
