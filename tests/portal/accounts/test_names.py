"""Display names are pseudonyms, unique after all that only looks different is folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.accounts.names import equals_mailbox, fold, looks_like_full_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Heron", "heron"),
        ("Heron", "H e r o n"),
        ("Heron", "Неrоn"),
        ("paul", "pau1"),
        ("café", "CAFE"),
        ("modern", "modem"),
    ],
)
def test_names_that_look_alike_are_one_name(one, other):
    assert fold(one) == fold(other)


def test_names_that_differ_stay_apart():
    assert fold("Heron") != fold("Hiren")


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(name):
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize("name", ["Ruth Miller", "Anna Maria Kowalska", "José García"])
def test_a_full_name_is_noticed(name):
    assert looks_like_full_name(name)


@pytest.mark.parametrize("name", ["Heron", "quiet river", "Back at 3am", "R M"])
def test_a_pseudonym_is_not_taken_for_a_full_name(name):
    assert not looks_like_full_name(name)


def test_the_part_before_the_at_sign_is_noticed():
    assert equals_mailbox("Ruth.Miller", "ruthmiller@example.org")
    assert not equals_mailbox("Heron", "ruthmiller@example.org")
