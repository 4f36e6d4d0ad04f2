import os
import shutil
import tempfile
from pathlib import Path

import psycopg
import pytest

from portal.launch.account import server_account
from portal.launch.embedded import make_postgres, start_postgres
from portal.launch.places import claim_folder, socket_folder
from portal.launch.processes import stop
from portal.launch.refusal import Refusal


@pytest.fixture(scope="module")
def postgres():
    """A cluster that is made and not running, in a folder its account can reach."""
    account = server_account()
    with tempfile.TemporaryDirectory(prefix="handrail-cluster-") as name:
        room = Path(name)
        room.chmod(0o711)
        claim_folder(room / "data", account)
        sockets = socket_folder(account)
        made = make_postgres(room / "data", sockets, room, account, durable=False)
        made.create()
        yield made
        shutil.rmtree(sockets)


@pytest.fixture
def running(postgres):
    process = start_postgres(postgres)
    yield process
    stop([process], seconds=10)


def connect(postgres, role):
    return psycopg.connect(host=str(postgres.sockets), user=role, dbname="handrail", autocommit=True)


def test_the_owner_makes_databases_and_the_app_role_makes_nothing(postgres, running):
    with connect(postgres, "handrail_owner") as owner:
        owner.execute("CREATE TABLE thing (id int)")
        owner.execute("CREATE EXTENSION pg_trgm")
        owner.execute("CREATE DATABASE second")
        roles = owner.execute(
            "SELECT rolname, rolsuper, rolcreatedb, rolcreaterole FROM pg_roles"
            " WHERE rolname LIKE 'handrail%' ORDER BY 1"
        ).fetchall()
    assert roles == [("handrail_app", False, False, False), ("handrail_owner", False, True, False)]
    with connect(postgres, "handrail_app") as app:
        for refused in ("SELECT * FROM thing", "CREATE TABLE mine (id int)", "CREATE DATABASE third"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(refused)


def test_what_people_write_does_not_reach_the_log_with_a_failing_statement(postgres, running):
    with connect(postgres, "handrail_owner") as owner:
        owner.execute("CREATE TABLE diary (words text UNIQUE)")
        owner.execute("INSERT INTO diary VALUES ('my back hurts')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            owner.execute("INSERT INTO diary VALUES ('my back hurts')")
        with pytest.raises(psycopg.errors.SyntaxError):
            owner.execute("INSERT 'my back hurts'")
    assert "my back hurts" not in postgres.log.read_text()


def test_it_listens_on_no_network_address(postgres, running):
    with connect(postgres, "handrail_owner") as owner:
        assert owner.execute("SHOW listen_addresses").fetchone() == ("",)


def test_a_second_server_on_the_same_data_is_refused_by_number(postgres, running):
    with pytest.raises(Refusal) as no:
        start_postgres(postgres)
    assert str(no.value) == (f"A PostgreSQL (process {running.pid}) already runs on {postgres.cluster}: stop it first.")


def test_a_file_that_a_killed_server_left_does_not_stop_the_next(postgres):
    killed = start_postgres(postgres)
    killed.end()
    assert (postgres.cluster / "postmaster.pid").exists()
    following = start_postgres(postgres)
    stop([following], seconds=10)


def test_a_stranger_that_has_the_killed_servers_number_does_not_stop_the_next(postgres):
    (postgres.cluster / "postmaster.pid").write_text(f"{os.getppid()}\n{postgres.cluster}\n")
    following = start_postgres(postgres)
    stop([following], seconds=10)


def test_a_server_that_cannot_start_fails_with_its_own_last_words(postgres):
    settings = postgres.cluster / "postgresql.auto.conf"
    before = settings.read_text()
    settings.write_text("shared_buffers = 'plenty'\n")
    try:
        with pytest.raises(Refusal) as no:
            start_postgres(postgres)
    finally:
        settings.write_text(before)
    assert str(no.value).startswith(f"PostgreSQL stopped while it started (all of it in {postgres.log}): ")
    assert "FATAL" in str(no.value)


def test_data_of_another_version_is_refused(postgres):
    version = postgres.cluster / "PG_VERSION"
    before = version.read_text()
    version.write_text("14\n")
    try:
        with pytest.raises(Refusal) as no:
            postgres.create()
    finally:
        version.write_text(before)
    assert str(no.value) == (
        f"The database in {postgres.data} was made by PostgreSQL 14, but this is {postgres.programs.major}: "
        "change PG_BIN, or start over with scripts/run --fresh."
    )


def test_PG_BIN_without_programs_is_refused(monkeypatch, tmp_path):
    from portal.launch.binaries import postgres_programs

    monkeypatch.setenv("PG_BIN", str(tmp_path))
    account = server_account()
    with pytest.raises(Refusal) as no:
        postgres_programs(account)
    assert str(no.value) == (
        f"PG_BIN names {tmp_path}, but the user {account.name} can run no postgres and initdb there."
    )
