import pytest
from django.urls import reverse

from portal.core.clock import handrail_now
from portal.notifications.models import Notice
from portal.notifications.reads import unread_count
from tests.factories.accounts import make_user
from tests.factories.notifications import make_notice

pytestmark = pytest.mark.django_db
INBOX, READ = reverse("notifications:inbox"), reverse("notifications:mark_read")


@pytest.mark.parametrize("count", [1, 3])
def test_the_inbox_shows_ones_own_notices_at_a_constant_price(signed_in, count, django_assert_num_queries):
    mine = [make_notice(signed_in.person, title=f"Mine {n}") for n in range(count)]
    make_notice(make_user(), title="Somebody else's")

    signed_in.get(reverse("account_email"))  # the first page of a session writes its record
    with django_assert_num_queries(4):  # the person, notices, unread, groups looked after
        response = signed_in.get(INBOX)

    assert [row["notice"].pk for row in response.context["rows"]] == [one.pk for one in reversed(mine)]
    assert b"Somebody else" not in response.content


def test_anonymous_is_asked_to_sign_in(client):
    assert client.get(INBOX).status_code == 302
    assert client.post(READ).status_code == 302


def test_looking_marks_nothing_as_read(signed_in):
    make_notice(signed_in.person)

    signed_in.get(INBOX)

    assert unread_count(signed_in.person) == 1


def test_all_or_one_can_be_marked_as_read(signed_in):
    first, *_ = [make_notice(signed_in.person) for _ in range(3)]

    assert signed_in.post(READ, {"notice": first.pk}).url == INBOX
    assert unread_count(signed_in.person) == 2
    signed_in.post(READ)
    assert unread_count(signed_in.person) == 0


def test_a_strangers_notice_cannot_be_marked(signed_in):
    other = make_notice(make_user())

    signed_in.post(READ, {"notice": other.pk})

    assert Notice.objects.get(pk=other.pk).read_at is None


@pytest.mark.parametrize("nonsense", ["nonsense", "2027-01-01~x", "2027-01-01T00:00:00~" + "0" * 32])
def test_a_place_that_is_none_does_not_exist(signed_in, nonsense):
    assert signed_in.get(INBOX, {"before": nonsense}).status_code == 404


def test_a_notice_that_is_no_key_does_not_exist(signed_in):
    assert signed_in.post(READ, {"notice": "x"}).status_code == 404


def test_older_pages_follow_without_gap_or_repeat(signed_in):
    now = handrail_now()
    wanted = [make_notice(signed_in.person, changed_at=now).pk for _ in range(45)]
    seen, place = [], None
    for _ in range(3):
        response = signed_in.get(INBOX, {"before": place} if place else {})
        seen += [row["notice"].pk for row in response.context["rows"]]
        place = response.context["older"]

    assert sorted(seen) == sorted(wanted)
    assert place == ""


def test_an_empty_inbox_says_why(signed_in):
    assert b"Nothing here yet" in signed_in.get(INBOX).content


def test_unread_is_said_in_words(signed_in):
    make_notice(signed_in.person)
    make_notice(signed_in.person, read_at=handrail_now())

    html = signed_in.get(INBOX).content.decode()

    assert html.count('data-state="unread"') == html.count('data-state="read"') == 1
    assert html.count("New:") == 1
