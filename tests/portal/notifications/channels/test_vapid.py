"""Who sends: a token that a push service can check with our public key alone."""

import json
import time

import environ
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from django.core.exceptions import ImproperlyConfigured

from portal.core.push_key import SERVICES, from_environment, new_key, what_is_wrong
from portal.launch.keys import for_push
from portal.notifications.channels.vapid import authorization
from tests.factories.push import raw, with_keys

ENDPOINT = "https://updates.push.services.mozilla.com/wpush/v2/zqsecretpath"


def parts(header):
    scheme, _, said = header.partition(" ")
    assert scheme == "vapid"
    found = dict(part.strip().split("=", 1) for part in said.split(","))
    return found["t"], found["k"]


def check(token, key):
    """RFC 7515 with ES256, by hand. Raises InvalidSignature."""
    head, claims, signature = token.split(".")
    numbers = [int.from_bytes(raw(signature)[at : at + 32], "big") for at in (0, 32)]
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw(key))
    public.verify(encode_dss_signature(*numbers), f"{head}.{claims}".encode(), ec.ECDSA(SHA256()))
    return json.loads(raw(head)), json.loads(raw(claims))


def test_the_signature_fits_our_public_key_and_the_claims_name_the_service_alone(settings):
    with_keys(settings)
    token, key = parts(authorization(ENDPOINT))
    head, claims = check(token, key)

    assert head == {"typ": "JWT", "alg": "ES256"}
    assert claims["aud"] == "https://updates.push.services.mozilla.com"
    assert claims["sub"] == settings.PUSH_CONTACT
    assert 3600 < claims["exp"] - time.time() <= 24 * 3600
    assert set(claims) == {"aud", "exp", "sub"}
    assert len(raw(token.split(".")[2])) == 64


def test_a_changed_claim_or_another_key_does_not_pass(settings):
    with_keys(settings)
    token, key = parts(authorization(ENDPOINT))
    settings.PUSH_KEY = new_key()
    _token, other = parts(authorization(ENDPOINT))
    head, _claims, signature = token.split(".")
    for wrong in ((token, other), (f"{head}.{head}.{signature}", key)):
        with pytest.raises(InvalidSignature):
            check(*wrong)


@pytest.mark.parametrize(
    ("key", "contact", "word"),
    [
        ("", "mailto:me@handrail.example", "HANDRAIL_PUSH_KEY"),
        ("zq spaces here", "mailto:me@handrail.example", "HANDRAIL_PUSH_KEY"),
        ("A" * 43, "mailto:me@handrail.example", "HANDRAIL_PUSH_KEY"),
        (new_key() + "AAAA", "mailto:me@handrail.example", "HANDRAIL_PUSH_KEY"),
        (new_key(), "", "HANDRAIL_PUSH_CONTACT"),
        (new_key(), "me@handrail.example", "HANDRAIL_PUSH_CONTACT"),
    ],
    ids=["no key", "spaces", "no number of the curve", "too long", "no contact", "no way to reach it"],
)
def test_settings_that_cannot_work_are_told_without_the_key(key, contact, word):
    told = what_is_wrong(key, contact)

    assert told.startswith(word)
    assert not key or key not in told
    assert what_is_wrong(new_key(), "https://handrail.example/contact/") == ""


def test_a_site_with_a_broken_key_does_not_start_and_one_without_needs_nothing():
    environment = environ.Env()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("KEY", "CONTACT", "SERVICES"):
            patch.delenv(f"HANDRAIL_PUSH_{name}", raising=False)
        assert from_environment(environment) == ("", "", SERVICES)
        patch.setenv("HANDRAIL_PUSH_KEY", "half a key")
        with pytest.raises(ImproperlyConfigured, match="HANDRAIL_PUSH_KEY is not a key"):
            from_environment(environment)
        patch.setenv("HANDRAIL_PUSH_KEY", for_push()["HANDRAIL_PUSH_KEY"])
        patch.setenv("HANDRAIL_PUSH_CONTACT", "mailto:push@handrail.example")
        assert from_environment(environment)[2] == SERVICES
