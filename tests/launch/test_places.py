import os
import stat
import tempfile
from pathlib import Path

import pytest

from portal.launch.account import own_account, server_account
from portal.launch.places import Places, claim_folder, folder_name, places_of, socket_folder
from portal.launch.refusal import Refusal

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")


@pytest.fixture
def account():
    return own_account()


def test_a_claimed_folder_is_private_and_may_be_claimed_again(tmp_path, account):
    claim_folder(tmp_path / "data", account)
    claim_folder(tmp_path / "data", account)
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert [each.name for each in tmp_path.iterdir()] == ["data"]


def test_a_folder_that_others_may_open_is_refused(tmp_path, account):
    (tmp_path / "data").mkdir(mode=0o755)
    with pytest.raises(Refusal) as no:
        claim_folder(tmp_path / "data", account)
    assert str(no.value) == (
        f"{tmp_path}/data is not a folder of mode 0700 owned by ourselves, so no database is kept in it: "
        "move it away, or name another place in HANDRAIL_EMBEDDED_DIR."
    )


def test_a_link_in_place_of_the_folder_is_refused(tmp_path, account):
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "data").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refusal):
        claim_folder(tmp_path / "data", account)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path, account):
    (tmp_path / "data").touch(mode=0o700)
    with pytest.raises(Refusal):
        claim_folder(tmp_path / "data", account)


@as_root
def test_roots_own_folder_is_refused_when_the_servers_run_as_nobody(tmp_path):
    (tmp_path / "data").mkdir(mode=0o700)
    with pytest.raises(Refusal):
        claim_folder(tmp_path / "data", server_account())


def test_a_parent_that_others_can_change_is_refused(tmp_path, account):
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    with pytest.raises(Refusal) as no:
        claim_folder(tmp_path / "open" / "data", account)
    assert str(no.value) == (
        f"{tmp_path}/open can be changed by other users: name another place in HANDRAIL_EMBEDDED_DIR."
    )


def test_the_place_is_written_down_and_a_moved_one_is_noticed(tmp_path, account):
    places = Places(tmp_path, tmp_path / "var", tmp_path / "var" / "data")
    places.prepare_var()
    places.prepare_data(account)
    assert places.where.read_text() == f"{tmp_path}/var/data\n"
    assert places.recorded_elsewhere() is None
    later = Places(tmp_path, tmp_path / "var", tmp_path / "other")
    assert later.recorded_elsewhere() == tmp_path / "var" / "data"


def test_a_chosen_folder_holds_one_folder_for_each_checkout(tmp_path, monkeypatch):
    monkeypatch.setenv("HANDRAIL_EMBEDDED_DIR", str(tmp_path))
    assert places_of(Path("/srv/a b")).data == tmp_path / folder_name(Path("/srv/a b"))
    assert folder_name(Path("/srv/a b")) == "4d57b7b614bf"
    assert folder_name(Path("/srv/a c")) != folder_name(Path("/srv/a b"))


def test_a_socket_folder_is_short_private_and_in_lower_case(tmp_path, monkeypatch, account):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / ("A" * 50)))
    folder = socket_folder(account)
    try:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert len(f"{folder}/.s.PGSQL.5432") <= 107
        assert str(folder) == str(folder).lower()
    finally:
        folder.rmdir()
