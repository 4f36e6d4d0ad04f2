"""Questions for an appointment through the API: the list of the page."""

import pytest
from django.urls import reverse

from articles.models import AppointmentQuestion
from articles.operations.questions import add_question
from tests.factories.accounts import make_user

QUESTIONS = "/api/v1/questions/"


def send(client, path, data=None):
    return client.post(path, data or {}, content_type="application/json")


def test_a_question_is_written_asked_and_taken_out_as_on_the_page(signed_in):
    made = send(signed_in, QUESTIONS, {"words": "  May I swim   again? "})
    assert (made.status_code, made.json()["words"]) == (201, "May I swim again?")
    assert "May I swim again?" in signed_in.get(reverse("articles:question_list")).text
    again = send(signed_in, QUESTIONS, {"words": "May I swim again?"})
    assert (again.status_code, [one["id"] for one in again.json()]) == (200, [made.json()["id"]])

    page = f"{QUESTIONS}{made.json()['id']}/"
    assert send(signed_in, f"{page}asked/").json()["asked_at"] is not None
    assert send(signed_in, f"{page}asked/", {"asked": False}).json()["asked_at"] is None
    assert signed_in.delete(page).status_code == 204
    assert signed_in.get(QUESTIONS).json() == []


@pytest.mark.parametrize("words", ["", "   ", "x" * 601])
def test_what_is_no_question_is_a_problem_with_its_field(signed_in, words):
    answer = send(signed_in, QUESTIONS, {"words": words})

    assert (answer.status_code, set(answer.json()["fields"])) == (400, {"words"})


def test_nobody_else_sees_or_changes_them(client, signed_in):
    question = add_question(actor=make_user(), words="Canary")

    assert signed_in.get(QUESTIONS).json() == []
    assert send(signed_in, f"{QUESTIONS}{question.pk}/asked/").status_code == 404
    assert signed_in.delete(f"{QUESTIONS}{question.pk}/").status_code == 404
    assert AppointmentQuestion.objects.get().asked_at is None


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(signed_in, count, django_assert_num_queries):
    for n in range(count):
        add_question(actor=signed_in.person, words=f"Question {n}")
    signed_in.get(QUESTIONS)
    with django_assert_num_queries(2):  # person, questions
        assert len(signed_in.get(QUESTIONS).json()) == count
