"""“Ask the team”: help comes first, nothing typed is lost, nothing is told, and one question is one case."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from portal.core.personal_data import holders
from portal.moderation.bands import Band
from portal.moderation.models import Case, Enquiry
from portal.moderation.operations import claim
from portal.notifications.models import Delivery, Notice
from tests.factories.accounts import make_user
from tests.factories.moderation import make_moderator

pytestmark = pytest.mark.django_db

WORDS = "May I use the lavender pillow while I rest?"
BY_MAIL = {"channel": "email", "address": "reed@example.org", "when": "Mornings"}
DRAFT = re.compile(r'name="draft" value="([^"]+)"')


def words_of(response):
    return response.content.decode()


def draft_of(response):
    found = DRAFT.search(words_of(response))
    return found[1] if found else ""


def step(client, name, response=None, **typed):
    data = {"step": name, **typed}
    if response is not None:
        data["draft"] = draft_of(response)
    return client.post(reverse("moderation:ask"), data)


def to_check(client, words=WORDS, **reach):
    second = step(client, "about", topic="guide", words=words)
    return step(client, "reach", second, **(reach or BY_MAIL))


def sent(client, words=WORDS, **reach):
    return step(client, "check", to_check(client, words, **reach))


def test_a_signed_out_reader_asks_and_gets_a_reference_and_when_somebody_looks(client):
    third = to_check(client)
    for shown in (WORDS, "reed@example.org", "Mornings", "A guide"):
        assert shown in words_of(third)
    assert Enquiry.objects.count() == 0

    receipt = client.get(step(client, "check", third)["Location"])

    made, case = Enquiry.objects.get(), Case.objects.get()
    assert (made.person, made.words, made.reach["address"]) == (None, WORDS, "reed@example.org")
    assert (case.reportable, case.object_id, case.scope, case.origin) == (
        "moderation.enquiry", str(made.pk), "site", "asked",
    )  # fmt: skip
    assert (case.band, case.due_at - case.opened_at) == (Band.GREEN, timedelta(hours=24))
    assert made.case == case
    assert made.reference in words_of(receipt)
    assert "within 24 hours" in words_of(receipt)
    assert "do not wait for us" in words_of(receipt)
    assert receipt["Cache-Control"].count("no-store") == 1


def test_somebody_signed_in_may_be_answered_on_the_site_and_no_mail_is_sent(client):
    person = make_user()
    client.force_login(person)

    sent(client, channel="site")

    made = Enquiry.objects.get()
    assert (made.person, made.reach["channel"], made.reach["address"]) == (person, "site", "")
    assert Delivery.objects.filter(kind="moderation.enquiry").count() == 0


def test_an_answer_on_the_site_is_not_offered_to_somebody_signed_out(client):
    second = step(client, "about", topic="plan", words=WORDS)

    assert 'value="site"' not in words_of(second)
    assert step(client, "reach", second, channel="site").status_code == 200
    assert Enquiry.objects.count() == 0


@pytest.mark.parametrize(
    ("reach", "sentence"),
    [
        ({"channel": "email", "address": ""}, "Write the address or the number"),
        ({"channel": "phone", "address": "at home"}, "Write your phone number"),
        ({"address": "reed@example.org"}, "Choose how we may answer you"),
    ],
    ids=["nothing", "no number", "no way"],
)
def test_an_answer_needs_a_way_to_reach_whoever_asked(client, reach, sentence):
    answer = to_check(client, **reach)

    assert sentence in words_of(answer)
    assert "Step 2 of 3" in words_of(answer)


def test_danger_signs_and_the_emergency_number_stand_before_the_form(client):
    page = words_of(client.get(reverse("moderation:ask")))

    assert page.index("do not wait for an answer from us") < page.index("tel:") < page.index('name="words"')


def test_words_that_sound_like_danger_are_answered_with_help_before_anything_else(client):
    second = step(client, "about", topic="other", words="I have chest pain and I cannot breathe")
    page = words_of(second)

    assert page.index("Please call for help now") < page.index("<h1>") < page.index('name="channel"')

    step(client, "check", step(client, "reach", second, **BY_MAIL))
    assert Case.objects.get().band <= Band.RED


def test_somebody_who_wants_to_die_is_met_with_a_line_and_comes_first_in_the_queue(client):
    second = step(client, "about", topic="other", words="I want to kill myself tonight")
    assert "You do not have to hold this alone" in words_of(second)

    step(client, "check", step(client, "reach", second, **BY_MAIL))

    assert Case.objects.get().band == Band.CRISIS


def test_ordinary_words_bring_no_help_card(client):
    assert 'id="help-h"' not in words_of(step(client, "about", topic="guide", words=WORDS))


def test_what_was_typed_stays_after_an_error_and_on_the_way_back(client):
    assert WORDS in words_of(step(client, "about", words=WORDS))  # no topic
    second = step(client, "about", topic="wrong", words=WORDS)
    again = step(client, "reach", second, channel="email", address="not an address", when="Evenings")
    assert "not an address" in words_of(again)
    assert "Evenings" in words_of(again)

    first = step(client, "reach", again, back="1", channel="email", address="half@", when="Evenings")
    assert WORDS in words_of(first)

    second = step(client, "about", first, topic="wrong", words=WORDS + " Thanks")
    assert "half@" in words_of(second)
    third = step(client, "reach", second, **BY_MAIL)
    back = step(client, "check", third, back="1")
    assert "reed@example.org" in words_of(back)
    assert WORDS + " Thanks" in words_of(step(client, "reach", back, **BY_MAIL))


def test_sending_twice_makes_one_question_and_one_case(client):
    third = to_check(client)

    first, second = step(client, "check", third), step(client, "check", third)

    assert (first.status_code, second.status_code) == (302, 302)
    assert (Enquiry.objects.count(), Case.objects.count()) == (1, 1)
    assert Delivery.objects.filter(kind="moderation.enquiry").count() == 1


def test_after_five_in_an_hour_the_words_are_kept_and_nothing_is_sent(client):
    for _time in range(5):
        assert sent(client).status_code == 302

    held = sent(client)

    assert held.status_code == 429
    assert WORDS in words_of(held)
    assert draft_of(held)
    assert Enquiry.objects.count() == 5


@pytest.mark.parametrize("change", [lambda text: "A" + text, lambda text: text[:-4], lambda text: "nonsense"])
def test_a_draft_that_was_changed_starts_again_with_a_sentence(client, change):
    third = to_check(client)

    answer = client.post(reverse("moderation:ask"), {"step": "check", "draft": change(draft_of(third))})

    assert answer.status_code == 400
    assert "We could not read your earlier answers" in words_of(answer)
    assert Enquiry.objects.count() == 0


def test_a_robot_that_fills_the_hidden_field_does_not_come_further(client):
    answer = step(client, "about", topic="guide", words=WORDS, website="https://example.org")

    assert 'name="channel"' not in words_of(answer)


def test_words_and_address_lie_sealed_and_travel_sealed(client):
    third = to_check(client)
    assert "lavender" not in draft_of(third)
    step(client, "check", third)

    with connection.cursor() as cursor:
        cursor.execute("SELECT e::text || c::text FROM moderation_enquiry e JOIN moderation_case c ON c.id = e.case_id")
        row = cursor.fetchone()[0]
    for leak in (b"lavender", b"reed@"):
        assert leak.hex() not in row
        assert leak.decode() not in row
    assert dict(client.session) == {}
    assert "lavender" not in str(client.cookies)


def test_the_mail_says_only_that_it_arrived(client):
    sent(client)

    words = Delivery.objects.get(kind="moderation.enquiry").words
    assert words["address"] == "reed@example.org"
    assert words["message"]["subject"] == "We have your message"
    assert "lavender" not in str(words)
    assert "guide" not in str(words["message"]).lower()


@pytest.mark.parametrize(
    ("role", "status"), [(None, 404), ("Editors", 404), ("Moderators", 200)], ids=["stranger", "editor", "moderator"]
)
def test_who_may_read_a_question(client, role, status):
    sent(client)
    client.force_login(make_user(*[role] if role else []))

    page = client.get(Case.objects.get().get_absolute_url())

    assert page.status_code == status
    assert ("lavender pillow" in words_of(page)) == (status == 200)
    assert ("reed@example.org" in words_of(page)) == (status == 200)


def test_a_moderator_who_asked_does_not_read_their_own_case(client):
    moderator = make_moderator()
    client.force_login(moderator)
    sent(client, channel="site")

    assert client.get(Case.objects.get().get_absolute_url()).status_code == 404


def test_the_receipt_is_only_for_the_device_that_sent_it(client, django_user_model):
    sent(client)
    client.cookies.clear()

    assert client.get(reverse("moderation:ask_sent"))["Location"] == reverse("moderation:ask")


def test_a_person_takes_their_questions_along_and_erases_them(client):
    person = make_user()
    client.force_login(person)
    sent(client)
    holder = holders.get("moderation")

    assert holder.export(person)["questions_to_the_team"][0]["words"] == WORDS

    holder.erase(person, False)

    assert Enquiry.objects.count() == 0
    assert Case.objects.get().head is None


ANSWER = "Yes, a feather one is fine too."


def answer_all(client):
    """A moderator takes the case and answers it on its page."""
    moderator = make_moderator()
    client.force_login(moderator)
    case = claim(actor=moderator, case=Case.objects.get())
    assert "Answer and close" in words_of(client.get(case.get_absolute_url()))
    return client.post(
        case.get_absolute_url(), {"message": ANSWER, "has_read": "on", "note": "", "version": case.version}
    )


def test_an_answer_closes_the_case_and_is_read_behind_a_signed_link_that_the_mail_holds(client):
    sent(client)
    assert answer_all(client).status_code == 302
    client.logout()

    made, case = Enquiry.objects.get(), Case.objects.get()
    assert case.closed_at is not None
    assert b"feather" not in bytes(made.answer_sealed)
    words = Delivery.objects.get(kind="moderation.answer").words
    assert words["message"]["subject"] == "There is an answer for you"
    assert "feather" not in str(words)
    assert "lavender" not in str(words)

    page = client.get(words["message"]["url"])

    assert ANSWER in words_of(page)
    assert "no-store" in page["Cache-Control"]
    wrong = client.get(reverse("moderation:ask_answer", args=["nonsense"]))
    assert wrong.status_code == 404
    assert "does not open any more" in words_of(wrong)


@pytest.mark.parametrize(("days", "status"), [(29, 200), (31, 404)])
def test_the_link_to_an_answer_is_over_after_thirty_days(client, days, status):
    sent(client)
    answer_all(client)
    client.logout()
    link = Delivery.objects.get(kind="moderation.answer").words["message"]["url"]

    with time_machine.travel(timezone.now() + timedelta(days=days)):
        assert client.get(link).status_code == status


def test_a_draft_that_lay_open_for_too_long_starts_again(client):
    third = to_check(client)

    with time_machine.travel(timezone.now() + timedelta(hours=13)):
        answer = step(client, "check", third)

    assert "We could not read your earlier answers" in words_of(answer)
    assert Enquiry.objects.count() == 0


def test_somebody_signed_in_finds_the_answer_on_the_site_and_nobody_else_does(client):
    person = make_user()
    client.force_login(person)
    sent(client, channel="site")
    answer_all(client)
    call_command("deliver")

    assert Notice.objects.filter(user=person, kind="moderation.answer").count() == 1
    client.force_login(person)
    assert ANSWER in words_of(client.get(reverse("moderation:ask_mine")))
    client.force_login(make_user())
    assert ANSWER not in words_of(client.get(reverse("moderation:ask_mine")))


def test_an_empty_answer_closes_nothing(client):
    sent(client)
    moderator = make_moderator()
    client.force_login(moderator)
    case = claim(actor=moderator, case=Case.objects.get())

    page = client.post(case.get_absolute_url(), {"message": "", "version": case.version})

    assert "Write the answer first." in words_of(page)
    assert Case.objects.get().closed_at is None
