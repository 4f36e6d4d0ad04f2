import pytest

from portal.launch.places import Places
from portal.launch.refusal import Refusal
from portal.launch.start_over import start_over


@pytest.fixture
def inside(tmp_path):
    """A checkout whose database lies below it."""
    places = Places(tmp_path, tmp_path / "var", tmp_path / "var" / "data")
    places.prepare_var()
    for folder in (places.data / "pg", places.mail):
        folder.mkdir(parents=True)
    (places.mail / "one.eml").touch()
    (places.var / "venv.lock").touch()
    return places


@pytest.fixture
def outside(tmp_path):
    """A checkout whose database lies in a lasting folder."""
    places = Places(tmp_path / "checkout", tmp_path / "checkout" / "var", tmp_path / "lasting" / "abc")
    places.data.mkdir(parents=True)
    places.root.mkdir()
    places.prepare_var()
    return places


def test_starting_over_deletes_the_database_its_keys_and_the_mails(inside):
    start_over(inside, {})
    assert sorted(each.name for each in inside.var.iterdir()) == ["log", "venv.lock"]


def test_a_database_outside_is_deleted_when_it_says_whose_it_is(outside):
    (outside.data / "checkout").write_text(f"{outside.root}\n")
    start_over(outside, {})
    assert outside.data.exists() is False


def test_a_database_that_belongs_to_another_checkout_is_kept(outside):
    (outside.data / "checkout").write_text("/somewhere/else\n")
    with pytest.raises(Refusal) as no:
        start_over(outside, {})
    assert str(no.value) == (f"{outside.data} does not say that it belongs to {outside.root}, so it was not deleted.")
    assert outside.data.exists() is True


def test_a_database_of_the_persons_own_is_never_deleted(inside):
    with pytest.raises(Refusal):
        start_over(inside, {"DATABASE_URL": "postgres://me@db.example/mine"})
    assert inside.data.exists() is True


def test_there_is_nothing_to_complain_about_before_the_first_start(tmp_path):
    places = Places(tmp_path, tmp_path / "var", tmp_path / "var" / "data")
    places.prepare_var()
    start_over(places, {})
