"""What rests at a moment, from all that lets it rest at once, in zones whose midnights are odd."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from portal.accounts.models import User
from selfcare.due.resting import turns_of
from selfcare.due.words import next_awake
from selfcare.models import Activity, Kind, Pause

ZONES = ["Africa/Accra", "Europe/London", "Africa/Cairo", "America/Havana", "Pacific/Apia", "Pacific/Auckland"]
days, hours = st.integers(-4, 12), st.integers(-90, 330)
rests = st.fixed_dictionaries(
    {
        "begins": days,
        "length": st.one_of(st.none(), st.integers(0, 5)),
        "kind": st.sampled_from(["", Kind.EXERCISE, Kind.DIET]),
        "variant": st.sampled_from(["rest", "chemo"]),
        "of": st.sampled_from(["all", "this", "other", "all but this"]),
        "made": st.integers(-90, 0),
    }
)
SPRING = datetime(2026, 4, 22, 9, 30, tzinfo=UTC)  # Cairo's clocks change on 24 April, at midnight
moments = st.sampled_from([SPRING, datetime(2026, 10, 29, 1, tzinfo=UTC), datetime(2011, 12, 28, 12, tzinfo=UTC)])


def rest_of(one: Activity, spec: dict, now: datetime) -> Pause:
    first = now.date() + timedelta(days=spec["begins"])
    last = None if spec["length"] is None else first + timedelta(days=spec["length"])
    return Pause(
        owner_id=one.owner_id, begins_on=first, ends_on=last, made_at=now + timedelta(hours=spec["made"]),
        kind=spec["kind"] if spec["of"].startswith("all") else "",
        variant=spec["variant"] if spec["of"].startswith("all") else "rest",
        activity_id={"this": one.pk, "other": uuid4()}.get(spec["of"]),
        awake=[one.pk] if spec["of"] == "all but this" else [],
    )  # fmt: skip


def rests_by_hand(one: Activity, pause: Pause, day: date, at: datetime) -> bool:
    """By the local date alone, and not before it was asked for."""
    if pause.activity_id is not None:
        meant = pause.activity_id == one.pk
    elif pause.variant == "chemo":
        meant = one.kind == Kind.EXERCISE or (one.kind == Kind.DIET and not one.essential)
        meant = meant and pause.kind in ("", one.kind) and one.pk not in pause.awake
    else:
        meant = pause.kind in ("", one.kind) and one.pk not in pause.awake
    over = pause.ends_on is not None and day > pause.ends_on
    return meant and pause.begins_on <= day and not over and at >= pause.made_at


@settings(max_examples=150, deadline=None)
@given(
    moments, st.sampled_from(ZONES), st.sampled_from([Kind.EXERCISE, Kind.HYDRATION, Kind.DIET]), st.booleans(),
    st.lists(rests, max_size=5), st.one_of(st.none(), st.integers(-90, 0)), st.lists(hours, min_size=5, max_size=20),
)  # fmt: skip
@example(SPRING, "Africa/Cairo", Kind.EXERCISE, False, [
    {"begins": 2, "length": 2, "kind": "", "variant": "rest", "of": "all", "made": 0},
    {"begins": 10, "length": 2, "kind": "", "variant": "rest", "of": "all", "made": 0},
], None, [60, 110, 200, 250, 300])  # fmt: skip
def test_it_rests_when_any_of_them_says_so_and_at_no_other_moment(now, zone, kind, essential, specs, held, asked):
    one = Activity(owner=User(pk=uuid4(), time_zone=zone), kind=kind, essential=essential, home_zone=zone)
    pauses = [rest_of(one, spec, now) for spec in specs]
    held_at = None if held is None else now + timedelta(hours=held)
    one.rests = turns_of(one, pauses, held_at, now)

    assert one.rests == sorted(set(one.rests))
    for at in (now + timedelta(hours=hour) for hour in asked):
        if at < now:
            continue
        day = at.astimezone(ZoneInfo(zone)).date()
        held_then = held_at is not None and kind == Kind.EXERCISE
        by_hand = held_then or any(rests_by_hand(one, pause, day, at) for pause in pauses)
        assert one.is_resting(at) == by_hand
        awake = one.awake_from(at)
        assert (awake == at) == (not by_hand)
        assert awake is None or not one.is_resting(awake)
        assert one.waits(at - timedelta(days=1), at) == by_hand, "what was due before it fell asleep waits too"


def test_what_sleeps_on_has_slept_since_it_fell_asleep_whatever_let_it():
    now = SPRING
    one = Activity(owner=User(pk=uuid4(), time_zone="Africa/Accra"), kind=Kind.EXERCISE, home_zone="Africa/Accra")
    one.rests = [now - timedelta(days=3), now + timedelta(hours=1)]
    lasting = Pause(begins_on=now.date(), ends_on=None, made_at=now)

    assert turns_of(one, [lasting], None, now) == [now - timedelta(days=3)]
    assert turns_of(one, [], None, now) == []


def test_the_next_times_leave_out_every_rest_and_end_with_a_rest_without_an_end():
    now, zone = SPRING, ZoneInfo("Africa/Accra")
    one = Activity(
        kind=Kind.OTHER, home_zone=zone.key, schedule_kind="elapsed", every_minutes=60, anchor_at=now, starts_on=now
    )

    def hours_ahead(*rests):
        one.rests = [now + timedelta(hours=turn) for turn in rests]
        return [(slot.due_at - now) / timedelta(hours=1) for slot in next_awake(one, zone, now)]

    one.starts_on = now.date()
    assert hours_ahead() == [0, 1, 2]
    assert hours_ahead(-1, 2, 3, 7) == [2, 7, 8]
    assert hours_ahead(1, 2, 3) == [0, 2]
    assert hours_ahead(-1) == []
