"""Carers: invited for named parts, accepting by a press, ended at once, every look written down."""

import re
from datetime import timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils.formats import date_format

from portal.accounts.models import Consent
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.core.kinds import No, Yes
from portal.notifications.models import Delivery
from selfcare import operations, personal
from selfcare.messages import missing
from selfcare.models import CarerLink, CarerView, Occurrence, WaterLog
from selfcare.models.carer import MISSED
from selfcare.operations.planning import close_slots
from selfcare.operations.telling import tell_carers
from tests.factories.accounts import make_block, make_user
from tests.factories.selfcare import afternoon, make_activity, make_entry, make_occurrence

PLAN, DIARY, SUMMARY = "Stretchword", "Notesword", "The last four weeks in numbers"


@pytest.fixture
def owner(db):
    """Somebody with something in every part that could leak."""
    owner = make_user(time_zone=afternoon(), display_name="Owner Ruth")
    make_occurrence(make_activity(owner, title=PLAN, planned_through=None))
    make_entry(owner, worst=7, note=DIARY)
    make_entry(owner, worst=5, at=handrail_now() - timedelta(days=1))
    WaterLog.objects.create(owner=owner, ml=500, at=handrail_now())
    return owner


def share(owner, *scopes, carer=None, **fields):
    link = operations.invite_carer(actor=owner, name="My daughter", scopes=scopes)
    link = operations.accept_invitation(actor=carer or make_user(), token=link.token)
    CarerLink.objects.filter(pk=link.pk).update(**fields)
    link.refresh_from_db()
    return link


def page(person, name, *args):
    client = Client()
    client.force_login(person)
    return client.get(reverse(f"selfcare:{name}", args=args))


@pytest.mark.parametrize(
    "scopes", [("plan",), ("diary",), ("summary",), ("plan", "summary"), ("plan", "diary", "summary")]
)
def test_a_carer_sees_what_is_shared_and_nothing_else(owner, scopes):
    link = share(owner, *scopes)
    shown = page(link.carer, "shared", link.pk).text

    words = {"plan": PLAN, "diary": DIARY, "summary": SUMMARY}
    assert {scope for scope, word in words.items() if word in shown} == set(scopes)


def test_a_carer_far_away_reads_times_by_the_clock_of_whose_they_are(db):
    owner = make_user(time_zone="Pacific/Auckland", display_name="Owner Ruth")
    slot = make_occurrence(make_activity(owner, planned_through=None), due_at=handrail_now())
    link = share(owner, "plan", carer=make_user(time_zone="America/Los_Angeles"))
    there = slot.due_at.astimezone(ZoneInfo("Pacific/Auckland"))
    shown = page(link.carer, "shared", link.pk).text

    assert f"<span>{date_format(there, 'TIME_FORMAT')}</span>" in shown.split(f"<h3>{there:%A}")[1]
    assert "Days and times are by the clock of Owner Ruth." in shown
    assert "by the clock" not in page(share(owner, "plan", carer=make_user(time_zone=owner.time_zone)).carer,
                                      "shared", CarerLink.objects.latest("invited_at").pk).text  # fmt: skip


@pytest.mark.parametrize("who", ["stranger", "another carer", "signed out", "staff", "the invited before yes"])
def test_nobody_else_sees_it(owner, who):
    link = share(owner, "plan", "diary", "summary")
    if who == "signed out":
        assert Client().get(reverse("selfcare:shared", args=[link.pk])).status_code == 302
        return
    person = make_user("Administrators", is_superuser=True) if who == "staff" else make_user()
    if who == "another carer":
        share(make_user(), "plan", carer=person)
    if who == "the invited before yes":
        link = operations.invite_carer(actor=owner, name="x", scopes=["diary"])

    assert page(person, "shared", link.pk).status_code == 404
    assert not CarerView.objects.exists()


def test_a_carer_reaches_nothing_of_the_owners_own_pages(owner):
    link = share(owner, "plan", "diary", "summary")
    client = Client()
    client.force_login(link.carer)
    entry = reverse("selfcare:diary_entry", args=[operations.log_pain(actor=owner, payload={"worst": 3}).pk])

    assert client.get(entry).status_code == 404
    for path in ("/diary/", "/diary/trends/", "/today/", "/plan/", "/api/v1/diary/", "/api/v1/today/"):
        shown = client.get(path).content.decode()
        assert PLAN not in shown
        assert DIARY not in shown
    assert "Change" not in client.get(reverse("selfcare:shared", args=[link.pk])).text


@pytest.mark.parametrize("end", ["owner ends", "carer ends", "block", "other block", "consent", "suspended"])
def test_an_end_works_at_once(owner, end):
    link = share(owner, "plan", "diary", "summary")
    assert PLAN in page(link.carer, "shared", link.pk).text
    if end == "owner ends":
        operations.end_carer(actor=owner, link=link)
    elif end == "carer ends":
        operations.end_carer(actor=link.carer, link=link)
    elif end == "block":
        make_block(owner, link.carer)
    elif end == "other block":
        make_block(link.carer, owner)
    elif end == "consent":
        Consent.objects.filter(user=owner, purpose="health").update(withdrawn_at=handrail_now())
    else:
        type(owner).objects.filter(pk=owner.pk).update(is_active=False)

    after = page(link.carer, "shared", link.pk)
    assert after.status_code == (200 if end == "consent" else 404)
    for word in (PLAN, DIARY, SUMMARY):
        assert word not in after.text


def test_every_look_is_written_down_and_shown_to_the_owner(owner):
    link = share(owner, "plan", "summary")
    for _n in range(2):
        page(link.carer, "shared", link.pk)

    assert sorted(CarerView.objects.values_list("part", flat=True)) == ["plan", "plan", "summary", "summary"]
    shown = page(owner, "carers").text
    assert shown.count("<b>My daughter</b>") == 4
    with pytest.raises(PermissionDenied):
        operations.note_look(actor=make_user(), link=link, parts=["plan"])
    with pytest.raises(PermissionDenied):
        operations.note_look(actor=link.carer, link=link, parts=["diary"])


def test_every_look_can_be_found_however_often_somebody_looks(owner):
    often, once = share(owner, "plan", "diary", "summary"), share(owner, "plan")
    page(once.carer, "shared", once.pk)
    for _look in range(7):
        page(often.carer, "shared", often.pk)
    client = Client()
    client.force_login(owner)
    newest = client.get(reverse("selfcare:carers"))
    older = re.search(r'href="(\?before=[^"#]+)', newest.text)[1]
    earlier = client.get(reverse("selfcare:carers") + older)

    found = [one.pk for one in (*newest.context["seen"].looks, *earlier.context["seen"].looks)]
    assert sorted(found) == sorted(CarerView.objects.values_list("pk", flat=True)), "22 looks, each once"
    assert (len(earlier.context["seen"].looks), "Earlier looks" in earlier.text) == (2, False)


def test_a_carer_who_leaves_takes_no_look_along(owner):
    link = share(owner, "diary")
    page(link.carer, "shared", link.pk)
    personal.erase(link.carer, True)

    left = page(owner, "carers").text
    assert "My daughter" in left.split('id="looks-h"')[1] and "Nobody yet." in left
    link.refresh_from_db()
    assert (link.carer_id, link.ended_at is not None) == (None, True)
    assert page(make_user(), "shared", link.pk).status_code == 404


@pytest.mark.parametrize("blocked_by", ["owner", "carer"])
def test_people_who_blocked_each_other_cannot_begin_to_share(owner, blocked_by):
    carer = make_user()
    make_block(*((owner, carer) if blocked_by == "owner" else (carer, owner)))
    link = operations.invite_carer(actor=owner, name="My son", scopes=["diary"])
    client = Client()
    client.force_login(carer)
    after = client.post(reverse("selfcare:accept_carer", args=[link.token]), follow=True)

    assert "This invitation works no more." in after.text
    link.refresh_from_db()
    assert (link.carer_id, link.accepted_at, link.token is None) == (None, None, False)


def test_looking_at_an_invitation_accepts_nothing_and_it_works_once(owner):
    link = operations.invite_carer(actor=owner, name="My son", scopes=["plan"])
    path = reverse("selfcare:accept_carer", args=[link.token])
    client, carer = Client(), make_user()
    assert client.get(path).status_code == 302
    client.force_login(carer)
    for _scan in range(3):
        assert "Owner Ruth wants to share with you" in client.get(path).text
    link.refresh_from_db()
    assert link.accepted_at is None

    assert client.post(path).url == reverse("selfcare:shared", args=[link.pk])
    assert client.get(path).status_code == 404
    with pytest.raises(RuleViolation):
        operations.accept_invitation(actor=make_user(), token=link.token)
    assert "My son" not in page(carer, "carers").text, "what the owner calls them is the owner's"


def test_an_invitation_is_over_after_two_weeks_and_is_not_for_oneself(owner):
    link = operations.invite_carer(actor=owner, name="My son", scopes=["plan"])
    with pytest.raises(RuleViolation):
        operations.accept_invitation(actor=owner, token=link.token)
    CarerLink.objects.filter(pk=link.pk).update(expires_at=handrail_now())
    with pytest.raises(RuleViolation):
        operations.accept_invitation(actor=make_user(), token=link.token)


def test_the_pages_invite_change_and_end(owner):
    client = Client()
    client.force_login(owner)
    wrong = client.post(reverse("selfcare:carers"), {"name": "My daughter"})
    assert "Choose at least one part" in wrong.text
    assert "My daughter" in wrong.text
    made = client.post(reverse("selfcare:carers"), {"name": "My daughter", "scopes": ["plan"]})
    link = CarerLink.objects.get()
    assert made.url == reverse("selfcare:carer", args=[link.pk])
    assert f"/carers/invitation/{link.token}/" in client.get(made.url).text

    activity = operations_activity(owner)
    said = {"scopes": ["plan", "summary"], "tell_after": "60", "tell_about": [str(activity.pk)]}
    client.post(made.url, said)
    link.refresh_from_db()
    assert (link.scopes, link.tell_after, link.tell_about) == (["plan", "summary"], 60, [activity.pk])
    assert "Choose what they should know about" in client.post(made.url, said | {"tell_about": []}).text
    client.post(reverse("selfcare:end_carer", args=[link.pk]))
    assert client.get(made.url).status_code == 404


def operations_activity(owner):
    return make_activity(owner, title="Take a short walk")


def test_activities_of_others_cannot_be_named(owner):
    other = make_activity()
    link = share(owner, "plan")
    with pytest.raises(RuleViolation):
        operations.change_carer(actor=owner, link=link, scopes=["plan"], tell_after=60, tell_about=[other.pk])
    with pytest.raises(PermissionDenied):
        operations.change_carer(actor=make_user(), link=link, scopes=["plan"], tell_after=None, tell_about=[])


def tell(link, activity, tell_after=60):
    """The owner asks for the carer to be told of this activity."""
    return operations.change_carer(
        actor=link.owner, link=link, scopes=["plan"], tell_after=tell_after, tell_about=[activity.pk]
    )


@pytest.fixture
def late(owner):
    """A slot that waits for 70 minutes, of an activity whose carer is told after 60."""
    activity = make_activity(owner, title=PLAN, planned_through=None)
    slot = make_occurrence(
        activity, due_at=handrail_now() - timedelta(minutes=70), closes_at=handrail_now() + timedelta(hours=5)
    )
    link = tell(share(owner, "plan"), activity)
    return SimpleNamespace(slot=slot, link=link)


def told():
    return Delivery.objects.filter(kind=MISSED)


def test_a_carer_is_told_once_in_neutral_words_that_something_waits(late):
    make_occurrence(make_activity(late.link.owner), due_at=handrail_now() - timedelta(minutes=70))
    tell_carers()
    tell_carers()

    assert {(one.recipient_id, one.channel) for one in told()} == {
        (late.link.carer_id, "email"), (late.link.carer_id, "in_app"),
    }  # fmt: skip
    message = missing.render(told().first())
    assert message.subject == "A note from Handrail"
    words = " ".join([message.title, *message.lines, *message.card, *message.notes, *message.footer])
    assert "Owner Ruth" in words
    assert PLAN not in words
    assert all(isinstance(one, Yes) for one in missing.still_wanted(list(told())).values())


def test_nobody_is_told_before_the_delay_nor_without_being_asked(late):
    tell(late.link, late.slot.activity, tell_after=120)
    assert tell_carers() == 0
    operations.change_carer(actor=late.link.owner, link=late.link, scopes=["plan"], tell_after=None, tell_about=[])
    assert tell_carers() == 0


def test_what_was_due_in_the_evening_is_told_after_its_day_is_over(owner):
    activity, now = make_activity(owner, planned_through=None), handrail_now()
    slot = make_occurrence(activity, due_at=now - timedelta(minutes=485), closes_at=now - timedelta(hours=4))
    close_slots()
    tell(share(owner, "plan"), activity, tell_after=480)

    assert (Occurrence.objects.get(pk=slot.pk).state, tell_carers()) == ("no_record", 2)
    assert all(isinstance(one, Yes) for one in missing.still_wanted(list(told())).values())


def test_however_few_a_tick_looks_at_nobody_is_passed_over(db):
    links = []
    for n in (1, 3, 2):
        activity = make_activity(planned_through=None)
        make_occurrence(activity, due_at=handrail_now() - timedelta(minutes=60 + n), closes_at=handrail_now())
        links.append(tell(share(activity.owner, "plan"), activity))
        CarerLink.objects.filter(pk=links[-1].pk).update(tell_at=handrail_now() - timedelta(minutes=10 + n))

    assert [tell_carers(most=1) for _tick in range(5)] == [2, 2, 2, 0, 0]
    assert {one.carer_id for one in links} == set(told().values_list("recipient_id", flat=True))


def test_a_link_is_looked_at_again_when_its_next_slot_has_waited_long_enough(owner):
    activity, now = make_activity(owner, planned_through=None), handrail_now()
    soon = make_occurrence(activity, due_at=now - timedelta(minutes=20))
    link = tell(share(owner, "plan"), activity)

    assert tell_carers() == 0
    assert CarerLink.objects.get(pk=link.pk).tell_at == soon.due_at + timedelta(hours=1)
    Occurrence.objects.filter(pk=soon.pk).update(due_at=now + timedelta(hours=3))
    CarerLink.objects.filter(pk=link.pk).update(tell_at=now)
    assert tell_carers() == 0
    assert now < CarerLink.objects.get(pk=link.pk).tell_at <= handrail_now() + timedelta(hours=1)


@pytest.mark.parametrize("count", [1, 3])
def test_a_tick_costs_the_same_however_many_wait(db, count, django_assert_num_queries):
    for _n in range(count):
        activity = make_activity(planned_through=None)
        make_occurrence(activity, due_at=handrail_now() - timedelta(minutes=60), closes_at=handrail_now())
        tell(share(activity.owner, "plan"), activity)
    CarerLink.objects.update(tell_at=handrail_now() - timedelta(minutes=10))
    with django_assert_num_queries(10):  # savepoint and back; now, links, in force, slots, next, wants, schedule
        assert tell_carers() == 2 * count


@pytest.mark.parametrize("change", ["blocked by the owner", "blocked by the carer", "owner away", "not about this"])
def test_who_may_not_read_what_is_shared_is_not_told_of_it(late, change):
    tell_carers()
    before = list(told())
    owner, carer = late.link.owner, late.link.carer
    if change == "owner away":
        type(owner).objects.filter(pk=owner.pk).update(is_active=False)
    elif change == "not about this":
        tell(late.link, make_activity(owner, planned_through=None))
    else:
        make_block(*((owner, carer) if change == "blocked by the owner" else (carer, owner)))

    assert all(isinstance(one, No) for one in missing.still_wanted(before).values())
    told().delete()
    CarerLink.objects.update(tell_at=handrail_now() - timedelta(minutes=30))
    assert tell_carers() == 0


@pytest.mark.parametrize("change", ["done", "skipped", "ended", "hard day", "resting"])
def test_what_is_answered_or_ended_meanwhile_is_not_told(late, change):
    tell_carers()
    owner = late.link.owner
    if change in ("done", "skipped"):
        type(late.slot).objects.filter(pk=late.slot.pk).update(state=change)
    elif change == "ended":
        operations.end_carer(actor=owner, link=late.link)
    elif change == "hard day":
        operations.begin_hard_day(actor=owner, day=late.slot.due_at.date())
    else:
        operations.pause_activity(actor=owner, activity=late.slot.activity, until=None)

    assert all(isinstance(one, No) for one in missing.still_wanted(list(told())).values())


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_carers_costs_the_same_whatever_is_on_it(owner, count, django_assert_num_queries):
    for _n in range(count):
        link = share(owner, "plan")
        page(link.carer, "shared", link.pk)
        share(make_user(), "plan", carer=owner)
    client = Client()
    client.force_login(owner)
    client.get(reverse("selfcare:carers"))
    with django_assert_num_queries(6):  # person, mine, shared with me, looks; frame: groups looked after, unread
        client.get(reverse("selfcare:carers"))
