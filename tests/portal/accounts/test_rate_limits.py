"""Guessing and flooding are stopped, with a page that says so; the limits are off in other tests only."""

import time

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.sign_in import PASSWORD, app_code, make_app, sign_in
from tests.portal.accounts.frame import assert_in_our_frame

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def limits_as_in_production(settings):
    del settings.ACCOUNT_RATE_LIMITS


def statuses(client: Client, name: str, times: int, **answers: str) -> list[int]:
    return [client.post(reverse(name), answers).status_code for _ in range(times)]


def test_a_flood_of_mails_to_one_address_is_stopped_with_our_page():
    make_user(email="ana@there.example")
    flood = [Client().post(reverse("account_reset_password"), {"email": "ana@there.example"}) for _ in range(6)]

    assert [one.status_code for one in flood] == [302] * 5 + [429]
    assert_in_our_frame(flood[-1], 429)
    assert "Please wait a little" in flood[-1].content.decode()
    assert Delivery.objects.count() == 5


def test_asking_for_code_after_code_is_stopped_whether_or_not_there_is_an_account():
    make_user(email="ana@there.example")
    for email in ("ana@there.example", "bob@there.example"):
        asked = [Client().post(reverse("account_request_login_code"), {"email": email}) for _ in range(4)]
        assert [one.status_code for one in asked] == [302, 302, 302, 200]
        assert "This was tried many times. Please wait five minutes" in asked[-1].content.decode()
    assert Delivery.objects.count() == 6


def test_guessing_a_password_is_stopped_even_when_it_is_right_at_last(client):
    person = make_user(email="ana@there.example", password=PASSWORD)
    for _guess in range(5):
        sign_in(client, person, "another one 88")

    right = sign_in(client, person)

    assert_in_our_frame(right)
    assert "This was tried many times. Please wait five minutes" in right.content.decode()
    assert "_auth_user_id" not in client.session

    with time_machine.travel(time.time() + 301, tick=True):
        assert sign_in(client, person).status_code == 302


def test_guessing_at_one_account_does_not_shut_out_another(client):
    ana, bob = make_user(password=PASSWORD), make_user(password=PASSWORD)
    for _guess in range(6):
        sign_in(client, ana, "another one 88")

    assert sign_in(Client(), bob).url == "/today/"


def test_guessing_the_code_of_an_app_is_stopped(client):
    person = make_user(password=PASSWORD)
    make_app(person)
    sign_in(client, person)
    for _guess in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})

    client.post(reverse("mfa_authenticate"), {"code": app_code()})

    assert "_auth_user_id" not in client.session


def test_a_made_up_address_of_the_net_does_not_start_the_count_again(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"signup": "2/m/ip"}

    answers = [
        client.post(reverse("account_signup"), headers={"x-forwarded-for": f"203.0.113.{n}"}).status_code
        for n in range(3)
    ]

    assert answers == [200, 200, 429]


def test_behind_a_known_proxy_each_visitor_is_counted_alone(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"signup": "2/m/ip"}
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    answers = [
        client.post(reverse("account_signup"), headers={"x-forwarded-for": f"203.0.113.{n % 2}"}).status_code
        for n in range(5)
    ]

    assert answers == [200, 200, 200, 200, 429]


def test_confirming_that_it_is_oneself_is_limited_too(client):
    client.force_login(make_user(password=PASSWORD))

    answers = statuses(client, "account_reauthenticate", 11, password="another one 88")

    assert set(answers[:5]) == {200}
    assert (
        answers[-1] == 429
        or "This was tried many times"
        in client.post(reverse("account_reauthenticate"), {"password": PASSWORD}).content.decode()
    )
