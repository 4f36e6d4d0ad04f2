"""Sealed values open for their own row and column, and nowhere else."""

import base64
import uuid

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.test.utils import isolate_apps
from hypothesis import given
from hypothesis import strategies as st

from portal.core.crypto import CannotOpen, Sealed, SealedColumn, keyring, seal, unseal

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.binary(max_size=500), st.text(max_size=50))
def test_what_was_sealed_opens_to_the_same_bytes(plain, associated):
    assert unseal(seal(plain, associated=associated), associated=associated) == plain


def test_the_same_words_never_look_the_same_twice():
    assert seal(b"pain", associated="a") != seal(b"pain", associated="a")


def test_a_value_moved_to_another_row_does_not_open():
    sealed = seal(b"pain", associated="plan|title|1")
    with pytest.raises(CannotOpen):
        unseal(sealed, associated="plan|title|2")


@given(st.integers(min_value=0, max_value=60), st.integers(min_value=1, max_value=255))
def test_a_changed_byte_is_noticed(position, flip):
    sealed = bytearray(seal(b"a sentence about somebody's health", associated="x"))
    sealed[position] ^= flip
    if position == 0:
        return  # the version byte says how to read the rest; there is one version
    with pytest.raises(CannotOpen):
        unseal(bytes(sealed), associated="x")


def test_an_older_key_still_opens_and_the_first_one_seals(settings):
    old = base64.urlsafe_b64encode(b"o" * 32).decode()
    new = base64.urlsafe_b64encode(b"n" * 32).decode()
    settings.FIELD_KEYS = f"old:{old}"
    sealed = seal(b"words", associated="x")
    settings.FIELD_KEYS = f"new:{new},old:{old}"
    assert unseal(sealed, associated="x") == b"words"
    assert seal(b"words", associated="x")[2:5] == b"new"
    settings.FIELD_KEYS = f"new:{new}"
    with pytest.raises(CannotOpen):
        unseal(sealed, associated="x")


def test_the_safety_key_is_another_key():
    sealed = seal(b"words", associated="x", purpose="safety")
    with pytest.raises(CannotOpen):
        unseal(sealed, associated="x")


@pytest.mark.parametrize("text", ["", "k1:", "k1:tooshort", ":" + "A" * 43, "k1:" + "A" * 60])
def test_a_badly_written_key_stops_with_a_sentence(text):
    with pytest.raises(ImproperlyConfigured):
        keyring(text)


@isolate_apps("tests")
def test_a_sealed_attribute_keeps_any_json_and_never_the_words():
    class Note(models.Model):  # noqa: DJ008
        id = models.UUIDField(primary_key=True, default=uuid.uuid4)
        words_sealed = SealedColumn(null=True)
        words = Sealed("words_sealed")

        class Meta:
            app_label = "tests"

    @given(json_values)
    def check(value):
        note = Note()
        note.words = value
        again = Note(id=note.id, words_sealed=note.words_sealed)
        assert again.words == value

    check()
    note = Note()
    note.words = "canary-tumour"
    assert b"canary" not in note.words_sealed
    with pytest.raises(CannotOpen):
        _ = Note(id=uuid.uuid4(), words_sealed=note.words_sealed).words
