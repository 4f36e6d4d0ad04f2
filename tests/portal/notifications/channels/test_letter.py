"""What a mail says, and what it must never say."""

import re
from email import message_from_bytes, policy
from html import unescape
from typing import Any

import pytest

from portal.core.kinds import Message, kinds
from portal.notifications.account_words import ACCOUNT_MAILS, ANYTHING_ELSE
from portal.notifications.channels.email import EmailChannel
from portal.notifications.channels.letter import compose, message_id
from portal.notifications.engine.render import as_the_recipient_reads
from portal.notifications.links import UNSUBSCRIBE, read_action
from portal.notifications.models import Delivery
from portal.vocabulary.models import HealthTopicName
from tests.factories.notifications import CODE, WALK, House, make_delivery, walk_words

pytestmark = pytest.mark.django_db

HEALTH = re.compile(
    r"cancer|pain|tumou?r|chemo|radio|bone|spine|spinal|back\b|morphine|opioid|medicine|bowel|bladder|prostate|breast|"
    r"exercise|symptom|disease|treatment|diagnos|group|fever",
    re.IGNORECASE,
)


def parts_of(delivery: Delivery, message: Message) -> tuple[Any, str, str]:
    letter = message_from_bytes(compose(delivery, message, "ana@there.example"), policy=policy.default)
    return letter, letter.get_body(("plain",)).get_content(), letter.get_body(("html",)).get_content()


def words_of(html: str) -> set[str]:
    body = re.sub(r"<style>.*?</style>|<title>.*?</title>", " ", html, flags=re.DOTALL)
    return set(re.findall(r"\w+", unescape(re.sub(r"<[^>]+>", " ", body))))


def test_text_and_html_say_the_same(house: House):
    _letter, text, html = parts_of(make_delivery(channel="email"), walk_words())

    links = set(re.findall(r'href="([^"]+)"', html))
    assert {unescape(link) for link in links} == set(re.findall(r"https?://\S+", text))
    without_links = re.sub(r"https?://\S+", " ", text)
    assert words_of(html) - {"handrail"} == set(re.findall(r"\w+", without_links))


def test_the_letter_has_every_header_it_needs(house: House):
    delivery = make_delivery(channel="email")
    letter, _text, html = parts_of(delivery, walk_words())

    assert letter["Subject"] == "Time for your plan"
    assert letter["To"] == "ana@there.example"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Message-ID"] == message_id(delivery)
    url = letter["List-Unsubscribe"].strip("<>")
    assert read_action(url.rstrip("/").rpartition("/")[2], UNSUBSCRIBE) == (WALK, delivery.recipient_id)
    assert str(delivery.pk) not in letter["Message-ID"]
    assert "<img" not in html and "<script" not in html


@pytest.mark.parametrize(
    ("base", "offered"), [("https://handrail.example", "List-Unsubscribe=One-Click"), ("http://localhost:8000", None)]
)
def test_one_press_to_unsubscribe_is_offered_over_https_alone(house: House, settings, base: str, offered: str | None):
    settings.BASE_URL = base
    letter, _text, _html = parts_of(make_delivery(channel="email"), walk_words())

    assert letter["List-Unsubscribe"].startswith(f"<{base}/")
    assert letter["List-Unsubscribe-Post"] == offered


def test_there_are_three_ways_to_get_less(house: House):
    delivery = make_delivery(channel="email")
    _letter, text, _html = parts_of(delivery, walk_words())

    tokens = re.findall(r"/unsubscribe/(\S+)/", text)
    assert {read_action(one, UNSUBSCRIBE)[0] for one in tokens} == {WALK, "*"}
    assert "/settings/notifications/" in text


def test_what_must_always_arrive_offers_no_way_to_turn_it_off(house: House):
    letter, text, _html = parts_of(make_delivery(kind=CODE, channel="email"), walk_words())

    assert letter["List-Unsubscribe"] is None
    assert "/unsubscribe/" not in text


def test_every_link_is_whole(house: House, settings):
    _letter, _text, html = parts_of(make_delivery(channel="email"), walk_words())

    assert all(link.startswith(settings.BASE_URL + "/") for link in re.findall(r'href="([^"]+)"', html))


def test_the_same_delivery_always_has_the_same_message_id(house: House):
    first, second = make_delivery(), make_delivery()

    assert message_id(first) == message_id(Delivery.objects.get(pk=first.pk))
    assert message_id(first) != message_id(second)


def test_what_people_wrote_cannot_become_markup(house: House):
    message = Message(subject="s", title="<b>x</b>", lines=["<script>alert(1)</script>"], card=["a & b"])
    _letter, text, html = parts_of(make_delivery(channel="email"), message)

    assert "<script>" not in html and "<b>x</b>" not in html
    assert "<b>x</b>" in text and "a & b" in text


def test_an_address_in_a_note_can_be_pressed_and_what_people_wrote_there_stays_words(house: House):
    notes = ["See who to call: https://here.example/urgent-help/", "<b>Ana</b> & <a href='https://bad.example'>you</a>"]
    _letter, text, html = parts_of(make_delivery(channel="email"), Message(subject="s", title="t", notes=notes))

    assert re.search(r'<a href="https://here\.example/urgent-help/"[^>]*>https://here\.example/urgent-help/</a>', html)
    assert "&lt;b&gt;Ana&lt;/b&gt; &amp;" in html
    assert "<b>Ana" not in html and ">you</a>" not in html
    assert "https://here.example/urgent-help/" in text and "<b>Ana</b> &" in text


def test_a_subject_with_a_line_break_is_refused(house: House):
    message = Message(subject="hello\r\nBcc: everybody@there.example", title="t")

    with pytest.raises(ValueError, match="linefeed"):
        EmailChannel().prepare(make_delivery(channel="email"), message)


def test_a_subject_in_any_script_and_of_any_length_arrives_as_it_was(house: House, settings):
    settings.DEFAULT_FROM_EMAIL = "Geländer – ein Halt <no-reply@handrail.example>"
    for subject in ("Zeit für Ihren Plan", "Время для вашего плана – уже скоро, не забудьте " * 3, "A long one " * 20):
        letter, _text, _html = parts_of(make_delivery(channel="email"), Message(subject=subject.strip(), title="t"))

        assert letter["Subject"] == subject.strip()
        assert letter["From"].addresses[0].display_name == "Geländer – ein Halt"


def test_every_line_of_a_letter_is_short_ascii_and_ends_as_mail_lines_do(house: House):
    message = Message(subject="s", title="Größe " * 60, lines=["." * 200, "From here", "–" * 90, "a\x0bb\u2028c"])
    letter = compose(make_delivery(channel="email"), message, "ana@there.example")

    assert letter.isascii()
    assert letter.count(b"\n") == letter.count(b"\r") == letter.count(b"\r\n")
    body = letter.partition(b"\r\n\r\n")[2]
    assert max(len(line) for line in body.split(b"\r\n")) <= 76
    assert max(len(line) for line in letter.split(b"\r\n")) <= 998


def test_a_letter_is_in_the_readers_language_and_direction(house: House):
    delivery = make_delivery(channel="email")
    delivery.recipient.language = "ar-x-pseudo"
    with as_the_recipient_reads(delivery):
        letter, _text, html = parts_of(delivery, walk_words())

    assert 'dir="rtl"' in html
    assert str(letter["Content-Language"]) == "ar-x-pseudo"


CONTEXT = {
    "code": "K7Q-2PX", "activate_url": "http://x/a", "password_reset_url": "http://x/r", "signup_url": "http://x/s",
    "from_email": "a@b.example", "to_email": "c@d.example", "deleted_email": "e@f.example",
}  # fmt: skip


@pytest.mark.parametrize("name", [*ACCOUNT_MAILS, "else"])
def test_no_account_mail_says_anything_about_health_in_its_subject(name: str):
    message = ACCOUNT_MAILS.get(name, ANYTHING_ELSE).words(CONTEXT)

    topics = {name.lower() for name in HealthTopicName.objects.values_list("name", flat=True)}
    assert not HEALTH.search(str(message.subject))
    assert not topics & {str(message.subject).lower()}
    assert "%(" not in " ".join(map(str, message.lines))


def test_this_rooms_own_kinds_have_neutral_subjects(house: House):
    delivery = make_delivery(kind="notifications.address", channel="in_app")

    assert not HEALTH.search(kinds.get("notifications.address").render(delivery).subject)
