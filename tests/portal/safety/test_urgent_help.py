"""Urgent help answers when nothing else does."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from portal.safety.reads import COUNTRY_COOKIE
from tests.factories.accounts import make_user

ROOT = Path(__file__).resolve().parents[3]
PAGE = "/urgent-help/"

ASK = """
import django; django.setup()
from django.test import Client
answer = Client(HTTP_HOST="localhost").get("/urgent-help/?country=TR")
assert answer.status_code == 200, answer.status_code
print(answer.content.decode())
"""


def test_it_asks_neither_session_nor_person_nor_database(client, db, django_assert_num_queries):
    client.force_login(make_user())

    with django_assert_num_queries(0):
        answer = client.get(PAGE)

    assert answer.status_code == 200
    assert not hasattr(answer.wsgi_request, "session")
    assert not hasattr(answer.wsgi_request, "user")


def test_it_answers_while_database_and_broker_are_away():
    away = {
        **os.environ,
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
        "CELERY_BROKER_URL": "redis://127.0.0.1:1/0",
        "CACHE_URL": "redis://127.0.0.1:1/1",
        "ALLOWED_HOSTS": "localhost",
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }
    asked = subprocess.run(
        [sys.executable, "-c", ASK], cwd=ROOT, env=away, capture_output=True, text=True, timeout=120, check=False
    )

    assert asked.returncode == 0, asked.stderr
    assert 'href="tel:112"' in asked.stdout
    assert "Danger signs" in asked.stdout


def test_the_numbers_come_first_and_are_one_tap_away(client):
    html = client.get(PAGE).content.decode()

    assert html.index('href="tel:999"') < html.index('href="tel:111"') < html.index('id="signs"')
    assert 'href="tel:116123"' in html


def test_a_country_is_chosen_and_remembered_on_this_device(client):
    answer = client.get(PAGE, {"country": "us"})

    assert 'href="tel:911"' in answer.content.decode()
    assert answer.cookies[COUNTRY_COOKIE].value == "US"
    assert 'href="tel:911"' in client.get(PAGE).content.decode()


@pytest.mark.parametrize("nonsense", ["XX", "<b>", "GBR", ""])
def test_a_country_nobody_knows_changes_nothing(client, nonsense):
    answer = client.get(PAGE, {"country": nonsense})

    assert 'href="tel:999"' in answer.content.decode()
    assert COUNTRY_COOKIE not in answer.cookies


def test_the_country_of_a_signed_in_person_is_left_on_their_device(client, db):
    client.force_login(make_user(country="TR"))
    answer = client.get("/my-reports/")

    assert answer.cookies[COUNTRY_COOKIE].value == "TR"
    assert COUNTRY_COOKIE not in client.get("/my-reports/").cookies
    assert 'href="tel:112"' in client.get(PAGE).content.decode()


def test_somewhere_else_is_told_to_use_the_local_number(client):
    assert (
        "Use the emergency number of the place where you are." in client.get(PAGE, {"country": "ZZ"}).content.decode()
    )


def test_the_threshold_of_fever_is_the_sites(client, settings):
    settings.FEVER_CELSIUS = 38.0

    assert "A temperature of 38 °C or more" in client.get(PAGE).content.decode()


def test_nothing_is_shown_as_checked_that_was_not(client):
    html = client.get(PAGE).content.decode()

    assert "Not yet checked for this site." in html
    assert not re.search(r"Checked \d", html)


def test_it_only_reads(client):
    assert client.post(PAGE).status_code == 405
    assert client.head(PAGE).status_code == 200


def test_it_holds_no_script_of_its_own_and_no_form_token(client):
    html = client.get(PAGE).content.decode()

    assert "csrfmiddlewaretoken" not in html
    assert client.get(PAGE).headers["Cache-Control"] == "private, no-cache"
