import base64
import stat

import pytest

from portal.launch import keys
from portal.launch.refusal import Refusal


def test_keys_are_made_once_and_only_the_owner_can_read_them(tmp_path):
    path = tmp_path / "secrets.env"
    first = keys.load_or_make(path, database_exists=False)
    assert keys.load_or_make(path, database_exists=True) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(first) == ["HANDRAIL_FIELD_KEYS", "HANDRAIL_INDEX_KEY", "HANDRAIL_SAFETY_KEYS", "SECRET_KEY"]


def test_every_sealing_key_is_32_bytes_of_its_own():
    made = keys.generate()
    field, safety = (made[name].removeprefix("k1:") for name in ("HANDRAIL_FIELD_KEYS", "HANDRAIL_SAFETY_KEYS"))
    decoded = {base64.urlsafe_b64decode(each) for each in (field, safety, made["HANDRAIL_INDEX_KEY"])}
    assert [len(each) for each in decoded] == [32, 32, 32]


def test_a_database_without_its_keys_is_refused(tmp_path):
    with pytest.raises(Refusal) as no:
        keys.load_or_make(tmp_path / "secrets.env", database_exists=True)
    assert str(no.value) == (
        f"There is a database in {tmp_path} but not its keys: put secrets.env back beside it, "
        "or start over with scripts/run --fresh."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_key_that_a_newer_version_needs_is_added_and_the_others_stay(tmp_path):
    path = tmp_path / "secrets.env"
    keys.write(path, {"SECRET_KEY": "old"})
    assert keys.load_or_make(path, database_exists=True)["SECRET_KEY"] == "old"
    assert len(keys.read(path)) == 4


def test_keys_that_others_can_read_are_refused(tmp_path):
    path = tmp_path / "secrets.env"
    keys.write(path, keys.generate())
    path.chmod(0o644)
    with pytest.raises(Refusal):
        keys.read(path)


def test_keys_behind_a_link_are_refused(tmp_path):
    keys.write(tmp_path / "real", keys.generate())
    (tmp_path / "secrets.env").symlink_to(tmp_path / "real")
    with pytest.raises(Refusal):
        keys.read(tmp_path / "secrets.env")
