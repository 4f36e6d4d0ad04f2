"""Foods that may help: read by everybody, on Today for what was marked in the diary, without counting anything."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from articles.pointing import parts_at
from portal.accounts import roles
from portal.core.errors import RuleViolation
from selfcare import operations
from selfcare.diary.words import EATING
from selfcare.models import FoodIdeas, RuleSet
from selfcare.operations.foods import load_foods, review_foods
from selfcare.operations.templates import CONTENT
from selfcare.reads.hints import hints
from tests.factories.accounts import make_user
from tests.factories.articles import make_article, text
from tests.factories.notifications import move_clock
from tests.factories.selfcare import make_activity, make_entry

PAGE = "/plan/eating/"


@pytest.fixture
def ideas(db):
    load_foods()


def test_there_are_ideas_for_everything_the_diary_asks_about_and_for_protein(ideas):
    assert set(FoodIdeas.objects.values_list("symptom", flat=True)) == {*EATING, "protein"}
    assert load_foods() == 0
    for row in FoodIdeas.objects.all():
        assert row.ideas and row.tell and row.sources and row.more_url, row


def test_nothing_in_eating_counts_calories_or_grams(ideas, client):
    plan = (CONTENT / "en" / "little-and-often-eating.yaml").read_text()
    page = client.get(PAGE).text.partition("<main")[2].partition("</main")[0]
    for words in (page, plan):
        assert not re.search(r"\bk?cal\b|calorie|\d ?(g|grams?|kcal|kJ)\b", words, re.IGNORECASE)


def test_everybody_reads_one_page_with_the_part_of_a_guide_that_says_more(client, ideas):
    make_article(text("When side effects get in the way"), slug="eating-during-treatment", title="Eating")
    page = client.get(PAGE)

    assert "Soft scrambled egg" in page.text and "Sample text, not clinically reviewed" in page.text
    assert 'href="/en/learn/eating-during-treatment/#when-side-effects-get-in-the-way"' in page.text
    assert parts_at(make_user(), ["/en/learn/pain-medicines/#opioids"]) == {}
    assert "/learn/pain-medicines/" not in page.text


def test_today_shows_ideas_for_what_was_marked_for_two_days_and_to_nobody_else(client, ideas):
    person = make_user()
    client.force_login(person)
    said = {"worst": "3", "eating": ["sore-mouth", "no-appetite"]}
    client.post(reverse("selfcare:diary"), said)
    shown = client.get("/today/")
    assert [one.key for one in shown.context["foods"]] == ["sore-mouth", "no-appetite"]
    assert "Soft scrambled egg" in shown.text and "Crackers, dry toast" not in shown.text
    assert "Eating: Sore mouth, No appetite." in client.get(reverse("selfcare:diary")).text

    move_clock(days=2, minutes=1)
    assert client.get("/today/").context["foods"] == []
    client.force_login(make_user())
    assert client.get("/today/").context["foods"] == []


def test_a_program_marks_and_reads_the_same(client, ideas):
    client.force_login(make_user())
    sent = client.post("/api/v1/diary/", {"said": {"eating": ["nausea"]}}, content_type="application/json")
    assert (sent.status_code, sent.json()["said"]) == (201, {"eating": ["nausea"]})
    bad = client.post("/api/v1/diary/", {"said": {"eating": ["moon"]}}, content_type="application/json")
    assert bad.status_code == 400
    told = client.get("/api/v1/eating/").json()
    assert [one["key"] for one in told][:2] == ["sore-mouth", "taste"]
    assert told[0]["part"] is None and told[0]["reviewed"] is False and len(told[0]["ideas"]) == 5


def test_a_diet_activity_leads_to_the_ideas_and_another_does_not(client, ideas):
    person = make_user()
    client.force_login(person)
    for kind, there in (("diet", True), ("exercise", False)):
        page = client.get(reverse("selfcare:activity", args=[make_activity(person, kind=kind).pk])).text
        assert (PAGE in page) == ("A piece of cheese as big as a matchbox." in page) == there


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_whatever_is_on_it(client, ideas, count, django_assert_num_queries):
    FoodIdeas.objects.exclude(symptom__in=list(EATING)[:count]).delete()
    client.get(PAGE)
    with django_assert_num_queries(2):  # the ideas, the parts of guides
        assert len(client.get(PAGE).context["foods"]) == count


def test_a_clinician_changes_them_and_another_reviews(client, ideas):
    writer, reader = make_user(roles.CLINICAL_REVIEWERS), make_user(roles.CLINICAL_REVIEWERS)
    Authenticator.objects.create(user=writer, type=Authenticator.Type.TOTP, data={})
    client.force_login(writer)
    row = FoodIdeas.objects.get(symptom="taste")
    assert review_foods(actor=reader, foods=row)
    page = reverse("admin:selfcare_foodideas_change", args=[row.pk])
    said = {"symptom": "taste", "language": "en", "position": 20, "lead": "Other", "ideas": '["One"]', "tell": "Tell",
            "more_url": "", "sources": "[]"}  # fmt: skip
    assert "a list of sentences" in client.post(page, said | {"ideas": '["a", 5]'}).text
    assert client.post(page, said).status_code == 302
    row.refresh_from_db()
    assert (row.lead, row.ideas, row.written_by, row.reviewed_at) == ("Other", ["One"], writer, None)
    with pytest.raises(RuleViolation):
        review_foods(actor=writer, foods=row)
    with pytest.raises(PermissionDenied):
        review_foods(actor=make_user(roles.EDITORS), foods=row)
    assert review_foods(actor=reader, foods=row) and not review_foods(actor=reader, foods=row)
    assert operations.log_pain(actor=make_user(), payload={"eating": ["taste"]}).payload == {"eating": ["taste"]}


def test_a_loss_over_months_is_seen_by_signed_rules_and_said_without_judging(db):
    person = make_user()
    make_entry(person, weight=70.0)
    move_clock(days=120)
    make_entry(person, weight=66.4)
    assert hints(person) is None, "nothing runs before a clinician signed"
    RuleSet.objects.create(source="NICE", signed_by=make_user(roles.CLINICAL_REVIEWERS), signed_at=timezone.now())
    assert "it is nobody’s fault" in str(hints(person).words[0])
    move_clock(days=70)
    make_entry(person, weight=66.4)
    assert hints(person) is None, "the heavier one is more than six months old"
