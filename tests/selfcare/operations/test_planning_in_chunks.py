"""Planning shares what activities have in common. What comes of it is what the calculator says of each one alone."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import OperationalError, connection, connections
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.notifications.models import Delivery
from selfcare.due.resting import merged
from selfcare.due.schedule import first_slot, slots
from selfcare.models import Activity, Kind, Occurrence
from selfcare.operations.planning import HORIZON, OLDEST, plan_chunk
from selfcare.rules import limits
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity

ZONES = ["Europe/London", "Africa/Cairo", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Havana", "Pacific/Apia"]
TIMES = [time(0), time(1, 30), time(2, 15), time(8), time(23, 59)]  # few, so that many share one
hours = st.integers(-60, 90)
rhythms = st.one_of(
    st.builds(
        lambda at, policy: {"times": sorted(at), "zone_policy": policy},
        st.sets(st.sampled_from(TIMES), min_size=1, max_size=3), st.sampled_from(["follow", "home", "spaced"]),
    ),
    st.builds(lambda n: {"schedule_kind": "spread", "spread": n, **window()}, st.integers(1, 4)),
    st.builds(
        lambda every, inside: {"schedule_kind": "elapsed", "every_minutes": every, **(window() if inside else {})},
        st.sampled_from([90, 240, 1500]), st.booleans(),
    ),
    st.builds(lambda every: {"schedule_kind": "after", "every_minutes": every, **window()}, st.sampled_from([60, 700])),
)  # fmt: skip
dates = st.one_of(
    st.just({}),
    st.builds(lambda on: {"weekdays": sorted(on)}, st.sets(st.integers(0, 6), min_size=1, max_size=3)),
    st.builds(lambda n: {"every_days": n}, st.integers(1, 3)),
    st.builds(lambda n, on: {"follow_days": n, "followed": sorted(on)}, st.integers(1, 3), st.sets(st.integers(-3, 9))),
    st.builds(lambda back: {"cycle_length": 5, "cycle_days": [1, 2, 4], "cycle_from": back}, st.integers(0, 6)),
)
specs = st.fixed_dictionaries(
    {
        "person": st.integers(0, 2),
        "home": st.sampled_from(ZONES),
        "kind": st.sampled_from([Kind.EXERCISE, Kind.HYDRATION, Kind.CHECK_IN]),
        "rhythm": rhythms,
        "dates": dates,
        "starts": st.integers(-9, 3),
        "ends": st.one_of(st.none(), st.integers(-2, 9)),
        "without": st.sets(st.integers(-1, 4), max_size=1),
        "anchor": hours,
        "through": st.integers(-40, 47),
        "rests": st.lists(st.tuples(hours, st.one_of(st.none(), st.integers(1, 70))), max_size=4),
        "channels": st.sampled_from([[], ["email"], ["in_app", "email"]]),
    }
)


def window():
    return {"times": [], "window_from": time(8), "window_to": time(20)}


def at(moment: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE handrail_clock SET shift = %s - clock_timestamp()", [moment])


def activity_of(people: list[User], spec: dict, now: datetime) -> Activity:
    today, parts = now.date(), dict(spec["dates"])
    if "cycle_from" in parts:
        parts["cycle_from"] = today - timedelta(days=parts["cycle_from"])
    if "followed" in parts:
        parts["followed"] = [today + timedelta(days=n) for n in parts["followed"]]
    starts = today + timedelta(days=spec["starts"])
    ends = None if spec["ends"] is None else max(starts, today + timedelta(days=spec["ends"]))
    one = Activity(
        owner=people[spec["person"]], home_zone=spec["home"], kind=spec["kind"], channels=spec["channels"],
        starts_on=starts, ends_on=ends, without=[today + timedelta(days=n) for n in spec["without"]],
        anchor_at=now.replace(second=0) + timedelta(hours=spec["anchor"]),
        planned_through=now + timedelta(hours=spec["through"]), **spec["rhythm"], **parts,
    )  # fmt: skip
    one.rests = merged(spans(spec, now))
    one.title = "A short walk"
    return one


def spans(spec: dict, now: datetime) -> list[tuple[datetime, datetime | None]]:
    """From when until when it rests, as often as was said."""
    begins = [(now + timedelta(hours=since), length) for since, length in spec["rests"]]
    return [(since, None if length is None else since + timedelta(hours=length)) for since, length in begins]


def ends_of(rests: list, at: datetime) -> list:
    """When those rests end that hold at this moment."""
    return [until for since, until in rests if since <= at and (until is None or at < until)]


def said_of(one: Activity, rests: list, now: datetime) -> tuple[set, datetime | None]:
    """What the calculator says of one activity: its slots to come with their reminders, and where to go on."""
    zone, rule = one.zone(one.owner.time_zone), one.schedule()
    if one.planned_through is None or one.planned_through >= now + HORIZON:
        return set(), one.planned_through
    start = max(one.planned_through, now - OLDEST)
    found = set()
    for slot in slots(rule, zone, start, now + HORIZON):
        not_after, closes_at = limits(one.kind, slot.due_at, zone)
        if not_after > now and not ends_of(rests, slot.due_at):
            found.add((one.pk, slot.key, slot.due_at, not_after, closes_at))
    moment = now + HORIZON
    while (following := first_slot(rule, zone, moment)) and (ends := ends_of(rests, following.due_at)):
        if None in ends:
            return found, None
        moment = max(*ends, following.due_at + timedelta(microseconds=1))
    return found, following.due_at if following else None


def planned() -> set:
    return set(Occurrence.objects.values_list("activity_id", "local_key", "due_at", "not_after", "closes_at"))


def told() -> set:
    return set(Delivery.objects.values_list("subject_key", "channel", "recipient_id", "due_at", "not_after"))


def plan_all(limit: int) -> None:
    while plan_chunk(limit):
        pass


WALK = {
    "person": 0, "home": "Europe/London", "kind": Kind.EXERCISE, "rhythm": {"times": [time(1, 30)]}, "dates": {},
    "starts": -9, "ends": None, "without": set(), "anchor": 0, "through": 0, "rests": [], "channels": ["email"],
}  # fmt: skip
SPRING, AUTUMN = datetime(2026, 3, 27, 20, 30, 20, tzinfo=UTC), datetime(2028, 10, 28, 2, 10, 20, tzinfo=UTC)
changes = st.sampled_from([SPRING, AUTUMN])
moments = st.builds(
    lambda day, clock: datetime.combine(day, clock, tzinfo=UTC).replace(second=20, microsecond=0),
    st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.times(),
)  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(st.sampled_from([SPRING, AUTUMN]), moments), st.lists(specs, min_size=2, max_size=12), st.integers(1, 6)
)
@example(SPRING, [WALK, WALK | {"starts": 1}, WALK | {"starts": 1, "ends": 1}, WALK | {"kind": Kind.HYDRATION}], 10)
@example(AUTUMN, [WALK | {"rests": [(20, 30), (1, 6), (6, 8)]}, WALK | {"rests": [(30, 9), (-1, None)]}], 2)
def test_planning_in_chunks_says_what_the_calculator_says_of_each(db, moment, specs, chunk):
    people = [make_user(time_zone=zone) for zone in ZONES[:3]]
    at(moment)
    made = Activity.objects.bulk_create(activity_of(people, spec, moment) for spec in specs)
    rests = {one.pk: spans(spec, moment) for one, spec in zip(made, specs, strict=True)}
    slots_so_far, places = set(), {}
    for later in (0, 17, 26):  # a process remembers the rules that it has met
        now = moment + timedelta(hours=later)
        at(now)
        for one in Activity.objects.select_related("owner"):
            found, places[one.pk] = said_of(one, rests[one.pk], now)
            slots_so_far |= found
        plan_all(chunk)

        assert planned() == slots_so_far
        assert dict(Activity.objects.values_list("pk", "planned_through")) == places
    channels = dict(Activity.objects.values_list("pk", "channels"))
    assert told() == {
        (slot.subject_key, channel, slot.activity.owner_id, slot.due_at, slot.not_after)
        for slot in Occurrence.objects.select_related("activity")
        for channel in channels[slot.activity_id]
    }
    before = planned(), told()
    Activity.objects.update(planned_through=now - timedelta(hours=30))
    plan_all(chunk)
    assert {slot[:2] for slot in before[0]} <= {slot[:2] for slot in planned()}
    assert before[1] <= told()
    Activity.objects.filter(pk__in=places).delete()
    Delivery.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_a_planner_that_loses_its_database_midway_leaves_nothing_half_done():
    activities = [make_activity(times=[time(hour) for hour in range(24)]) for _ in range(3)]
    other = connections.create_connection("default")

    def cut(execute, sql, params, many, context):
        answer = execute(sql, params, many, context)
        if "INSERT INTO selfcare_occurrence" in sql:
            other.cursor().execute(
                "SELECT pg_terminate_backend(%s)", [context["connection"].connection.info.backend_pid]
            )
        return answer

    with pytest.raises(OperationalError), connection.execute_wrapper(cut):
        plan_chunk(10)
    connection.close()
    other.close()

    assert not Occurrence.objects.exists() and not Delivery.objects.exists()
    plan_all(10)
    assert Occurrence.objects.count() == 48 * 3
    assert Delivery.objects.count() == 48 * 3 * 2
    for one in activities:
        one.refresh_from_db()
        assert one.planned_through >= handrail_now() + HORIZON
