"""What came of one's own reports."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.moderation.models import Decision
from portal.moderation.operations import undo_decision
from tests.factories.accounts import make_user
from tests.factories.moderation import make_case, make_decision, make_moderator

PAGE = reverse("moderation:my_reports")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_any_length(signed_in, house, count, django_assert_num_queries):
    for _report in range(count):
        make_case(house, reporter=signed_in.person)
    signed_in.get(PAGE)

    # user, reports with their cases, decisions; groups moderated and unread notices for the frame
    with django_assert_num_queries(5):
        answer = signed_in.get(PAGE)

    assert len(answer.context["reports"]) == count


def test_one_sees_ones_own_reports_and_their_outcome(signed_in, house):
    make_decision(house, case=make_case(house, reporter=signed_in.person))
    make_decision(house, case=make_case(house, reporter=signed_in.person), act="no_action")
    make_case(house, reporter=signed_in.person)
    strangers = make_case(house, reporter=make_user())

    html = signed_in.get(PAGE).content.decode()

    assert "acted on it" in html
    assert "left it where it is" in html
    assert "A moderator will look at it." in html
    assert strangers.number not in html


def test_the_page_and_the_api_say_the_same_of_a_case_with_two_decisions(signed_in, house):
    moderator, case = make_moderator(), make_case(house, reporter=signed_in.person)
    week = timezone.now() + timedelta(days=7)
    make_decision(house, moderator, case=case, step="suspended", until=week)
    undo_decision(actor=moderator, decision=Decision.objects.get(case=case, act="suspended"))

    html = signed_in.get(PAGE).content.decode()

    assert signed_in.get("/api/v1/reports/").json()["results"][0]["outcome"] == "acted"
    assert "acted on it" in html
    assert "left it where it is" not in html


def test_signed_out_one_is_asked_to_sign_in(client, db):
    assert client.get(PAGE).status_code == 302
