"""Cohorts: places that are given once, a line that is kept, an end."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.utils import timezone

from groups.models import Membership, SupportGroup, Waiting
from groups.operations.cohorts import end_cohort, make_cohort, stop_waiting, tend_cohorts, wait_for_place
from groups.operations.join_requests import decide_request, request_to_join
from groups.operations.memberships import join, leave
from portal.core.errors import RuleViolation
from portal.notifications.models import Event
from tests.factories import sessions as given
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_removed

TODAY = timezone.now().date()


def in_line(cohort):
    return [one.user_id for one in Waiting.objects.open().filter(cohort=cohort)]


def kept_for(cohort):
    return [one.user_id for one in Waiting.objects.offered().filter(cohort=cohort)]


@pytest.mark.django_db(transaction=True)
def test_a_hundred_who_join_at_once_fill_eight_places_and_the_rest_stand_in_line():
    cohort = given.make_cohort(capacity=8)
    people = [make_user() for _ in range(100)]
    start = Barrier(100)

    def come(person):
        try:
            start.wait(60)
            try:
                join(actor=person, group=cohort.group, agreed=True)
                return "in"
            except RuleViolation as refusal:
                assert refusal.code == "full"
                wait_for_place(actor=person, group=cohort.group)
                return "waits"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(100) as pool:
        outcomes = dict(zip([one.pk for one in people], pool.map(come, people), strict=True))

    inside = {person for person, outcome in outcomes.items() if outcome == "in"}
    assert len(inside) == 8
    assert set(Membership.objects.present().values_list("user_id", flat=True)) == inside
    assert SupportGroup.objects.get().members_count == 8
    waiting = in_line(cohort)
    assert (len(waiting), set(waiting)) == (92, set(outcomes) - inside)
    assert kept_for(cohort) == []

    leave(actor=next(one for one in people if one.pk in inside), group=cohort.group)
    assert kept_for(cohort) == waiting[:1]


@pytest.mark.django_db(transaction=True)
def test_coming_going_letting_in_and_ending_at_once_do_not_wait_for_each_other_for_ever():
    cohort = given.make_cohort(make_group("request"), capacity=5)
    group = cohort.group
    lead = make_member(group, role="moderator").user
    members = [make_member(group).user for _ in range(5)]
    SupportGroup.objects.update(members_count=6)
    asked = [request_to_join(actor=make_user(), group=group, answers=[], agreed=True) for _ in range(5)]

    def act(step):
        try:
            return step()
        except RuleViolation as refusal:
            return refusal.code
        finally:
            connections.close_all()

    goers = [lambda one=one: leave(actor=one, group=group) for one in members]
    comers = [lambda one=one: decide_request(actor=lead, request=one, approve=True) for one in asked]
    with ThreadPoolExecutor(10) as pool:
        outcomes = list(pool.map(act, [step for pair in zip(goers, comers, strict=True) for step in pair]))

    assert outcomes == [True] * 10
    inside = Membership.objects.present().filter(role="member").count()
    assert inside + len(in_line(cohort)) == 5
    assert len(kept_for(cohort)) == len(in_line(cohort))
    assert SupportGroup.objects.get().members_count == 6 - 5 + inside  # the moderator, and whoever is in


@pytest.mark.django_db
def test_those_who_look_after_a_cohort_take_none_of_its_places():
    cohort = given.make_cohort(capacity=1)
    for role in ("moderator", "safeguarding_lead", "facilitator", "auditor"):
        make_member(cohort.group, role=role)

    join(actor=make_user(), group=cohort.group, agreed=True)
    with pytest.raises(RuleViolation) as refusal:
        join(actor=make_user(), group=cohort.group, agreed=True)

    assert (refusal.value.code, "1 place" in refusal.value.message) == ("full", True)


@pytest.mark.django_db
def test_a_place_is_kept_for_who_waited_longest_and_nobody_walks_past_them():
    cohort = given.make_cohort(capacity=1)
    inside, first, second, passer = (make_user() for _ in range(4))
    join(actor=inside, group=cohort.group, agreed=True)
    for person in (first, second):
        wait_for_place(actor=person, group=cohort.group)
    wait_for_place(actor=first, group=cohort.group)
    assert in_line(cohort) == [first.pk, second.pk]

    leave(actor=inside, group=cohort.group)

    assert kept_for(cohort) == [first.pk]
    assert Event.objects.filter(kind="groups.cohort_place").count() == 1
    for person in (second, passer):
        with pytest.raises(RuleViolation):
            join(actor=person, group=cohort.group, agreed=True)
    assert join(actor=first, group=cohort.group, agreed=True).is_present
    assert in_line(cohort) == [second.pk]


@pytest.mark.django_db
@pytest.mark.parametrize("tended", [True, False])
def test_an_offer_that_ran_out_goes_to_the_next_and_its_owner_to_the_end_of_the_line(tended):
    cohort = given.make_cohort(capacity=1)
    inside, first, second = (make_user() for _ in range(3))
    join(actor=inside, group=cohort.group, agreed=True)
    for person in (first, second):
        wait_for_place(actor=person, group=cohort.group)
    leave(actor=inside, group=cohort.group)
    Waiting.objects.filter(user=first).update(offered_until=timezone.now() - timedelta(minutes=1))

    if tended:
        tend_cohorts()
        assert kept_for(cohort) == [second.pk]
        assert in_line(cohort) == [second.pk, first.pk]
    with pytest.raises(RuleViolation):
        join(actor=make_user(), group=cohort.group, agreed=True)
    with pytest.raises(RuleViolation):
        join(actor=first, group=cohort.group, agreed=True)


@pytest.mark.django_db
def test_more_places_go_to_those_who_wait_and_who_stops_waiting_makes_room():
    cohort = given.make_cohort(capacity=1)
    lead, inside = make_member(cohort.group, role="moderator").user, make_user()
    join(actor=inside, group=cohort.group, agreed=True)
    line = [make_user() for _ in range(3)]
    for person in line:
        wait_for_place(actor=person, group=cohort.group)

    make_cohort(actor=lead, group=cohort.group, capacity=2, starts_on=TODAY, ends_on=TODAY + timedelta(days=9))
    assert kept_for(cohort) == [line[0].pk]

    assert stop_waiting(actor=line[0], group=cohort.group) is True
    assert kept_for(cohort) == [line[1].pk]


@pytest.mark.django_db
def test_who_was_removed_cannot_wait_their_way_back_in():
    cohort = given.make_cohort(capacity=1)
    lead = make_member(cohort.group, role="moderator")
    member = make_removed(cohort.group, by=lead.user)

    with pytest.raises(PermissionDenied):
        wait_for_place(actor=member.user, group=cohort.group)


@pytest.mark.django_db
def test_who_is_let_into_a_full_cohort_stands_in_line_and_comes_in_with_the_place():
    cohort = given.make_cohort(make_group("request", join_question="Why now?\nFrom where?"), capacity=1)
    lead, inside, asker = make_member(cohort.group, role="moderator").user, make_member(cohort.group), make_user()
    request = request_to_join(actor=asker, group=cohort.group, answers=["It is time", "The north"], agreed=True)
    assert [tuple(one.values()) for one in request.said] == [("Why now?", "It is time"), ("From where?", "The north")]

    assert decide_request(actor=lead, request=request, approve=True) is True
    assert in_line(cohort) == [asker.pk]
    with pytest.raises(PermissionDenied):
        join(actor=asker, group=cohort.group, agreed=True)

    leave(actor=inside.user, group=cohort.group)
    with pytest.raises(PermissionDenied):
        join(actor=make_user(), group=cohort.group, agreed=True)
    assert join(actor=asker, group=cohort.group, agreed=True).is_present
    assert in_line(cohort) == []


@pytest.mark.django_db
def test_the_end_closes_writing_keeps_reading_and_tells_everybody_once():
    onward = make_group("open")
    cohort = given.make_cohort(make_group("request"), goes_on_in=onward)
    lead, member = make_member(cohort.group, role="moderator").user, make_member(cohort.group).user
    asked = request_to_join(actor=make_user(), group=cohort.group, answers=[], agreed=True)
    with pytest.raises(PermissionDenied):
        end_cohort(actor=member, group=cohort.group)

    assert (end_cohort(actor=lead, group=cohort.group), end_cohort(actor=lead, group=cohort.group)) == (True, False)

    assert SupportGroup.objects.get(pk=cohort.group_id).closed_at is not None
    assert SupportGroup.objects.readable_by(member).filter(pk=cohort.group_id).exists()
    assert not Membership.objects.filter(group=onward).exists()
    assert Event.objects.filter(kind="groups.cohort_ended").count() == 1
    with pytest.raises(RuleViolation) as refusal:
        decide_request(actor=lead, request=asked, approve=True)
    assert refusal.value.code == "ended"
    with pytest.raises(PermissionDenied):
        request_to_join(actor=make_user(), group=SupportGroup.objects.get(pk=cohort.pk), answers=[], agreed=True)


@pytest.mark.django_db
@pytest.mark.parametrize(("days_ago", "ended"), [(0, 0), (2, 1)])
def test_a_last_day_is_over_when_it_is_over_everywhere(days_ago, ended):
    given.make_cohort(starts_on=TODAY - timedelta(days=60), ends_on=TODAY - timedelta(days=days_ago))

    assert tend_cohorts() == ended
    assert tend_cohorts() == 0


@pytest.mark.django_db
def test_only_moderators_make_a_cohort_and_it_goes_on_in_an_open_group_only():
    group = make_group("open")
    lead, facilitator = make_member(group, role="moderator").user, make_member(group, role="facilitator").user
    fields = {"group": group, "capacity": 8, "starts_on": TODAY, "ends_on": TODAY}

    with pytest.raises(PermissionDenied):
        make_cohort(actor=facilitator, **fields)
    for elsewhere in (group, make_group("request"), make_group("hidden")):
        with pytest.raises(RuleViolation) as refusal:
            make_cohort(actor=lead, goes_on_in=elsewhere, **fields)
        assert refusal.value.field == "goes_on_in"
    with pytest.raises(RuleViolation) as refusal:
        make_cohort(actor=lead, **{**fields, "ends_on": TODAY - timedelta(days=1)})
    assert refusal.value.field == "ends_on"
