"""Questions for the appointment: one's own list, from guides or by hand; sealed; and a sheet for everybody."""

import pytest
from django.urls import reverse

from articles.models import AppointmentQuestion
from articles.operations import questions
from portal.core.errors import RuleViolation
from tests.factories.accounts import make_user
from tests.factories.articles import block, make_article, text

pytestmark = pytest.mark.django_db
LIST = reverse("articles:question_list")


def words_of(person):
    return [one.words for one in AppointmentQuestion.objects.owned_by(person)]


def change(client, question, act):
    return client.post(reverse("articles:change_question", args=[question.pk]), {"act": act})


def make_asking(*items, **fields):
    return make_article(text(), block("questions", {"title": "Ask", "items": list(items)}), **fields)


def take(client, article, number):
    return client.post(reverse("articles:take_question", args=["en", article.slug]), {"number": number})


@pytest.fixture
def owner(client):
    person = make_user()
    client.force_login(person)
    return person


def test_a_question_of_a_guide_goes_on_ones_own_list_once(client, owner):
    article = make_asking("Is a scan needed?", "May I swim?")
    page = client.get(article.get_absolute_url()).text

    assert '<button class="btn btn--small" name="number" value="1"' in page
    take(client, article, "1")
    take(client, article, "1")

    assert words_of(owner) == ["May I swim?"]
    assert "May I swim?" in client.get(LIST).text


@pytest.mark.parametrize("number", ["2", "-1", "", "x", "9" * 30])
def test_a_number_that_is_none_is_404(client, owner, number):
    assert take(client, make_asking("One?", "Two?"), number).status_code == 404
    assert words_of(owner) == []


def test_signed_out_there_is_a_sheet_of_the_guides_questions_and_no_button(client):
    article = make_asking("Is a scan needed?")
    page = client.get(article.get_absolute_url()).text
    sheet = client.get(reverse("articles:article_questions", args=["en", article.slug]))

    assert "Add to my questions" not in page
    assert reverse("articles:article_questions", args=["en", article.slug]) in page
    assert "Is a scan needed?" in sheet.text
    assert take(client, article, "0")["Location"].startswith("/accounts/login/")


def test_a_guide_without_questions_or_a_draft_has_no_sheet(client):
    for article in (make_article(), make_asking("Secret?", published=False)):
        assert client.get(reverse("articles:article_questions", args=["en", article.slug])).status_code == 404


def test_one_adds_moves_marks_and_removes_with_a_way_back(client, owner):
    for words in ("First?", "Second?", "Third?"):
        client.post(LIST, {"words": f"  {words}  "})
    first, second, third = AppointmentQuestion.objects.owned_by(owner)

    change(client, third, "up")
    change(client, first, "up")
    assert words_of(owner) == ["First?", "Third?", "Second?"]
    change(client, first, "down")
    assert words_of(owner) == ["Third?", "First?", "Second?"]

    change(client, second, "asked")
    assert 'data-state="asked"' in client.get(LIST).text
    change(client, second, "not-asked")
    assert 'data-state="asked"' not in client.get(LIST).text

    removed = change(client, first, "remove")
    assert words_of(owner) == ["Third?", "Second?"]
    assert "Put it back" in removed.text
    client.post(LIST, removed.context["removed"])
    assert words_of(owner) == ["Third?", "First?", "Second?"]


def test_somebody_elses_question_does_not_exist(client, owner):
    other = make_user()
    question = questions.add_question(actor=other, words="Private words?")

    for act in ("up", "asked", "remove"):
        assert change(client, question, act).status_code == 404
    assert words_of(other) == ["Private words?"]
    assert "Private words?" not in client.get(LIST).text


@pytest.mark.parametrize(("words", "told"), [("   ", "Write your question first."), ("x" * 601, "600")])
def test_what_cannot_be_added_is_said_and_kept_in_the_field(client, owner, words, told):
    page = client.post(LIST, {"words": words})

    assert told in page.text
    assert words.strip() in page.text
    assert words_of(owner) == []


def test_a_list_has_an_end(monkeypatch):
    monkeypatch.setattr(questions, "MOST", 1)
    person = make_user()
    questions.add_question(actor=person, words="One?")

    with pytest.raises(RuleViolation, match="full"):
        questions.add_question(actor=person, words="Two?")


def test_words_are_sealed_where_they_lie(owner):
    question = questions.add_question(actor=owner, words="Will it spread?")
    assert b"spread" not in bytes(AppointmentQuestion.objects.get(pk=question.pk).words_sealed)


def test_words_never_become_code(client, owner):
    client.post(LIST, {"words": "<script>alert(1)</script>"})
    assert "<script>alert" not in client.get(LIST).text


def test_the_empty_list_says_how_to_begin(client, owner):
    assert "No questions yet" in client.get(LIST).text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(client, owner, django_assert_num_queries, count):
    for number in range(count):
        questions.add_question(actor=owner, words=f"Number {number}?")
    client.get(LIST)

    with django_assert_num_queries(4):  # the person and the frame; the questions
        client.get(LIST)
