"""Handrail as an app: what a device keeps is about nobody, and signing out clears what its person allowed."""

import re

from django.test import Client
from django.urls import reverse

from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_occurrence


def test_the_page_for_no_connection_is_the_same_for_everybody(client, db):
    person = make_user(display_name="Ruth Wren")
    make_occurrence(make_activity(person, title="Stretchword"))
    before = client.get("/offline/").text
    client.force_login(person)
    after = client.get("/offline/").text

    assert re.sub(r'nonce="[^"]*"', "", before) == re.sub(r'nonce="[^"]*"', "", after)
    assert "Ruth Wren" not in after
    assert "Stretchword" not in after


def test_the_worker_keeps_one_page_and_asks_for_it_as_nobody(client, db):
    answer = client.get("/sw.js")

    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Service-Worker-Allowed"] == "/"
    assert answer.text.count('credentials: "omit"') == 3
    assert set(re.findall(r'"(/[a-z./-]*)"', answer.text)) == {"/offline/", "/static/"}
    assert "eval" not in answer.text


def test_the_manifest_names_the_app_and_links_from_every_page(client, db):
    said = client.get("/app.webmanifest")

    assert said["Content-Type"] == "application/manifest+json"
    assert {"name", "start_url", "display", "icons"} <= set(said.json())
    assert [icon["type"] for icon in said.json()["icons"]] == ["image/svg+xml", "image/png"]
    assert 'rel="apple-touch-icon" href="/static/portal/icon-180.png"' in client.get("/safety/").text
    assert '<link rel="manifest" href="/app.webmanifest">' in client.get("/safety/").text


def test_signing_out_clears_what_the_device_kept_and_nothing_else_does(signed_in):
    for path in (reverse("home:today"), reverse("home:device"), "/offline/"):
        assert "Clear-Site-Data" not in signed_in.get(path)
    answer = signed_in.post(reverse("account_logout"))

    assert answer["Clear-Site-Data"] == '"storage"'
    assert "Clear-Site-Data" not in Client().get("/")


def test_the_choice_is_the_devices_own_and_says_so_without_javascript(signed_in):
    page = signed_in.get(reverse("home:device")).text

    assert "Keep today on this device" in page
    assert "<noscript>" in page
    assert "Do not turn it on where strangers use the device" in page
