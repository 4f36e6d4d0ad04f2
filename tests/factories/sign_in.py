"""Signing in for tests, step by step: passwords, apps, codes from mails, and a passkey made of software."""

import json
import re
from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256, Hash
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from portal.accounts.models import User
from portal.notifications.models import Delivery

PASSWORD = "a long walk 77"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def sign_in(client: Client, person: User, password: str = PASSWORD, **more: Any) -> HttpResponse:
    """Through the form, as a person does: what asks for a fresh sign-in is open afterwards."""
    return client.post(reverse("account_login"), {"login": person.email, "password": password, **more})


def prove_it(client: Client, password: str = PASSWORD) -> HttpResponse:
    """The password again: what changes the account asks for it, even right after signing in."""
    return client.post(reverse("account_reauthenticate"), {"password": password})


def app_code(secret: str = SECRET, later: int = 0) -> str:
    """What an app shows now, or `later` half minutes from now."""
    now = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, now[len(now) // 2] + later))


def make_app(person: User) -> list[str]:
    """An app with SECRET and the recovery codes that come with it, which are returned."""
    TOTP.activate(person, SECRET)
    return RecoveryCodes.activate(person).get_unused_codes()


def newest_message() -> dict[str, Any]:
    """What the newest mail says: its words wait sealed in the delivery."""
    newest = Delivery.objects.order_by("due_at").last()  # the engine's clock goes on inside a transaction
    assert newest is not None
    return newest.words["message"]


def link_in(message: dict[str, Any]) -> str:
    [[_label, url, _main]] = message["actions"]
    return url


class SoftKey:
    """A passkey without a device: answers challenges the way a phone would after a fingerprint."""

    def __init__(self, host: str = "testserver") -> None:
        self.host = host
        self.credential_id = b"soft-key-" + host.encode()
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.counter = 0
        self.handle = ""

    def _client_data(self, kind: str, challenge: str) -> CollectedClientData:
        return CollectedClientData.create(kind, challenge, f"http://{self.host}")

    def _authenticator_data(self, flags: int, credential: bytes = b"") -> AuthenticatorData:
        self.counter += 1
        digest = Hash(SHA256())
        digest.update(self.host.encode())
        return AuthenticatorData.create(digest.finalize(), flags, self.counter, credential)

    def _answer(self, response: dict[str, str], **more: Any) -> str:
        name = websafe_encode(self.credential_id)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response, **more})

    def register(self, options: dict[str, Any]) -> str:
        """The answer to `creation_options` of the page that adds a key."""
        asked = options["publicKey"]
        self.handle = asked["user"]["id"]
        public = ES256.from_cryptography_key(self.private.public_key())
        credential = AttestedCredentialData.create(b"\0" * 16, self.credential_id, public)
        data = self._authenticator_data(PRESENT | VERIFIED | ATTESTED, credential)
        response = {
            "clientDataJSON": websafe_encode(self._client_data("webauthn.create", asked["challenge"])),
            "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
        }
        return self._answer(response, clientExtensionResults={"credProps": {"rk": True}})

    def sign(self, options: dict[str, Any]) -> str:
        """The answer to `request_options` of the sign-in page or of a second step."""
        client_data = self._client_data("webauthn.get", options["publicKey"]["challenge"])
        data = self._authenticator_data(PRESENT | VERIFIED)
        response = {
            "clientDataJSON": websafe_encode(client_data),
            "authenticatorData": websafe_encode(data),
            "signature": websafe_encode(self.private.sign(data + client_data.hash, ec.ECDSA(SHA256()))),
            "userHandle": self.handle,
        }
        return self._answer(response, clientExtensionResults={})


def add_key(client: Client, key: SoftKey, name: str = "My phone") -> HttpResponse:
    """Add a key on its page, as a person who has just proved who they are."""
    options = data_of(client.get(reverse("mfa_add_webauthn")))["creation_options"]
    return client.post(
        reverse("mfa_add_webauthn"), {"name": name, "passwordless": "on", "credential": key.register(options)}
    )


def data_of(response: HttpResponse) -> dict[str, Any]:
    """What the page prints for the script that talks to the key."""
    found = re.search(r'<script id="js_data" type="application/json">(.*?)</script>', response.content.decode(), re.S)
    assert found
    return json.loads(found[1])
