"""The inbox for programs."""

import pytest
from django.utils import timezone

from portal.notifications.models import Notice
from tests.factories.accounts import make_user
from tests.factories.notifications import House, make_notice

pytestmark = pytest.mark.django_db


def test_ones_own_notices_newest_first_and_nobody_elses(house: House, signed_in):
    old = make_notice(signed_in.person, title="The older one", read_at=timezone.now())
    new = make_notice(signed_in.person, title="The newer one")
    make_notice(make_user(), title="A title that could leak")

    answer = signed_in.get("/api/v1/notices/")

    rows = answer.json()["results"]
    assert {row["id"] for row in rows} == {str(old.pk), str(new.pk)}
    by_title = {row["title"]: row for row in rows}
    assert by_title["The newer one"]["read_at"] is None
    assert by_title["The older one"]["read_at"] is not None
    assert by_title["The newer one"]["lines"] == ["A line"] and by_title["The newer one"]["url"] == "/plan/"
    assert "could leak" not in answer.content.decode()


def test_one_is_marked_and_then_all_and_doing_it_twice_changes_nothing(house: House, signed_in):
    one, _two, _three = (make_notice(signed_in.person) for _ in range(3))
    theirs = make_notice(make_user())

    assert signed_in.post(f"/api/v1/notices/{one.pk}/read/").json() == {"marked": 1}
    assert signed_in.post(f"/api/v1/notices/{one.pk}/read/").json() == {"marked": 0}
    assert signed_in.post(f"/api/v1/notices/{theirs.pk}/read/").status_code == 404
    assert signed_in.post("/api/v1/notices/read/").json() == {"marked": 2}
    assert Notice.objects.unread().count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(house: House, signed_in, count, django_assert_num_queries):
    for _ in range(count):
        make_notice(signed_in.person)
    signed_in.get("/api/v1/notices/")
    with django_assert_num_queries(2):  # the person, the notices
        signed_in.get("/api/v1/notices/")
