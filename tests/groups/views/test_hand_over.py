"""The page on which a group is packed: for whom, step by step, with and without JavaScript."""

import pytest
from django.test import Client
from django.urls import reverse

from groups.models import Handover
from groups.operations.handovers import make_handovers
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.sign_in import PASSWORD, prove_it, sign_in

pytestmark = pytest.mark.django_db


def page_of(group, name="hand_over"):
    return reverse(f"groups:{name}", args=[group.slug])


def signed_in(person):
    client = Client()
    sign_in(client, person)
    return client


def test_two_moderators_have_a_closed_group_packed_and_the_first_saves_the_file():
    group = make_group("private", name="A name that could leak")
    make_post(make_thread(group))
    one, two = (signed_in(make_member(group, make_user(password=PASSWORD), role="moderator").user) for _ in range(2))

    wrong = one.post(page_of(group), {"do": "ask", "reason": ""}).content.decode()
    assert "Say in a sentence who gets the group, and why." in wrong
    one.post(page_of(group), {"do": "ask", "reason": "The society moves to another host."})
    assert "Another moderator of the group opens this page" in one.get(page_of(group)).content.decode()
    assert "The society moves" in two.get(page_of(group)).content.decode()
    two.post(page_of(group), {"do": "agree"})
    waiting = one.get(page_of(group)).content.decode()
    assert "<progress" in waiting and "data-at-work" in waiting and 'http-equiv="refresh"' in waiting
    make_handovers()
    now = one.get(page_of(group, "hand_over_now")).content.decode()
    assert "Save the file" in now and "<html" not in now
    assert "Save the file" not in two.get(page_of(group)).content.decode()

    assert one.post(page_of(group, "hand_over_file"))["Location"].startswith(reverse("account_reauthenticate"))
    prove_it(one)
    prove_it(two)
    answer = one.post(page_of(group, "hand_over_file"))
    assert b"".join(answer.streaming_content).startswith(b"PK")
    assert "leak" not in answer["Content-Disposition"] and "no-store" in answer["Cache-Control"]
    assert two.post(page_of(group, "hand_over_file")).status_code == 403


def test_an_administrator_packs_what_everybody_reads_and_does_not_find_what_is_hidden():
    client = signed_in(make_user(roles.ADMINISTRATORS, password=PASSWORD))
    shown, hidden, known = make_group("open"), make_group("hidden"), make_group("request")

    client.post(page_of(shown), {"do": "ask", "reason": "The society moves to another host."})
    assert Handover.objects.get().state == "waiting"
    assert client.get(page_of(hidden)).status_code == 404
    assert client.get(page_of(known)).status_code == 403


def test_the_moderators_of_a_closed_group_find_the_page_from_their_group():
    group, shown = make_group("private"), make_group("open")
    moderator = make_member(group, make_user(password=PASSWORD), role="moderator").user
    make_member(shown, moderator, role="moderator")
    client = signed_in(moderator)

    assert page_of(group) in client.get(group.get_absolute_url()).content.decode()
    assert page_of(shown) not in client.get(shown.get_absolute_url()).content.decode()
    assert client.get(page_of(shown)).status_code == 403
