"""The weekly letter: on a Sunday, to who did or wrote something, and to nobody who is silent."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from portal.accounts.models import Consent
from portal.core.clock import handrail_now
from portal.core.kinds import No, Yes, kinds
from portal.notifications.models import Delivery, Preference
from selfcare import operations
from selfcare.messages import letter
from selfcare.models import WaterLog, WeeklyLetter
from selfcare.models.letter import LETTER
from selfcare.operations.letters import post_letters, sunday_evening
from tests.factories.accounts import make_user
from tests.factories.selfcare import ACCRA, make_activity, make_entry, make_occurrence


@pytest.fixture
def person(db):
    return make_user(time_zone=ACCRA, display_name="Ruth Wren")


def make_due(person):
    return WeeklyLetter.objects.filter(owner=person).update(next_at=handrail_now() - timedelta(minutes=1))


def letters(person):
    return Delivery.objects.filter(kind=LETTER, recipient=person)


@pytest.mark.parametrize(
    ("after", "zone", "at"),
    [
        (datetime(2026, 6, 11, 12, tzinfo=UTC), "Europe/London", datetime(2026, 6, 14, 16, tzinfo=UTC)),
        (datetime(2026, 6, 14, 15, 59, tzinfo=UTC), "Europe/London", datetime(2026, 6, 14, 16, tzinfo=UTC)),
        (datetime(2026, 6, 14, 16, tzinfo=UTC), "Europe/London", datetime(2026, 6, 21, 16, tzinfo=UTC)),
        (datetime(2026, 10, 24, 12, tzinfo=UTC), "Europe/London", datetime(2026, 10, 25, 17, tzinfo=UTC)),
        (datetime(2026, 6, 14, 12, tzinfo=UTC), "Pacific/Auckland", datetime(2026, 6, 21, 5, tzinfo=UTC)),
    ],
)
def test_it_is_due_on_sunday_at_five_where_the_person_is(after, zone, at):
    assert sunday_evening(after, ZoneInfo(zone)) == at


def test_who_wrote_or_did_something_gets_one_letter_for_the_week(person):
    make_entry(person, worst=5)
    silent = make_user()
    assert post_letters() == 0, "not before Sunday evening"
    make_due(person)
    assert [post_letters(), post_letters()] == [1, 0]

    assert [(one.channel, one.subject_key) for one in letters(person)] == [("email", f"letter:{handrail_now().date()}")]
    assert not letters(silent).exists()
    assert WeeklyLetter.objects.get(owner=person).next_at > handrail_now()


def test_doing_something_counts_like_writing(person):
    slot = make_occurrence(make_activity(person))
    operations.mark_done(actor=person, occurrence=slot)
    make_due(person)

    assert post_letters() == 1


def test_writing_down_what_one_drank_counts_like_writing_and_is_told(person):
    operations.log_water(actor=person, ml=250)
    operations.log_water(actor=person, ml=200)
    WaterLog.objects.create(owner=person, ml=250, at=handrail_now() - timedelta(days=1))
    make_due(person)

    assert "You wrote down what you drank on 2 days." in words(person).lines


def test_a_silent_week_has_none_and_none_follows_until_something_is_done_again(person):
    make_entry(person, worst=5, at=handrail_now() - timedelta(days=8))
    make_due(person)
    assert post_letters() == 0
    assert WeeklyLetter.objects.get().next_at is None

    make_entry(person, worst=4)
    assert WeeklyLetter.objects.get().next_at > handrail_now()
    make_due(person)
    assert post_letters() == 1


def test_who_turned_it_off_or_took_back_the_agreement_gets_none(person):
    make_entry(person, worst=5)
    make_due(person)
    Preference.objects.create(user=person, kind=LETTER, channel="email", wanted=False)
    assert post_letters() == 0

    Preference.objects.all().delete()
    make_due(person)
    assert post_letters() == 1
    (delivery,) = letters(person)
    assert letter.still_wanted([delivery]) == {delivery.pk: Yes()}
    Consent.objects.filter(user=person, purpose="health").update(withdrawn_at=handrail_now())
    assert letter.still_wanted([delivery]) == {delivery.pk: No("no_consent")}


def words(person):
    post_letters()
    return kinds.get(LETTER).render(letters(person).get())


def test_it_says_what_was_done_how_pain_went_and_one_gentle_thing(person):
    make_entry(person, worst=6)
    make_entry(person, worst=3, at=handrail_now() - timedelta(days=1))
    make_entry(person, worst=8, at=handrail_now() - timedelta(days=8))
    make_occurrence(make_activity(person, planned_through=None), due_at=handrail_now(), state="done")
    make_due(person)
    message = words(person)

    assert message.subject == "Your week, from Handrail"
    assert message.lines == [
        "Hello Ruth Wren.",
        "You did one thing from your plan this week.",
        "You wrote in your diary 2 times.",
        "By what you wrote, your worst pain was less than the week before.",
        "The numbers of your pain are on your own page, and not in this mail.",
        "Three questions once a week show whether life is getting easier or harder. A minute is enough.",
    ]


@pytest.mark.parametrize(
    ("before", "word"), [(2, "more than"), (8, "less than"), (5, "much like"), (None, "on your own page")]
)
def test_pain_is_told_in_words_until_the_person_asks_for_numbers(client, person, before, word):
    client.force_login(person)
    make_entry(person, worst=5)
    if before is not None:
        make_entry(person, worst=before, at=handrail_now() - timedelta(days=8))
    make_due(person)
    said = " ".join(words(person).lines)
    assert word in said
    assert not any(number in said for number in ("5", str(before)))

    page = reverse("selfcare:letter")
    assert reverse("selfcare:letter") in client.get(reverse("notifications:preferences")).text
    assert client.get(page).context["form"]["how"].value() == "words"
    client.post(page, {"how": "numbers"})
    assert client.get(page).context["form"]["how"].value() == "numbers"
    assert "between 5 and 5" in " ".join(kinds.get(LETTER).render(letters(person).get()).lines)
    client.post(page, {"how": "words"})
    assert "between" not in " ".join(kinds.get(LETTER).render(letters(person).get()).lines)


def test_what_the_letter_says_is_asked_of_whoever_it_is_for(client, person):
    page = reverse("selfcare:letter")
    assert client.get(page).status_code == 302
    client.force_login(person)
    assert "Choose one of these" in client.post(page, {"how": "pictures"}).text
    Consent.objects.filter(user=person, purpose="health").update(withdrawn_at=handrail_now())
    assert "You took back your agreement" in client.post(page, {"how": "numbers"}).text
    assert not WeeklyLetter.objects.filter(numbers_at__isnull=False).exists()


@pytest.mark.parametrize(
    ("entries", "fits"),
    [([{"woke": 1, "worst": 4}] * 2, "nights"), ([{"worst": 4}], "Three questions"),
     ([{"worst": 4, "peg": {"pain": 1, "enjoyment": 1, "activity": 1}}], "one page")],
)  # fmt: skip
def test_the_suggestion_fits_the_week(person, entries, fits):
    for ago, payload in enumerate(entries):
        make_entry(person, **payload, at=handrail_now() - timedelta(days=ago))
    make_due(person)

    assert fits in words(person).lines[-1]


def test_what_was_not_done_is_never_counted(person):
    make_entry(person, worst=4)
    for minutes in range(3):
        make_occurrence(make_activity(person, planned_through=None), due_at=handrail_now() - timedelta(minutes=minutes))
    make_due(person)
    said = " ".join(words(person).lines)

    assert "A small plan is a plan" in said
    assert "0" not in said
