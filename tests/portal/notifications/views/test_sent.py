"""What we sent you: a person's own messages, in plain words, and nobody else's doings."""

from datetime import timedelta

import pytest
from django.urls import reverse

from portal.core.clock import handrail_now
from portal.notifications.models import Delivery
from tests.factories.notifications import House, make_delivery

pytestmark = pytest.mark.django_db
PAGE = reverse("notifications:sent")


def made(person, **fields):
    if fields.get("state") == "sent":
        fields["sent_at"] = handrail_now()
    return make_delivery(**{"recipient": person, "channel": "email", **fields})


def test_anonymous_is_asked_to_sign_in(client):
    assert client.get(PAGE).status_code == 302


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"state": "sent"}, "Sent"),
        ({"state": "sent", "channel": "in_app"}, "Put into your inbox"),
        ({"state": "pending"}, "On its way"),
        ({"state": "pending", "last_code": "held"}, "Waits until your quiet hours or your pause end"),
        ({"state": "expired"}, "Not sent: it would have come too late"),
        ({"state": "uncertain"}, "Perhaps sent: the mail server gave no answer"),
        ({"state": "suppressed"}, "Not sent: mail to your address came back"),
        ({"state": "suppressed", "last_code": "complained"}, "Not sent: our mail to your address was marked as spam"),
        ({"state": "bounced"}, "Sent, and came back"),
        ({"state": "dead"}, "Not sent: the mail server refused it"),
        ({"state": "dead", "channel": "push", "last_code": "410"}, "Not sent: none of your devices took it"),
        ({"state": "dead", "last_code": "render"}, "Not sent: something went wrong on our side"),
        ({"state": "dead", "channel": "push", "last_code": "render"}, "Not sent: something went wrong on our side"),
        ({"state": "uncertain", "last_code": "lost"}, "Perhaps sent: we were interrupted while sending it"),
        ({"state": "uncertain", "channel": "in_app"}, "Perhaps sent: we were interrupted while sending it"),
        ({"state": "pending", "attempts": 1, "last_code": "451"}, "Not sent yet: we try again"),
        ({"state": "pending", "attempts": 1, "ambiguous": 1, "last_code": "lost"}, "On its way"),
        ({"state": "cancelled", "last_code": "paused"}, "Not sent: you paused messages"),
        ({"state": "cancelled", "last_code": "quiet"}, "Not sent: it fell into your quiet hours"),
        ({"state": "cancelled", "last_code": "unwanted"}, "Not sent: you chose not to get this"),
    ],
)
def test_each_state_is_told_in_plain_words(house: House, signed_in, fields, words):
    made(signed_in.person, **fields)
    [entry] = signed_in.get(PAGE).context["entries"]
    assert (str(entry.state), str(entry.what)) == (words, "Walks")


@pytest.mark.parametrize("code", ["blocked", "hidden", "left", "gone"])
def test_what_others_did_is_not_told(house: House, signed_in, code):
    made(signed_in.person, state="cancelled", last_code=code)
    page = signed_in.get(PAGE)
    assert page.context["entries"] == [] and "Nothing yet" in page.content.decode()


def test_neither_other_peoples_messages_nor_the_canary_nor_what_is_to_come_stand_there(house: House, signed_in):
    mine = made(signed_in.person, state="sent")
    make_delivery(channel="email", state="sent", sent_at=handrail_now())
    made(signed_in.person, channel="null")
    made(signed_in.person, due_at=handrail_now() + timedelta(hours=2))

    assert [entry.pk for entry in signed_in.get(PAGE).context["entries"]] == [mine.pk]


def test_older_ones_are_on_the_next_page_without_a_gap(house: House, signed_in):
    now = handrail_now()
    for minute in range(33):
        made(signed_in.person, state="sent", due_at=now - timedelta(minutes=minute))
    first = signed_in.get(PAGE)
    second = signed_in.get(PAGE, {"before": first.context["older"]})

    keys = [entry.pk for page in (first, second) for entry in page.context["entries"]]
    assert keys == list(Delivery.objects.order_by("-due_at").values_list("pk", flat=True))
    assert signed_in.get(PAGE, {"before": "nonsense"}).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_and_for_three(house: House, signed_in, count, django_assert_num_queries):
    for _ in range(count):
        made(signed_in.person, state="sent")
    signed_in.get(PAGE)
    with django_assert_num_queries(4):  # the person, the messages, unread, groups looked after
        signed_in.get(PAGE)
