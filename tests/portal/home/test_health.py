"""Whether the site says truly how it is, and soon enough for those who ask."""

import time

import pytest
from django.db import connection

from tests.deaf import deaf_server
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db
SOON = 4.0  # seconds; a busy machine needs some of them, and who waits for a frozen server needs many more
PROBES = ["/readyz/", "/metrics"]


def test_readyz_is_ready_while_the_database_answers(client):
    response = client.get("/readyz/")
    assert response.status_code == 200
    assert response.json()["database"] == "ok"
    assert response.json()["broker"] == "ok"


def test_without_a_broker_the_site_is_degraded_and_still_ready(client, settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    response = client.get("/readyz/")
    assert (response.status_code, response.json()["status"], response.json()["broker"]) == (200, "degraded", "away")


@pytest.mark.parametrize("address", PROBES)
def test_a_broker_that_takes_calls_and_says_nothing_is_away_within_seconds(client, settings, address):
    with deaf_server() as deaf:
        settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{deaf.port}/0"
        began = time.monotonic()
        response = client.get(address)
        took = time.monotonic() - began
        assert deaf.calls() == 1

    assert response.status_code == 200
    assert '"broker": "away"' in (said := response.content.decode()) or "handrail_broker_up 0.0" in said
    assert took < SOON


@pytest.mark.parametrize("frozen", [False, True])
def test_without_a_database_the_site_is_soon_known_not_to_be_ready(
    client, monkeypatch, django_assert_num_queries, frozen
):
    """Signed in, too: nothing of the page's own is asked, neither its session nor one of the shared connections."""
    client.force_login(make_user())
    with deaf_server() as deaf:
        monkeypatch.setitem(connection.settings_dict, "HOST", "127.0.0.1")
        monkeypatch.setitem(connection.settings_dict, "PORT", str(deaf.port if frozen else 1))
        began = time.monotonic()
        with django_assert_num_queries(0):
            ready, metrics = client.get("/readyz/"), client.get("/metrics")
        took = time.monotonic() - began

    said = ready.json()
    assert (ready.status_code, said["status"], said["database"], said["broker"]) == (503, "down", "away", "ok")
    assert "handrail_database_up 0.0" in metrics.content.decode().splitlines()
    assert took < 2 * SOON


def test_a_database_that_only_counts_slowly_is_there(client):
    """Then the figures are missing, and nobody takes the site out of service for them."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE notifications_breaker IN ACCESS EXCLUSIVE MODE")
    began = time.monotonic()
    response = client.get("/readyz/")

    told = response.json()
    assert (response.status_code, told["status"], told["database"]) == (200, "degraded", "ok")
    assert "overdue_age_seconds" not in told
    assert time.monotonic() - began < 2 * SOON


def test_probes_change_nothing_and_take_no_forms(client):
    for address in PROBES:
        assert client.post(address).status_code == 405
        assert "no-store" in client.get(address)["Cache-Control"]


def test_metrics_are_numbers_only(client):
    lines = client.get("/metrics").content.decode().splitlines()
    assert {"handrail_database_up 1.0", "handrail_rules_put_off 0.0"} <= set(lines)
    for line in lines:
        name, value = line.split(" ")
        assert name.startswith("handrail_")
        float(value)
