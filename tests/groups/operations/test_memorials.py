"""In memoriam: what ends when somebody has died, where people say goodbye, and what the family may wish."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groups.models import Memorial, PostText, Thread, ThreadVoice
from groups.operations.memorials import change_wish, lift, remember
from groups.operations.posts import publish_post
from groups.operations.sessions import answer_session
from groups.reads.mentions import can_be_named
from portal.accounts import roles
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.moderation.models import AuditEntry
from portal.notifications.channels import CHANNELS
from portal.notifications.engine.tick import look_now
from portal.notifications.models import Notice
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.notifications import move_clock
from tests.factories.sessions import Letterbox, make_session

pytestmark = pytest.mark.django_db
CANARY = "pelicanwords"


@pytest.fixture
def administrator():
    return make_user(roles.ADMINISTRATORS)


@pytest.fixture
def person():
    """Somebody with a thread of their own in a private group."""
    member = make_member(make_group("private"), make_user(display_name="Linden"))
    make_post(make_thread(member.group, title="Mine"), member.user, body=f"My {CANARY}")
    return member.user


def group_of(person):
    return person.memberships.get().group


def test_sign_in_ends_everywhere(administrator, person):
    client = Client()
    client.force_login(person)
    assert client.get(reverse("home:today")).status_code == 200

    remember(actor=administrator, person=person, wish="keep")

    assert client.get(reverse("home:today")).status_code == 302
    person.refresh_from_db()
    assert (person.is_active, person.erased_at) == (False, None)


def test_mails_reminders_and_mentions_stop_also_those_already_planned(administrator, person, monkeypatch):
    box = Letterbox()
    monkeypatch.setitem(CHANNELS, "email", box)
    thread = Thread.objects.get(title="Mine")
    session = make_session(group_of(person))
    answer_session(actor=person, session=session, answer="yes")
    other = make_member(group_of(person)).user
    publish_post(actor=other, thread=thread, body="An answer to you")

    remember(actor=administrator, person=person, wish="keep")
    look_now()
    move_clock(seconds=(session.starts_at - handrail_now()).total_seconds() - 60)
    look_now()

    assert person.pk not in {who for who, _ in box.letters}
    assert not Notice.objects.filter(user=person).exists()
    assert not can_be_named(other, thread).filter(user=person).exists()


def test_what_they_wrote_stays_with_a_quiet_mark_but_not_under_another_name(administrator, person):
    group = group_of(person)
    veiled = make_thread(group)
    ThreadVoice.objects.create(thread=veiled, user=person, shown_name="Quiet Fern", is_alias=True)
    client = Client()
    client.force_login(make_member(group).user)

    remember(actor=administrator, person=person, wish="keep")

    page = client.get(Thread.objects.get(title="Mine").get_absolute_url()).content.decode()
    assert CANARY in page and "Linden" in page and "In memory" in page
    assert ThreadVoice.objects.get(shown_name="Quiet Fern").badge == ""


def test_a_thread_is_opened_to_say_goodbye(administrator, person):
    group = group_of(person)
    member = make_member(group).user

    memorial = remember(actor=administrator, person=person, wish="keep", group=group)

    client = Client()
    client.force_login(member)
    page = client.get(memorial.thread.get_absolute_url()).content.decode()
    assert "In memory of Linden" in page and "a place to remember them" in page
    assert publish_post(actor=member, thread=memorial.thread, body="Goodbye").number == 2
    client.force_login(make_user())
    assert client.get(memorial.thread.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(("wish", "words_stay"), [("anonymise", True), ("close", False)])
@pytest.mark.parametrize("later", [True, False])
def test_the_wish_of_the_family_is_carried_out_at_once_or_later(administrator, person, wish, words_stay, later):
    group = group_of(person)
    if later:
        memorial = remember(actor=administrator, person=person, wish="keep", group=group)
        assert change_wish(actor=administrator, memorial=memorial, wish=wish) is True
    else:
        remember(actor=administrator, person=person, wish=wish)

    person.refresh_from_db()
    assert person.erased_at is not None
    assert PostText.objects.filter(body__contains=CANARY).exists() is words_stay
    said = " ".join([*PostText.objects.values_list("body", flat=True), *Thread.objects.values_list("title", flat=True)])
    assert "Linden" not in said + " ".join(ThreadVoice.objects.values_list("shown_name", flat=True))
    with pytest.raises(RuleViolation):
        lift(actor=administrator, memorial=Memorial.objects.get())


def test_a_mistake_is_taken_back(administrator, person):
    memorial = remember(actor=administrator, person=person, wish="keep", group=group_of(person))

    assert lift(actor=administrator, memorial=memorial) is True

    person.refresh_from_db()
    assert person.is_active
    assert ThreadVoice.objects.get(thread__title="Mine").badge == ""
    assert Thread.objects.get(pk=memorial.thread.pk).hidden_at is not None
    assert lift(actor=administrator, memorial=memorial) is False
    assert [one.act for one in AuditEntry.objects.order_by("position")] == ["memorial.set", "memorial.lift"]


@pytest.mark.parametrize("name", [None, roles.MODERATORS, roles.SAFEGUARDING_LEADS, roles.EDITORS])
def test_only_administrators_set_it_down(person, name):
    actor = make_user(name) if name else make_user()

    with pytest.raises(PermissionDenied):
        remember(actor=actor, person=person, wish="keep")
    person.refresh_from_db()
    assert person.is_active


def test_not_for_staff_not_for_oneself_and_not_where_they_never_were(administrator, person):
    for who in (administrator, make_user(roles.EDITORS)):
        with pytest.raises(PermissionDenied):
            remember(actor=administrator, person=who, wish="keep")
    with pytest.raises(RuleViolation) as refusal:
        remember(actor=administrator, person=person, wish="keep", group=make_group("open"))
    assert refusal.value.field == "group"
    assert not Memorial.objects.exists()


def test_the_staff_desk_sets_it_down_says_what_is_wrong_and_takes_it_back(settings, administrator, person):
    settings.DEMO = True
    client = Client()
    client.force_login(administrator)
    page, changelist = reverse("admin:groups_memorial_add"), reverse("admin:groups_memorial_changelist")
    elsewhere = make_group("open")

    wrong = client.post(page, {"person": str(person.pk), "wish": "keep", "group": elsewhere.pk})
    assert "They never belonged to this group." in wrong.content.decode()
    assert not Memorial.objects.exists()

    assert client.post(page, {"person": str(person.pk), "wish": "keep", "group": ""}).status_code == 302
    memorial = Memorial.objects.get()
    assert (memorial.set_by, memorial.set_at > timezone.now() - timedelta(minutes=1)) == (administrator, True)
    client.post(changelist, {"action": "take_back", "_selected_action": [memorial.pk]})
    memorial.refresh_from_db()
    assert memorial.lifted_by == administrator
