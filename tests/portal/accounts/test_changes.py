"""Changing what one signs in with: passwords, addresses, and the places where one is signed in."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.sign_in import PASSWORD, link_in, newest_message, sign_in
from tests.portal.accounts.frame import assert_in_our_frame

pytestmark = pytest.mark.django_db

NEW = "another walk 88"
ADDRESSES = "/accounts/email/"


@pytest.fixture
def person() -> User:
    return make_user(email="ana@there.example", password=PASSWORD)


def is_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200


def asked_for_a_new_password(client: Client) -> str:
    client.post(reverse("account_reset_password"), {"email": "ana@there.example"})
    return link_in(newest_message())


def test_a_forgotten_password_is_replaced_by_the_link_in_the_mail(client, person):
    link = asked_for_a_new_password(client)
    form = client.get(link)["Location"]
    assert link.rsplit("-", 1)[1] not in form  # the secret of the link does not stay in the address bar

    weak = client.post(form, {"password1": "qwertyuiop"})
    assert_in_our_frame(weak)
    assert "too common" in weak.content.decode()
    done = client.post(form, {"password1": NEW})

    assert (done.status_code, done.url) == (302, reverse("account_reset_password_from_key_done"))
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert newest_message()["lines"] == ["Your password was replaced by a new one."]


def test_the_link_for_a_new_password_works_once_and_looking_at_it_uses_nothing(client, person):
    link = asked_for_a_new_password(client)
    for _scanner in range(2):
        assert Client().get(link, follow=True).status_code == 200
    client.post(client.get(link)["Location"], {"password1": NEW})

    late = Client().get(link, follow=True)

    assert_in_our_frame(late)
    assert "This link no longer works" in late.content.decode()


def test_a_new_password_ends_what_was_open_elsewhere(client, person):
    elsewhere = Client()
    sign_in(elsewhere, person)
    assert is_in(elsewhere)

    client.post(client.get(asked_for_a_new_password(client))["Location"], {"password1": NEW})

    assert not is_in(elsewhere)


def test_changing_the_password_keeps_this_place_and_ends_the_others(client, person):
    elsewhere = Client()
    for visitor in (client, elsewhere):
        sign_in(visitor, person)
    wrong = client.post(reverse("account_change_password"), {"oldpassword": "no", "password1": NEW})
    assert "That did not match the password you have now." in wrong.content.decode()

    done = client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW})

    assert done.status_code == 302
    assert "Your new password is saved." in client.get(done.url).content.decode()
    assert (is_in(client), is_in(elsewhere)) == (True, False)


def test_everything_signed_in_is_listed_and_the_others_can_be_ended(client, person):
    elsewhere, stranger = Client(headers={"user-agent": "Firefox on Android"}), Client()
    for visitor in (client, elsewhere):
        sign_in(visitor, person)
    sign_in(stranger, make_user(password=PASSWORD))

    text = client.get("/accounts/sessions/").content.decode()
    assert text.count("This device") == 1
    assert "Firefox on Android" in text
    assert UserSession.objects.filter(user=person).count() == 2

    done = client.post("/accounts/sessions/", follow=True)

    assert "Every other place is signed out." in done.content.decode()
    assert (is_in(client), is_in(elsewhere), is_in(stranger)) == (True, False, True)
    assert UserSession.objects.filter(user=person).count() == 1


def addresses(person: User) -> list[tuple[str, bool, bool]]:
    rows = EmailAddress.objects.filter(user=person).order_by("email")
    return [(row.email, row.verified, row.primary) for row in rows]


def test_a_new_address_counts_after_its_link_was_pressed_and_then_takes_over(client, person):
    sign_in(client, person)
    client.post(ADDRESSES, {"action_add": "", "email": "Ana.New@there.example"})
    assert addresses(person) == [("ana.new@there.example", False, False), ("ana@there.example", True, True)]
    assert newest_message()["title"] == "Confirm your email address"
    link = link_in(newest_message())
    early = client.post(ADDRESSES, {"action_primary": "", "email": "ana.new@there.example"}, follow=True)
    assert "Confirm this address first" in early.content.decode()

    client.post(link)
    client.post(ADDRESSES, {"action_primary": "", "email": "ana.new@there.example"})
    client.post(ADDRESSES, {"action_remove": "", "email": "ana@there.example"})

    person.refresh_from_db()
    assert person.email == "ana.new@there.example"
    assert addresses(person) == [("ana.new@there.example", True, True)]
    old = [
        row.words["message"]["lines"] for row in Delivery.objects.all() if row.words["address"] == "ana@there.example"
    ]
    assert ["Your address changed from ana@there.example to ana.new@there.example."] in old
    assert sign_in(Client(), person).url == "/today/"


def test_the_only_address_cannot_be_removed(client, person):
    sign_in(client, person)

    page = client.post(ADDRESSES, {"action_remove": "", "email": "ana@there.example"}, follow=True)

    assert addresses(person) == [("ana@there.example", True, True)]
    assert "ana@there.example is your main address." in page.content.decode()


def test_adding_an_address_of_somebody_else_tells_nothing_and_takes_nothing(client, person):
    make_user(email="bob@there.example")
    sign_in(client, person)
    pages = set()
    for email in ("bob@there.example", "nobody@there.example"):
        answer = client.post(ADDRESSES, {"action_add": "", "email": email})
        shown = client.get(answer.url).content.decode()
        pages.add((answer.status_code, answer.url, shown.count(email), "Not confirmed yet" in shown))
        client.post(ADDRESSES, {"action_remove": "", "email": email})

    assert len(pages) == 1
    assert EmailAddress.objects.get(email="bob@there.example").verified


def test_only_what_applies_to_ones_addresses_is_offered(client, person):
    sign_in(client, person)
    words = ("Make it my main address", "Send the link again", ">Remove<")

    def offered():
        page = client.get(ADDRESSES).content.decode()
        return [word in page for word in words]

    assert offered() == [False, False, False]
    EmailAddress.objects.create(user=person, email="old@there.example", verified=True)
    assert offered() == [True, False, True]
    EmailAddress.objects.create(user=person, email="new@there.example")
    assert offered() == [True, True, True]
