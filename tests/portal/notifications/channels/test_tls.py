"""TLS with the server that was meant: one whose certificate nobody vouches for, or is of another name, gets nothing."""

import ipaddress
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from portal.notifications.channels.email import EmailChannel
from portal.notifications.channels.outcome import ForNow, Sent
from portal.notifications.channels.smtp import trusted
from tests.portal.notifications.channels.scripted import Scripted, mail_server

LETTER = ("a@there.example", b"Subject: s\r\n\r\nwords\r\n")
WAYS = pytest.mark.parametrize(("setting", "stage"), [("EMAIL_USE_TLS", "tls"), ("EMAIL_USE_SSL", "connect")])


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    trusted.cache_clear()
    yield
    trusted.cache_clear()


def certificate_for(name: x509.GeneralName, place: Path) -> Path:
    """Key and certificate of a server of this name, signed by itself, in one file."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    known_as = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail")])
    made = x509.CertificateBuilder(subject_name=known_as, issuer_name=known_as, public_key=key.public_key())
    made = made.serial_number(x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(hours=1))
    made = made.add_extension(x509.SubjectAlternativeName([name]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file = place / "mail.pem"
    file.write_bytes(secret + made.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM))
    return file


HERE = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
ELSEWHERE = x509.DNSName("mail.elsewhere.example")


def handed_over(settings: Any, file: Path, setting: str) -> tuple[Any, Scripted]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(file)
    with mail_server(settings, tls=tls, closed=setting == "EMAIL_USE_SSL") as server:
        setattr(settings, setting, True)
        channel = EmailChannel()
        outcome = channel.hand_over(LETTER)
        channel.close()
    return outcome, server


@WAYS
def test_a_server_that_the_machine_trusts_gets_the_mail(
    settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, setting: str, stage: str
):
    file = certificate_for(HERE, tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))

    outcome, server = handed_over(settings, file, setting)

    assert outcome == Sent("2.0.0", "dot")
    assert len(server.mails) == 1


@WAYS
def test_a_certificate_that_nobody_vouches_for_gets_nothing(settings, tmp_path: Path, setting: str, stage: str):
    outcome, server = handed_over(settings, certificate_for(HERE, tmp_path), setting)

    assert outcome == ForNow("SSLCertVerificationError", stage)
    assert server.mails == server.envelopes == []


@WAYS
def test_a_certificate_of_another_name_gets_nothing(
    settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, setting: str, stage: str
):
    file = certificate_for(ELSEWHERE, tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))

    outcome, server = handed_over(settings, file, setting)

    assert outcome == ForNow("SSLCertVerificationError", stage)
    assert server.mails == server.envelopes == []
