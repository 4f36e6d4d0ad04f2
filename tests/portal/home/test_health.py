"""Whether the site says truly how it is."""

import pytest

pytestmark = pytest.mark.django_db


def test_readyz_is_ready_while_the_database_answers(client):
    response = client.get("/readyz/")
    assert response.status_code == 200
    assert response.json()["database"] == "ok"
    assert response.json()["broker"] == "ok"


def test_without_a_broker_the_site_is_degraded_and_still_ready(client, settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    response = client.get("/readyz/")
    assert (response.status_code, response.json()["status"], response.json()["broker"]) == (200, "degraded", "away")


def test_metrics_are_numbers_only(client):
    lines = client.get("/metrics").content.decode().splitlines()
    assert "handrail_database_up 1.0" in lines
    for line in lines:
        name, value = line.split(" ")
        assert name.startswith("handrail_")
        float(value)
