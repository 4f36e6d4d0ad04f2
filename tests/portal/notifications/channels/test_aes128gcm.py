"""Messages that one browser alone can read: by the example of the RFC, and by somebody who reads without our code."""

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.notifications.channels.aes128gcm import MOST_BYTES, RECORD_BYTES, encrypt, padded, receiver_key
from tests.factories.push import Browser, raw, text

# RFC 8291, Appendix A
PLAIN = b"When I grow up, I want to be a watermelon"
SENDER, RECEIVER = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw", "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"
SALT, AUTH = "DGv6ra1nlYgDCS1FRnbzlw", "BTBZMqHH6r4Tts7J_aSIgg"
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_"
    "yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def test_the_example_of_the_rfc_comes_out_letter_for_letter():
    sender = ec.derive_private_key(int.from_bytes(raw(SENDER), "big"), ec.SECP256R1())
    browser = Browser("", RECEIVER, AUTH)

    assert text(encrypt(PLAIN + b"\x02", browser.public, browser.auth, sender=sender, salt=raw(SALT))) == BODY
    assert browser.record(raw(BODY)) == PLAIN + b"\x02"


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=MOST_BYTES))
def test_one_browser_reads_every_message_and_no_other_does(words):
    browser, other = Browser(""), Browser("")
    body = encrypt(padded(words), browser.public, browser.auth)

    assert browser.record(body).rstrip(b"\x00") == words.rstrip(b"\x00") + b"\x02" or words.endswith(b"\x00")
    assert browser.record(body).startswith(words + b"\x02")
    assert len(body) <= RECORD_BYTES
    with pytest.raises(InvalidTag):
        other.record(body)
    with pytest.raises(InvalidTag):
        browser.record(body[:-1] + bytes([body[-1] ^ 1]))


def test_a_length_tells_nothing_of_short_words_and_too_many_are_refused():
    browser = Browser("")
    lengths = {len(encrypt(padded(b"x" * n), browser.public, browser.auth)) for n in (0, 1, 300, 1000, 1023)}

    assert len(lengths) == 1
    with pytest.raises(ValueError, match="too long"):
        padded(b"x" * (MOST_BYTES + 1))


def test_no_message_repeats_a_key_or_salt_of_another():
    browser = Browser("")
    bodies = [encrypt(padded(b"the same"), browser.public, browser.auth) for _ in range(20)]

    assert len({body[:16] for body in bodies}) == len({body[21:86] for body in bodies}) == 20


@pytest.mark.parametrize("key", [b"", b"\x04" * 65, b"\x02" + b"\x01" * 32, b"\x04" + bytes(64)])
def test_what_is_no_point_of_the_curve_is_refused(key):
    with pytest.raises(ValueError, match=r".+"):
        receiver_key(key)
