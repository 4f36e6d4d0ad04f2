"""The diary and the drinks: private, kept as typed, and danger first."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.core.clock import handrail_now
from portal.core.moments import when
from selfcare.models import Aim, DiaryEntry, WaterLog
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_entry

DIARY = "/diary/"


def test_an_entry_is_saved_as_it_was_said(signed_in):
    said = {"worst": "6", "sites": ["hip", "lower-back"], "helped": ["heat"], "woke": "1", "note": "A long night"}
    assert signed_in.post(DIARY, said).status_code == 302

    assert DiaryEntry.objects.get().payload == {
        "worst": 6, "sites": ["hip", "lower-back"], "helped": ["heat"], "woke": 1, "note": "A long night",
    }  # fmt: skip
    page = signed_in.get(DIARY).text
    assert "A long night" in page
    assert "Hip, Lower back" in page


def test_an_entry_that_says_nothing_is_told_so_and_a_note_or_a_temperature_alone_is_one(signed_in):
    assert "Choose a number from 0 to 10, or write a note" in signed_in.post(DIARY, {"worst": ""}).text
    assert not DiaryEntry.objects.exists()

    for said in ({"note": "My words"}, {"temperature": "36.9"}):
        assert signed_in.post(DIARY, said).status_code == 302
    assert [one.payload for one in DiaryEntry.objects.order_by("at")] == [{"note": "My words"}, {"temperature": 36.9}]


@pytest.mark.parametrize(
    ("said", "first"),
    [({"danger": ["legs"], "weight": "heavy"}, "Call for help now"), ({"danger": ["legs"]}, "Call for help now"),
     ({"temperature": "39", "worst": "12"}, "24-hour line"),
     ({"note": "I want to kill myself tonight. I have the pills ready." + " And more." * 300}, "Talk to somebody now")],
)  # fmt: skip
@pytest.mark.parametrize("page", ["new", "change"])
def test_whom_to_call_is_shown_also_where_something_else_needs_mending(signed_in, said, first, page):
    path = DIARY if page == "new" else reverse("selfcare:diary_entry", args=[make_entry(signed_in.person).pk])
    answer = signed_in.post(path, said)

    assert first in answer.text
    assert [one.payload for one in DiaryEntry.objects.all()] == ([] if page == "new" else [{"worst": 4}])


@pytest.mark.parametrize(
    ("sign", "first"),
    [("legs", "Call for help now"), ("bladder", "Call for help now"), ("chest", "Call for help now"),
     ("fever", "24-hour line")],
)  # fmt: skip
def test_a_ticked_danger_sign_shows_who_to_call_before_anything_is_saved(signed_in, sign, first):
    said = {"worst": "3", "danger": [sign], "note": "kept words"}
    page = signed_in.post(DIARY, said)

    assert first in page.text
    assert page.text.index(first) < page.text.index("The last four weeks")
    assert "kept words" in page.text
    assert "tel:999" in page.text
    assert not DiaryEntry.objects.exists()

    signed_in.post(DIARY, {**said, "seen": page.context["level"]})
    assert DiaryEntry.objects.get().payload["danger"] == [sign]


def test_seeing_one_help_does_not_hide_a_graver_one(signed_in):
    page = signed_in.post(DIARY, {"worst": "3", "danger": ["fever", "legs"], "seen": "urgent"})

    assert "Call for help now" in page.text
    assert not DiaryEntry.objects.exists()


def test_words_in_the_note_are_listened_to_on_the_page_alone(signed_in):
    page = signed_in.post(DIARY, {"worst": "3", "note": "I want to kill myself tonight. I have the pills ready."})

    assert "Talk to somebody now" in page.text
    assert not DiaryEntry.objects.exists()


def test_one_number_from_today_is_an_entry(signed_in):
    assert signed_in.post(reverse("selfcare:pain_log"), {"now": "4"}).url == reverse("home:today")
    for said in ({"now": "11"}, {}):
        answer = signed_in.post(reverse("selfcare:pain_log"), said)
        assert answer.url == "/today/?told=again#pain-h"
        assert 'id="pain-error"' in signed_in.get(answer.url).text

    assert [entry.payload for entry in DiaryEntry.objects.all()] == [{"now": 4}]


@pytest.mark.parametrize(("number", "told"), [("6", False), ("7", True), ("10", True)])
def test_a_high_number_from_today_says_when_to_get_help(signed_in, number, told):
    answer = signed_in.post(reverse("selfcare:pain_log"), {"now": number}, follow=True)

    assert ("If this pain is new, or does not let up" in answer.text) == told
    assert "Choose a number from 0 to 10" not in answer.text
    assert DiaryEntry.objects.get().payload == {"now": int(number)}


def test_the_way_back_keeps_what_the_page_was_asked_with_and_stays_here(signed_in):
    def back(where):
        return signed_in.post(reverse("selfcare:pain_log"), {"now": "8", "next": where}).url

    assert back("/today/?w=1#top") == "/today/?w=1&told=see#pain-h"
    assert back("//evil.example/") == "/today/?told=see#pain-h"


def test_who_to_call_comes_before_a_new_entry_and_the_line(signed_in):
    plain = signed_in.get(DIARY).text
    assert 'href="#new"' in plain[: plain.index("The last four weeks")]

    page = signed_in.post(DIARY, {"worst": "3", "danger": ["legs"]}).text
    assert page.index("Call for help now") < page.index("The last four weeks") < page.index('id="new"')
    assert "btn--main" not in page[page.index("<h1") : page.index("Call for help now")]


def test_moments_are_said_as_in_the_groups(signed_in):
    for ago in (0, 1, 40):
        make_entry(signed_in.person, at=handrail_now() - timedelta(days=ago), worst=4)
    page = signed_in.get(DIARY)

    with timezone.override(signed_in.person.time_zone):
        said = [when(entry.at) for entry in page.context["page"].entries]
    assert len(said) == 3
    assert all(f"<b>{one}</b>" in page.text for one in said)


@pytest.mark.parametrize("count", [1, 3])
def test_the_diary_costs_the_same_whatever_is_in_it(signed_in, django_assert_num_queries, count):
    for ago in range(count):
        make_entry(signed_in.person, at=handrail_now() - timedelta(days=ago), worst=4)
    signed_in.get(DIARY)
    # person, units, trend, entries, agreement, held exercise, signed rules; for the frame: groups looked after, unread
    with django_assert_num_queries(9):
        page = signed_in.get(DIARY)
    assert len(page.context["page"].entries) == count
    assert ("chart--wide" in page.text) == (count > 1)


@pytest.mark.parametrize("days", ["14", "90", "28", "5", "x", "²"])
def test_the_span_is_one_of_three(signed_in, days):
    expected = int(days) if days in {"14", "90"} else 28
    assert signed_in.get(DIARY, {"d": days}).context["trend"].days == expected


def test_an_entry_is_changed_and_deleted(signed_in):
    entry = make_entry(signed_in.person, worst=4, note="Old")
    page = reverse("selfcare:diary_entry", args=[entry.pk])
    assert "Old" in signed_in.get(page).text

    signed_in.post(page, {"worst": "5"})
    assert DiaryEntry.objects.get().payload == {"worst": 5}
    assert "Call for help now" in signed_in.post(page, {"worst": "5", "danger": ["legs"]}).text
    assert "Choose a number" in signed_in.post(page, {"worst": ""}).text

    assert "bring it back for an hour" in signed_in.get(f"{page}delete/").text
    assert DiaryEntry.objects.owned_by(signed_in.person).exists()
    after = signed_in.post(f"{page}delete/", follow=True)
    assert not DiaryEntry.objects.owned_by(signed_in.person).exists()
    assert after.context["page"].entries == []
    assert signed_in.get(page).status_code == 404

    assert f"{page}restore/" in after.text
    signed_in.post(f"{page}restore/")
    assert DiaryEntry.objects.owned_by(signed_in.person).get().payload == {"worst": 5}


def test_a_quick_entry_can_be_filled_in_later(signed_in):
    entry = make_entry(signed_in.person, now=7)
    page = signed_in.get(reverse("selfcare:diary_entry", args=[entry.pk]))

    assert page.context["form"].initial["worst"] == 7


@pytest.mark.parametrize("name", ["diary_entry", "delete_entry"])
def test_nobody_else_finds_an_entry(signed_in, client, name):
    entry = make_entry(make_user(), worst=4, note="secret")
    address = reverse(f"selfcare:{name}", args=[entry.pk])

    assert signed_in.get(address).status_code == 404
    assert signed_in.post(address, {"worst": "1"}).status_code == 404
    client.logout()
    assert client.get(address).status_code == 302
    assert DiaryEntry.objects.get().payload["note"] == "secret"


def test_drinks_are_logged_and_taken_back(signed_in):
    address = reverse("selfcare:water_log")
    signed_in.post(address, {"ml": "250"})
    signed_in.post(address, {"ml": "100"})
    for wrong in ("0", "-5", "99999999999", "x", ""):
        assert signed_in.post(address, {"ml": wrong}).status_code == 302
    assert sorted(WaterLog.objects.values_list("ml", flat=True)) == [100, 250]
    page = signed_in.get(reverse("home:today")).text
    assert "1.4 of 8 cups today" in page
    assert "350 of 2000 ml<" in page

    signed_in.post(address, {"undo": re.search('name="undo" value="([^"]+)"', page)[1]})
    assert list(WaterLog.objects.values_list("ml", flat=True)) == [250]


def test_the_aim_is_set_and_a_limit_is_never_urged(signed_in):
    address = reverse("selfcare:aim")
    assert "1" in signed_in.get(address).text
    assert signed_in.post(address, {"cups": "0"}).status_code == 200
    signed_in.post(address, {"cups": "5", "limited": "on"})

    assert [(aim.cups, aim.limited) for aim in Aim.objects.all()] == [(5, True)]
    assert "Your limit is 5 cups" in signed_in.get(reverse("home:today")).text


@pytest.mark.parametrize(
    ("page", "address", "said", "other"),
    [
        ("/today/", "selfcare:pain_log", {"now": "4"}, {"now": "5"}),
        (DIARY, "selfcare:diary", {"worst": "4", "note": "Slept"}, {"worst": "4", "note": "Slept well"}),
        ("/diary/week/", "selfcare:week_check", {f"peg_{key}": "3" for key in ("pain", "enjoyment", "activity")},
         {f"peg_{key}": "4" for key in ("pain", "enjoyment", "activity")}),
    ],
)  # fmt: skip
def test_the_same_words_sent_twice_from_one_form_are_one_entry(signed_in, page, address, said, other):
    keys = [
        re.search('name="form_key" value="([^"]+)"', signed_in.get(page).text.split(f'action="{reverse(address)}"')[1])[
            1
        ]
        for _look in range(2)
    ]
    for words in (said, said, other):
        assert signed_in.post(reverse(address), words | {"form_key": keys[0]}).status_code == 302
    assert DiaryEntry.objects.count() == 2, "what was changed and sent again is kept too"

    signed_in.post(reverse(address), said | {"form_key": keys[1]})
    assert DiaryEntry.objects.count() == 3

    entry = DiaryEntry.objects.order_by("at").first()
    signed_in.post(reverse("selfcare:delete_entry", args=[entry.pk]))
    signed_in.post(reverse(address), said | {"form_key": keys[0]})
    assert DiaryEntry.objects.filter(deleted_at=None).count() == 3, "it comes back where it was deleted meanwhile"


def test_the_key_of_a_form_never_leads_to_the_entry_of_another(signed_in, client):
    signed_in.post(DIARY, {"worst": "4", "form_key": "k" * 24})
    client.force_login(make_user())
    client.post(DIARY, {"worst": "4", "form_key": "k" * 24})
    assert DiaryEntry.objects.values("owner").distinct().count() == 2
