"""Signing in and out: by password and by a code from a mail, and what a stranger learns from trying."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.accounts.models import User
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.sign_in import PASSWORD, newest_message, sign_in
from tests.portal.accounts.agreements import newer_text
from tests.portal.accounts.frame import assert_in_our_frame

pytestmark = pytest.mark.django_db

LOGIN, ASK, CONFIRM = "/accounts/login/", "/accounts/login/code/", "/accounts/login/code/confirm/"


def person_of(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def anna(**fields: object) -> User:
    return make_user(email="ana@there.example", password=PASSWORD, **fields)


def without_masks(text: str) -> str:
    return re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1X", text)


def test_somebody_signs_in_with_address_and_password_in_any_case(client):
    person = anna()

    response = client.post(LOGIN, {"login": "ANA@There.example", "password": PASSWORD})

    assert (response.status_code, response.url) == (302, "/today/")
    assert person_of(client) == str(person.pk)


@pytest.mark.parametrize("wrong", [{"password": "another one 88"}, {"password": ""}, {"login": "", "password": "x"}])
def test_a_wrong_answer_blames_nobody_and_keeps_the_address(client, wrong):
    anna()

    response = client.post(LOGIN, {"login": "ana@there.example", "password": "x", **wrong})

    assert_in_our_frame(response)
    text = response.content.decode()
    assert "That did not match" in text
    assert "data-error-summary" in text
    assert wrong.get("login", "ana@there.example") in text
    assert person_of(client) is None


def test_a_wrong_password_and_an_unknown_address_look_the_same(client):
    anna()

    pages = {
        without_masks(Client().post(LOGIN, {"login": email, "password": "another one 88"}).content.decode()).replace(
            email, "X"
        )
        for email in ("ana@there.example", "bob@there.example")
    }

    assert len(pages) == 1
    assert Delivery.objects.count() == 0


def test_signing_in_leads_back_to_where_one_was_going_and_nowhere_else(client):
    anna()
    home = client.post(LOGIN, {"login": "ana@there.example", "password": PASSWORD, "next": "/diary/"})
    away = Client().post(LOGIN, {"login": "ana@there.example", "password": PASSWORD, "next": "https://evil.example/"})

    assert (home.url, away.url) == ("/diary/", "/today/")


@pytest.mark.parametrize(("remember", "ends_with_the_browser"), [({}, True), ({"remember": "on"}, False)])
def test_staying_signed_in_is_a_choice(client, remember, ends_with_the_browser):
    sign_in(client, anna(), **remember)

    assert client.session.get_expire_at_browser_close() is ends_with_the_browser


def test_an_account_that_was_closed_lets_nobody_in(client):
    person = anna(is_active=False)

    response = sign_in(client, person)

    assert person_of(client) is None
    assert response.status_code == 302
    assert_in_our_frame(client.get(response.url))


def test_signing_out_needs_a_press(client):
    sign_in(client, anna())

    assert_in_our_frame(client.get(reverse("account_logout")))
    client.head(reverse("account_logout"))
    assert person_of(client) is not None

    response = client.post(reverse("account_logout"))

    assert (response.status_code, response.url) == (302, "/")
    assert person_of(client) is None
    assert client.get("/today/").status_code == 302


def test_a_page_of_another_site_cannot_sign_somebody_out_or_in(db):
    client = Client(enforce_csrf_checks=True)
    client.force_login(anna())

    assert client.post(reverse("account_logout")).status_code == 403
    assert person_of(client) is not None


def ask(client: Client, email: str = "ana@there.example") -> str:
    """The code that the mail carries, or nothing."""
    client.post(ASK, {"email": email})
    return (newest_message().get("card") or [""])[0]


def test_somebody_signs_in_with_a_code_from_a_mail_typed_as_they_like(client):
    person = anna()
    code = ask(client)

    response = client.post(CONFIRM, {"code": f" {code.lower().replace('-', ' ')} "})

    assert (response.status_code, response.url) == (302, "/today/")
    assert person_of(client) == str(person.pk)


def test_a_code_works_once_and_only_where_it_was_asked_for(client):
    anna()
    code = ask(client)
    stranger = Client()

    assert stranger.post(CONFIRM, {"code": code}).status_code == 302
    assert person_of(stranger) is None

    client.post(CONFIRM, {"code": code})
    client.post(reverse("account_logout"))
    client.post(CONFIRM, {"code": code})
    assert person_of(client) is None


def test_a_new_code_ends_the_old_one(client):
    anna()
    old = ask(client)
    client.post(CONFIRM, {"action": "resend"})
    [new] = newest_message()["card"]

    client.post(CONFIRM, {"code": old})
    assert person_of(client) is None
    client.post(CONFIRM, {"code": new})
    assert person_of(client) is not None


def test_a_wrong_code_may_be_mended_twice_and_then_a_new_one_is_needed(client):
    anna()
    code = ask(client)

    for _try in range(2):
        page = client.post(CONFIRM, {"code": "WRON-GGGG"})
        assert_in_our_frame(page)
        assert "That code did not match. Look at the newest mail" in page.content.decode()
    third = client.post(CONFIRM, {"code": "WRON-GGGG"})
    assert (third.status_code, third.url) == (302, ASK)

    client.post(CONFIRM, {"code": code})
    assert person_of(client) is None


@pytest.mark.parametrize(("minutes", "works"), [(14, True), (16, False)])
def test_a_code_works_for_a_quarter_of_an_hour(client, minutes, works):
    anna()
    code = ask(client)

    with time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=True):
        client.post(CONFIRM, {"code": code})

        assert (person_of(client) is not None) is works


def test_new_codes_are_sent_twice_and_a_stranger_cannot_tell_from_it(client):
    anna()
    pages = []
    for email in ("ana@there.example", "bob@there.example"):
        visitor = Client()
        visitor.post(ASK, {"email": email})
        answers = [visitor.post(CONFIRM, {"action": "resend"}) for _ in range(3)]
        pages.append([(one.status_code, one.get("Location")) for one in answers])
    assert pages[0] == pages[1]
    kinds = [row.words["message"]["title"] for row in Delivery.objects.all()]
    assert sorted(kinds) == ["There is no account with this address", *["Your sign-in code"] * 3]


def test_asking_for_a_code_shows_a_stranger_the_same_page(client):
    anna()
    pages = set()
    for email in ("ana@there.example", "bob@there.example"):
        visitor = Client()
        answer = visitor.post(ASK, {"email": email})
        page = visitor.get(answer.url)
        wrong = visitor.post(CONFIRM, {"code": "WRON-GGGG"})
        texts = [without_masks(each.content.decode()).replace(email, "X") for each in (page, wrong)]
        pages.add((answer.status_code, answer.url, page.status_code, *texts))

    assert len(pages) == 1


def test_a_code_also_confirms_the_address_it_was_sent_to(client):
    person = anna()
    person.emailaddress_set.update(verified=False)

    client.post(CONFIRM, {"code": ask(client)})

    assert person.emailaddress_set.get().verified
    assert person_of(client) == str(person.pk)


def test_who_agreed_to_an_older_text_is_told_at_sign_in_with_a_link_and_goes_on(client):
    person = anna()
    newer_text("terms")

    response = sign_in(client, person)

    assert response.url == "/today/"
    text = client.get("/today/").content.decode()
    assert 'What you agreed to has a newer version. <a href="/settings/agreements/">Read it and agree again</a>' in text
    assert "newer version" not in client.get("/today/").content.decode()


def test_who_agreed_to_the_newest_text_is_told_nothing(client):
    sign_in(client, anna())

    assert "newer version" not in client.get("/today/").content.decode()
