"""Joining: what is asked, what is kept when something is missing, and what nobody learns from it."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from portal.accounts.models import Consent, User
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.sign_in import PASSWORD, link_in, newest_message
from tests.portal.accounts.frame import assert_in_our_frame

pytestmark = pytest.mark.django_db

URL = "/accounts/signup/"
SENT = "/accounts/confirm-email/"
ANSWERS = {
    "email": "Lutra@There.example",
    "password1": PASSWORD,
    "display_name": "Otter",
    "country": "GB",
    "time_zone": "Europe/London",
    "adult": "on",
    "terms": "on",
    "health": "on",
    "website": "",
}


def answers(**changed: str | None) -> dict[str, str]:
    return {name: value for name, value in (ANSWERS | changed).items() if value is not None}


def complaints(client: Client, **changed: str | None) -> dict[str, list[str]]:
    """What the form says is to be mended, by field. Nobody must have been made."""
    before = User.objects.count()
    response = client.post(URL, answers(**changed))
    assert_in_our_frame(response)
    assert User.objects.count() == before
    assert Delivery.objects.count() == 0
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


def test_somebody_joins_with_everything_they_said(client):
    response = client.post(URL, answers(country="TR", time_zone="Europe/Istanbul", is_carer="on"))

    assert (response.status_code, response.url) == (302, SENT)
    person = User.objects.get(email="lutra@there.example")
    assert (person.display_name, person.country, person.time_zone) == ("Otter", "TR", "Europe/Istanbul")
    assert (person.is_carer, person.is_staff, person.is_active) == (True, False, True)
    assert person.check_password(PASSWORD)
    assert {(row.purpose, row.version) for row in Consent.objects.filter(user=person)} == {("terms", 1), ("health", 1)}
    assert not EmailAddress.objects.get(user=person).verified


@pytest.mark.parametrize(
    ("field", "answer", "words"),
    [
        ("email", None, "Enter your email address."),
        ("email", "lutra", "Enter an email address like name@example.org."),
        ("password1", None, "Choose a password."),
        ("password1", "short", "too short"),
        ("password1", "lutra@there.example", "too similar"),
        ("password1", "qwertyuiop", "too common"),
        ("display_name", None, "Enter a name for others to see."),
        ("display_name", "x", "Use at least 2 letters."),
        ("display_name", "?!?", "at least one letter"),
        ("display_name", "otter@else.example", "not an email address"),
        ("display_name", "Otter\u202egreb", "invisible sign"),
        ("display_name", "M0derator", "somebody who runs this site"),
        ("display_name", "Handrail Team", "somebody who runs this site"),
        ("country", None, "Choose a country"),
        ("country", "XX", "Choose a country from the list"),
        ("time_zone", "Mars/Olympus", "Choose a time zone from the list"),
        ("time_zone", None, "Choose a time zone."),
        ("adult", None, "You need to be an adult to join."),
        ("terms", None, "Please read and agree to the house rules"),
        ("health", None, "We cannot keep a plan or a post for you without this agreement."),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_its_question(client, field, answer, words):
    found = complaints(client, **{field: answer})

    assert list(found) == [field]
    assert words in found[field][0]


@pytest.mark.parametrize("name", ["Heron", "HERON", "He ron", "Неrоn"])
def test_a_name_that_looks_like_somebody_elses_is_taken(client, name):
    make_user(display_name="Heron")

    assert "already has a name that looks like this" in complaints(client, display_name=name)["display_name"][0]


@pytest.mark.parametrize(
    ("name", "email", "words"),
    [("Ruth Miller", "lutra@there.example", "full name"), ("ruth-m", "ruthm@there.example", "your email address")],
)
def test_a_name_that_gives_somebody_away_is_questioned_and_everything_typed_is_kept(client, name, email, words):
    said = answers(
        display_name=name,
        email=email,
        country="DE",
        time_zone="Europe/Berlin",
        is_carer="on",
        password1="a secret 99xy",
    )
    response = client.post(URL, said)

    text = response.content.decode()
    assert words in response.context["form"].errors["display_name"][0]
    assert f'name="display_name" value="{name}"' in text
    assert f'name="email" value="{email}"' in text
    assert re.search(r'<option value="DE"\s+selected>', text)
    assert re.search(r'<option value="Europe/Berlin"\s+selected>', text)
    for box in ("is_carer", "adult", "terms", "health"):
        assert re.search(rf'<input type="checkbox" name="{box}"[^>]* checked', text)
    assert "a secret 99xy" not in text
    assert 'name="keep_name"' in text
    assert User.objects.count() == 0


def test_a_name_that_gives_somebody_away_is_theirs_when_they_say_so(client):
    response = client.post(URL, answers(display_name="Ruth Miller", keep_name="on"))

    assert response.status_code == 302
    assert User.objects.get().display_name == "Ruth Miller"


def test_a_plain_form_does_not_offer_to_keep_a_name(client):
    assert 'name="keep_name"' not in client.get(URL).content.decode()


def test_the_age_asked_for_is_a_setting(client, settings):
    settings.MINIMUM_AGE = 16
    assert "I am 16 or older" in client.get(URL).content.decode()


def test_a_robot_is_told_the_same_and_nothing_happens(client):
    response = client.post(URL, answers(website="https://pills.example"))

    assert (response.status_code, response.url) == (302, SENT)
    assert User.objects.count() == 0
    assert Delivery.objects.count() == 0


def test_the_link_in_the_mail_opens_a_page_and_only_its_button_confirms(client):
    client.post(URL, answers())
    link = link_in(newest_message())

    for _scanner in range(2):
        assert_in_our_frame(Client().get(link))
    Client().head(link)
    assert not EmailAddress.objects.get().verified

    response = client.post(link)

    assert response.status_code == 302
    assert EmailAddress.objects.get().verified
    assert client.get("/today/").status_code == 200
    assert "This link has been used" in Client().get(link).content.decode()


def test_the_link_also_works_on_another_device_and_leads_to_signing_in(client):
    client.post(URL, answers())
    other = Client()

    response = other.post(link_in(newest_message()))

    assert (response.status_code, response.url) == (302, "/accounts/login/")
    assert EmailAddress.objects.get().verified
    assert "_auth_user_id" not in other.session


def test_nobody_gets_in_before_the_address_is_confirmed(client):
    client.post(URL, answers())
    fresh = Client()

    response = fresh.post(reverse("account_login"), {"login": "lutra@there.example", "password": PASSWORD})

    assert (response.status_code, response.url) == (302, SENT)
    assert fresh.get("/today/").status_code == 302


def seen(client: Client, **changed: str) -> tuple[object, ...]:
    """All that a stranger can see of a sign-up: answers, cookies, and the page it leads to, without masks."""
    response = client.post(URL, answers(**changed))
    after = client.get(response.url)
    text = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1X", after.content.decode())
    headers = {
        name: value for name, value in after.items() if name not in {"Content-Security-Policy", "Content-Length"}
    }
    for name in changed.values():
        text = text.replace(name, "X")
    return response.status_code, response.url, sorted(client.cookies), after.status_code, headers, text


def test_an_address_that_has_an_account_looks_the_same_and_its_owner_gets_another_mail(client):
    owner = make_user(email="ana@there.example")

    known = seen(Client(), email="ana@there.example", display_name="Rushes")
    unknown = seen(Client(), email="bob@there.example", display_name="Sedges")

    assert known == unknown
    mails = {row.words["address"]: row for row in Delivery.objects.all()}
    assert mails["ana@there.example"].words["message"]["title"] == "You already have an account"
    assert mails["bob@there.example"].words["message"]["title"] == "Confirm your email address"
    assert mails["ana@there.example"].recipient_id == owner.pk
    assert not User.objects.filter(display_name="Rushes").exists()


def test_a_wrong_answer_looks_the_same_whether_the_address_has_an_account(client):
    make_user(email="ana@there.example")

    pages = {
        re.sub(r'value="[^"]{64}"', "", Client().post(URL, answers(email=email, adult=None)).content.decode()).replace(
            email, "X"
        )
        for email in ("ana@there.example", "bob@there.example")
    }

    assert len(pages) == 1


def test_who_is_signed_in_is_led_on(signed_in):
    response = signed_in.get(URL)
    assert (response.status_code, response.url) == (302, "/today/")


def test_a_password_that_was_emptied_is_asked_for_again_beside_it(client):
    fresh = client.get(URL).content.decode()
    again = client.post(URL, answers(display_name="x")).content.decode()
    wrong = client.post(URL, answers(password1="short")).content.decode()

    words = "Type your password again: we do not keep it."
    assert [words in page for page in (fresh, again, wrong)] == [False, True, False]
    assert 'aria-describedby="id_password1_helptext id_password1_again"' in again
