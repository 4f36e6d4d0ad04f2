"""A command beside the run of a checkout."""

import json
import os
import subprocess
import sys

import pytest

from portal.launch import keys
from portal.launch.beside import environment_of
from portal.launch.places import Places
from portal.launch.processes import birth
from portal.launch.refusal import Refusal

BESIDE = [sys.executable, "-m", "portal.launch", "beside", "--"]
SERVERS = ("DATABASE_URL", "DATABASE_OWNER_URL", "CELERY_BROKER_URL", "CACHE_URL", "SECRET_KEY")


@pytest.fixture
def places(tmp_path, monkeypatch):
    """A checkout whose pages are served by this very process."""
    for name in SERVERS:
        monkeypatch.delenv(name, raising=False)
    web = {"pid": os.getpid(), "birth": birth(os.getpid()), "stop_with": 15}
    (tmp_path / "run.json").write_text(json.dumps({"processes": {"web": web}, "folders": ["/tmp/handrail-x"]}))
    keys.write(tmp_path / "secrets.env", {"SECRET_KEY": "the key of this checkout"})
    return Places(root=tmp_path, var=tmp_path, data=tmp_path)


def test_a_command_is_told_what_the_product_was_told(places):
    told = environment_of(places, owner=False)

    assert told["DATABASE_URL"] == "postgres://handrail_app@//tmp/handrail-x/handrail"
    assert told["CELERY_BROKER_URL"] == "redis+socket:///tmp/handrail-x/valkey.sock?virtual_host=0"
    assert told["SECRET_KEY"] == "the key of this checkout"
    assert "DATABASE_OWNER_URL" not in told


def test_only_who_asks_for_it_is_the_owner(places):
    assert environment_of(places, owner=True)["DATABASE_URL"] == "postgres://handrail_owner@//tmp/handrail-x/handrail"


def test_a_run_that_was_killed_is_not_running(places):
    found = json.loads(places.record.read_text())
    found["processes"]["web"]["birth"] = "another time"
    places.record.write_text(json.dumps(found))

    with pytest.raises(Refusal, match="Nothing runs in this checkout"):
        environment_of(places, owner=False)


def test_without_a_run_it_says_so_in_a_sentence(tmp_path):
    env = os.environ | {"HANDRAIL_VAR_DIR": str(tmp_path)}
    done = subprocess.run([*BESIDE, sys.executable, "-V"], env=env, capture_output=True, text=True)

    assert done.returncode == 1
    assert done.stderr == (
        "Handrail: Nothing runs in this checkout: start scripts/run first, then try this in another terminal.\n"
    )
