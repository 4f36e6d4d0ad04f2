"""The demo's mailbox exists in demo mode only, and shows a mail without letting it do anything."""

import pytest

pytestmark = pytest.mark.django_db

MAIL = b"""From: Handrail <no-reply@handrail.example>
To: patient@handrail.example
Subject: A reminder
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=cut

--cut
Content-Type: text/plain; charset=utf-8

Your 08:00 slot: http://localhost/plan/do/abc/
--cut
Content-Type: text/html; charset=utf-8

<html><head></head><body><a href="http://localhost/plan/do/abc/">Done</a><script>alert(1)</script></body></html>
--cut--
"""
NAME = "20261123T080000.000000Z-0123abcd"


@pytest.fixture
def mailbox(settings, tmp_path):
    settings.DEMO = True
    settings.MAIL_DIR = str(tmp_path)
    (tmp_path / f"{NAME}.eml").write_bytes(MAIL)
    (tmp_path.parent / "secret.eml").write_bytes(MAIL)
    return tmp_path


@pytest.mark.parametrize("path", ["/demo/mail/", f"/demo/mail/{NAME}/", f"/demo/mail/{NAME}/html/"])
def test_outside_demo_mode_there_is_no_mailbox(client, mailbox, settings, path):
    assert client.get(path).status_code == 200
    settings.DEMO = False
    assert client.get(path).status_code == 404


def test_the_mail_is_shown_with_both_parts(client, mailbox):
    text = client.get(f"/demo/mail/{NAME}/").content.decode()
    assert "A reminder" in text
    assert '<a href="http://localhost/plan/do/abc/"' in text
    assert 'sandbox="allow-top-navigation-by-user-activation"' in text


def test_the_html_part_may_run_nothing_and_load_nothing(client, mailbox):
    response = client.get(f"/demo/mail/{NAME}/html/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert b'<base target="_top">' in response.content


@pytest.mark.parametrize("name", ["..%2Fsecret", "nothing", "20261123T080000.000000Z-ffffffff"])
def test_no_other_file_can_be_read(client, mailbox, name):
    assert client.get(f"/demo/mail/{name}/").status_code == 404


def test_an_empty_mailbox_says_how_to_get_a_mail(client, settings, tmp_path):
    settings.DEMO, settings.MAIL_DIR = True, str(tmp_path / "none")
    assert "No mail yet" in client.get("/demo/mail/").content.decode()
