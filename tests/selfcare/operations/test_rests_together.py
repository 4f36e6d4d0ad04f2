"""Several rests at once, started, changed, ended and checked in any order: what rests follows from all of them."""

import threading
from contextlib import suppress
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.models import Delivery
from selfcare import operations
from selfcare.due.schedule import slots
from selfcare.models import Activity, ExerciseHold, Kind, Occurrence, Pause
from selfcare.operations.planning import HORIZON, close_slots, plan_chunk
from selfcare.operations.rests import wake_rested
from selfcare.operations.travel import move_to
from tests.factories.accounts import make_user
from tests.factories.notifications import move_clock
from tests.factories.selfcare import ACCRA, make_activity, make_occurrence

THREE_TIMES = ["00:30", "09:00", "23:45"]
AWAY = ["Pacific/Auckland", "America/Havana", "Africa/Cairo", ACCRA]
which = st.integers(0, 3)
acts = st.one_of(
    st.tuples(
        st.just("rest"), st.integers(-1, 3), st.one_of(st.none(), st.integers(0, 3)),
        st.sampled_from(["", Kind.EXERCISE, Kind.DIET]), st.sampled_from(["rest", "chemo"]),
    ),
    st.tuples(st.just("pause"), which, st.one_of(st.none(), st.integers(1, 3))),
    st.tuples(st.just("resume"), which),
    st.tuples(st.just("end"), st.integers(0, 5)),
    st.tuples(st.just("wake all")),
    st.tuples(st.just("danger")),
    st.tuples(st.just("checked")),
    st.tuples(st.just("change"), which, st.sampled_from([Kind.EXERCISE, Kind.DIET, Kind.HYDRATION]), st.booleans()),
    st.tuples(st.just("move"), st.sampled_from(AWAY)),
    st.tuples(st.just("later"), st.integers(1, 40)),
)  # fmt: skip


class Life:
    """A person who does one thing after the other; what cannot be done is told, and changes nothing."""

    def __init__(self) -> None:
        self.person = make_user(time_zone=ACCRA)
        kinds = [Kind.EXERCISE, Kind.EXERCISE, Kind.DIET, Kind.HYDRATION]
        times = [datetime.strptime(at, "%H:%M").time() for at in THREE_TIMES]
        self.things = [make_activity(self.person, kind=kind, times=times, minutes=20) for kind in kinds]
        self.things[1].zone_policy = "home"
        self.things[1].save()
        plan_chunk(10)

    def today(self):
        return handrail_now().astimezone(ZoneInfo(self.person.time_zone)).date()

    def do(self, act):
        with suppress(RuleViolation):
            getattr(self, act[0].replace(" ", "_"))(*act[1:])
        self.person.refresh_from_db()

    def rest(self, begins, length, kind, variant):
        first = self.today() + timedelta(days=begins)
        last = None if length is None else first + timedelta(days=length)
        operations.plan_rest(actor=self.person, begins_on=first, ends_on=last, kind=kind, variant=variant)

    def pause(self, thing, days):
        until = None if days is None else self.today() + timedelta(days=days)
        operations.pause_activity(actor=self.person, activity=self.things[thing], until=until)

    def resume(self, thing):
        operations.resume_activity(actor=self.person, activity=self.things[thing])

    def end(self, number):
        for pause in Pause.objects.owned_by(self.person).filter(ended_at=None)[number : number + 1]:
            operations.end_rest(actor=self.person, pause=pause)

    def wake_all(self):
        operations.resume_everything(actor=self.person)

    def danger(self):
        operations.hold_exercise(actor=self.person, signs=["legs"])

    def checked(self):
        operations.clear_exercise(actor=self.person, checked_with="my nurse")

    def change(self, thing, kind, essential):
        changes = {"kind": kind, "essential": essential}
        operations.edit_activity(actor=self.person, activity=self.things[thing], changes=changes)

    def move(self, zone):
        move_to(actor=self.person, zone=zone)

    def later(self, hours):
        move_clock(hours=hours)
        close_slots()
        wake_rested()
        plan_chunk(10)


def rests_by_hand(one: Activity, at: datetime) -> bool:
    """By the rows as they are, and local dates."""
    if one.kind == Kind.EXERCISE and ExerciseHold.objects.filter(owner=one.owner, cleared_at=None).exists():
        return True
    day = at.astimezone(one.zone(one.owner.time_zone)).date()
    for pause in Pause.objects.filter(owner=one.owner, ended_at=None, begins_on__lte=day, made_at__lte=at):
        spared = one.kind == Kind.HYDRATION or (one.essential and one.kind == Kind.DIET)
        mine = pause.activity_id == one.pk if pause.activity_id else pause.kind in ("", one.kind)
        if (pause.variant == "chemo" and spared) or one.pk in pause.awake:
            continue
        if mine and (pause.ends_on is None or day <= pause.ends_on):
            return True
    return False


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(acts, min_size=2, max_size=8))
def test_whatever_was_done_in_whatever_order_what_rests_is_what_the_rows_say(db, acts):
    life = Life()
    for act in acts:
        life.do(act)
        now = handrail_now()
        for one in Activity.objects.owned_by(life.person).select_related("owner"):
            for hours in (0, 11, 24, 37, 60, 100):
                at = now + timedelta(hours=hours)
                assert one.is_resting(at) == rests_by_hand(one, at), (act, one.kind, hours)
            ahead = slots(one.schedule(), one.zone(life.person.time_zone), now + timedelta(seconds=1), now + HORIZON)
            planned = one.occurrences.filter(state="planned", due_at__gt=now)
            beyond = one.planned_through or now + HORIZON
            awake = {slot.key for slot in ahead if not one.is_resting(slot.due_at) and slot.due_at < beyond}
            there = one.occurrences.exclude(state="cancelled")  # after a flight it may have been due already
            assert {slot.local_key for slot in there} >= awake
            assert not [slot for slot in planned if one.is_resting(slot.due_at)]
            ringing = Delivery.objects.filter(
                state="pending", subject_key__in=[slot.subject_key for slot in one.occurrences.all()]
            )
            assert not [row for row in ringing if one.waits(row.due_at, now) and row.not_after > now]
    Delivery.objects.all().delete()


@pytest.fixture
def person(db):
    return make_user(time_zone=ACCRA)


@pytest.fixture
def today():
    return handrail_now().date()


def days_resting(activity, today, count=14):
    activity.refresh_from_db()
    noon = handrail_now().replace(hour=23, minute=59)
    return [n for n in range(count) if activity.is_resting(noon + timedelta(days=n))]


def test_a_rest_planned_later_wakes_none_that_was_planned_before(person, today):
    walk = make_activity(person)
    for first, last, kind in ((2, 4, "exercise"), (10, 12, "")):
        operations.plan_rest(
            actor=person, begins_on=today + timedelta(days=first), ends_on=today + timedelta(days=last), kind=kind
        )

    assert days_resting(walk, today) == [2, 3, 4, 10, 11, 12]


def test_planning_a_treatment_week_ahead_leaves_what_rests_until_friday_asleep(person, today):
    walk = make_activity(person)
    operations.pause_activity(actor=person, activity=walk, until=today + timedelta(days=3))
    week = {"begins_on": today + timedelta(days=7), "ends_on": today + timedelta(days=9), "variant": "chemo"}
    operations.plan_rest(actor=person, **week)

    assert days_resting(walk, today) == [0, 1, 2, 7, 8, 9]
    assert operations.resume_activity(actor=person, activity=walk)
    assert days_resting(walk, today) == [7, 8, 9], "what is ahead stays planned"
    assert not operations.resume_activity(actor=person, activity=walk)


def test_what_is_taken_up_again_wakes_alone_and_what_is_added_rests_with_the_others(person, today):
    walk, swim = make_activity(person, title="Walk"), make_activity(person, title="Swim")
    pause = operations.plan_rest(actor=person, begins_on=today, ends_on=None)
    operations.resume_activity(actor=person, activity=walk)
    added = make_activity(person, title="Tea", kind=Kind.HYDRATION)
    operations.stop_activity(actor=person, activity=added)
    tea = operations.add_activity(actor=person, activity=draft_of(added))

    assert [bool(days_resting(one, today, 1)) for one in (walk, swim, tea)] == [False, True, True]
    operations.end_rest(actor=person, pause=pause)
    assert [days_resting(one, today) for one in (walk, swim, tea)] == [[], [], []]


def draft_of(activity):
    one = Activity(
        kind=activity.kind, times=activity.times, starts_on=activity.starts_on, anchor_at=activity.anchor_at,
        home_zone=ACCRA,
    )  # fmt: skip
    one.title, one.text = "Tea", ""
    return one


def test_being_checked_lifts_the_hold_and_not_the_persons_own_rest(person, today):
    walk, swim = make_activity(person, title="Walk"), make_activity(person, title="Swim")
    operations.pause_activity(actor=person, activity=walk, until=today + timedelta(days=14))
    operations.hold_exercise(actor=person, signs=["legs"])
    move_clock(days=1)
    assert operations.clear_exercise(actor=person, checked_with="my surgeon")

    assert days_resting(walk, today) == list(range(13))
    assert days_resting(swim, today) == []
    assert not Occurrence.objects.filter(activity=walk, state="planned", due_at__gt=handrail_now()).exists()


def test_a_rest_that_is_planned_while_exercise_is_held_holds_when_it_is_lifted(person, today):
    walk = make_activity(person)
    operations.hold_exercise(actor=person, signs=["legs"])
    first = today + timedelta(days=2)
    operations.plan_rest(actor=person, begins_on=first, ends_on=first, kind="exercise")
    operations.clear_exercise(actor=person, checked_with="my nurse")

    assert days_resting(walk, today) == [2]


def test_after_a_flight_over_the_date_line_a_rest_ends_with_its_date_there(db):
    person = make_user(time_zone="Pacific/Auckland")
    walk = make_activity(person, times=[datetime.strptime("09:00", "%H:%M").time()])
    here = handrail_now().astimezone(ZoneInfo("Pacific/Auckland")).date()
    last = here + timedelta(days=2)
    operations.plan_rest(actor=person, begins_on=here, ends_on=last)
    move_to(actor=person, zone="America/Los_Angeles")

    walk.refresh_from_db()
    assert walk.rests[1].astimezone(ZoneInfo("America/Los_Angeles")) == datetime(
        last.year, last.month, last.day, tzinfo=ZoneInfo("America/Los_Angeles")
    ) + timedelta(days=1)


def test_exercise_that_is_held_becomes_nothing_else_before_somebody_checked(person, client):
    walk = make_activity(person)
    operations.hold_exercise(actor=person, signs=["legs"])
    client.force_login(person)
    said = client.patch(f"/api/v1/activities/{walk.pk}/", {"kind": "other"}, content_type="application/json")

    assert (said.status_code, said.json()["code"]) == (409, "exercise_held")
    walk.refresh_from_db()
    assert (walk.kind, walk.is_resting(handrail_now())) == (Kind.EXERCISE, True)
    assert client.patch(f"/api/v1/activities/{walk.pk}/", {"minutes": 3}, content_type="application/json").json()


def test_a_rest_that_ends_leaves_neither_a_record_nor_a_day_that_counts(person):
    walk = make_activity(person, planned_through=None)
    over = make_occurrence(walk, due_at=handrail_now() - timedelta(minutes=5))
    operations.hold_exercise(actor=person, signs=["legs"])
    move_clock(days=1)
    operations.clear_exercise(actor=person, checked_with="my nurse")
    close_slots()

    over.refresh_from_db()
    assert over.state == "cancelled", "nobody could have done it: it is as if it had never been planned"


def test_later_is_refused_for_what_rests_and_comes_back_with_its_own_time(person, today):
    walk = make_activity(person, planned_through=None)
    slot = make_occurrence(walk, due_at=handrail_now() + timedelta(minutes=1))
    operations.snooze(actor=person, occurrence=slot)
    slot.refresh_from_db()
    rings = Delivery.objects.filter(subject_key=slot.subject_key, state="pending")
    if slot.closes_at - handrail_now() < timedelta(hours=2):
        return
    operations.pause_activity(actor=person, activity=walk, until=None)
    assert not rings.exists()
    with pytest.raises(RuleViolation, match="rests now"):
        operations.snooze(actor=person, occurrence=slot)
    operations.resume_activity(actor=person, activity=walk)

    slot.refresh_from_db()
    assert (slot.state, slot.snooze_no, rings.count()) == ("planned", 1, 2)


@pytest.mark.parametrize("count", [1, 3])
def test_settling_costs_two_questions_however_many_rests_there_are(person, today, count, django_assert_num_queries):
    make_activity(person, planned_through=None)
    for n in range(count):
        operations.plan_rest(
            actor=person, begins_on=today + timedelta(days=20 * n + 9), ends_on=today + timedelta(days=20 * n + 10)
        )
    move_clock(days=12)
    # savepoint, who is due, clock, what is to close, rests, holds, the row, rests over everywhere, release
    with django_assert_num_queries(10):
        assert wake_rested() == 1


def beside(first, then):
    """Do one thing, and another on a connection of its own before the first is saved; both are done at the end."""
    done = []

    def at_once():
        try:
            done.append(then())
        finally:
            connection.close()

    other = threading.Thread(target=at_once)
    with transaction.atomic():
        first()
        other.start()
        with connection.cursor() as cursor:
            while other.is_alive():
                cursor.execute("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")
                if cursor.fetchone()[0]:
                    break
    other.join()
    assert done, "neither waits for ever for the other"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("sign_first", [False, True])
def test_a_second_sign_in_the_moment_of_being_checked_is_never_lost(sign_first):
    person = make_user(time_zone=ACCRA)
    walk = make_activity(person)
    operations.hold_exercise(actor=person, signs=["legs"])

    def sign():
        return operations.log_pain(actor=person, payload={"danger": ["chest"]})

    def check():
        return operations.clear_exercise(actor=person, checked_with="my nurse")

    beside(sign, check) if sign_first else beside(check, sign)
    walk.refresh_from_db()
    holds = [(hold.words["signs"], hold.cleared_at is None) for hold in ExerciseHold.objects.order_by("held_at")]
    assert holds == ([(["legs", "chest"], False)] if sign_first else [(["legs"], False), (["chest"], True)])
    assert walk.is_resting(handrail_now()) is not sign_first
