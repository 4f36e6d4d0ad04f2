"""Other systems are told what happened, signed, by ids alone, once for each happening, and never of what is closed."""

import base64
import hashlib
import hmac
import json
import time
from datetime import timedelta

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from groups.operations.moderation import hide_post
from groups.operations.posts import publish_post
from groups.operations.threads import start_thread
from portal.accounts import roles
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.moderation.operations import report
from portal.notifications.channels import hook_call
from portal.notifications.channels.outgoing import NotAllowed, checked_address, checked_place
from portal.notifications.engine.plan import expand_events
from portal.notifications.engine.webhooks import forget_webhooks, send_webhooks
from portal.notifications.models import Event, Notice, WebhookDelivery, WebhookEndpoint
from portal.notifications.operations.webhooks import change_secret, send_test, set_up_webhook, tell_webhooks
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member
from tests.factories.listener import Listener

pytestmark = pytest.mark.django_db
ALL = ["thread.created", "post.published", "post.hidden", "report.filed", "case.opened", "member.joined"]


@pytest.fixture
def listener():
    found = Listener()
    yield found
    found.close()


@pytest.fixture
def boss(settings):
    settings.DEMO = True
    return make_user(roles.ADMINISTRATORS)


def listening(boss, listener, kinds=ALL, closed_too=False):
    return set_up_webhook(actor=boss, name="Other", url=listener.url, kinds=kinds, closed_too=closed_too)


def told(listener):
    return [json.loads(body) for _headers, body in listener.calls]


def due_now():
    WebhookDelivery.objects.filter(state="pending").update(next_try_at=handrail_now())


def test_what_happens_in_an_open_group_is_told_signed_and_by_ids_alone(boss, listener):
    _row, secret = listening(boss, listener)
    group = make_group("open", name="Zqleak group")
    writer = make_member(group).user
    post = start_thread(actor=writer, group=group, title="Zqleak title", body="Zqleak words")
    report(actor=make_member(group).user, reportable_key="groups.post", public_id=post.public_id, reason="selling")
    hide_post(actor=make_member(group, role="moderator").user, post=post, reason="Zqleak reason")
    assert listener.calls == []
    expand_events()

    assert send_webhooks() == len(listener.calls)
    found = {one["type"]: one["data"] for one in told(listener)}
    handle = {"group": str(group.uuid), "thread": post.thread.public_id, "post": post.public_id}
    number = found["case.opened"]["case"]
    assert found == {
        "post.hidden": handle, "report.filed": {"case": number}, "case.opened": {"case": number},
    }  # fmt: skip
    for headers, body in listener.calls:
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        key = base64.b64decode(secret.removeprefix("whsec_"))
        right = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        assert headers["webhook-signature"] == f"v1,{right}"
        assert headers["webhook-id"] == json.loads(body)["id"]
        assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60
        for word in (b"Zqleak", str(writer.pk).encode(), writer.display_name.encode(), b"selling"):
            assert word not in body


def test_a_thread_and_a_post_are_told_once_they_stand(boss, listener):
    listening(boss, listener)
    group = make_group("open")
    first = start_thread(actor=make_member(group).user, group=group, title="A title", body="Some words")
    expand_events()
    publish_post(actor=make_member(group).user, thread=first.thread, body="An answer")
    expand_events()
    send_webhooks()

    assert sorted((one["type"], one["data"].get("post", "-") == "-") for one in told(listener)) == [
        ("post.published", False), ("post.published", False), ("thread.created", True)
    ]  # fmt: skip
    assert len({one["id"] for one in told(listener)}) == 3


def test_of_a_closed_group_nothing_is_told_or_only_that_and_in_which_hour(boss, listener):
    listening(boss, listener)
    group = make_group("hidden")
    start_thread(actor=make_member(group).user, group=group, title="A title", body="Some words")
    expand_events()
    assert not WebhookDelivery.objects.exists()

    listening(boss, listener, closed_too=True)
    post = start_thread(actor=make_member(group).user, group=group, title="Another", body="Other words")
    report(actor=make_member(group).user, reportable_key="groups.post", public_id=post.public_id, reason="selling")
    expand_events()
    send_webhooks()
    assert {one["type"] for one in told(listener)} == {
        "thread.created",
        "post.published",
        "case.opened",
        "report.filed",
    }
    assert {(str(one["data"]), one["timestamp"][14:19]) for one in told(listener)} == {("{}", "00:00")}


def test_what_was_undone_leaves_nothing_to_tell_and_one_happening_is_told_once(boss, listener):
    from django.db import transaction

    listening(boss, listener)
    group = make_group("open")
    with pytest.raises(RuntimeError), transaction.atomic():
        start_thread(actor=make_member(group).user, group=group, title="A title", body="Some words")
        raise RuntimeError
    expand_events()
    assert not WebhookDelivery.objects.exists()

    start_thread(actor=make_member(group).user, group=group, title="A title", body="Some words")
    expand_events()
    for event in Event.objects.filter(kind="groups.post"):
        tell_webhooks(event)
    assert WebhookDelivery.objects.count() == 2


def test_a_system_that_does_not_answer_does_not_keep_the_others_waiting(boss, listener):
    silent, _secret = listening(boss, listener)
    other = Listener()
    fine, _secret = listening(boss, other)
    for row in [silent] * 3 + [fine] * 2:
        send_test(actor=boss, row=row)
    listener.answers = ["cut"] * 3

    assert send_webhooks() == 3
    assert (len(listener.calls), len(other.calls)) == (1, 2)
    assert send_webhooks() == 1 and len(listener.calls) == 2  # it is asked again the next time
    other.close()


@pytest.mark.parametrize(
    ("answer", "code"),
    [(500, "500"), ("redirect", "302"), ("slow", "too slow"), ("drip", "too slow"), ("cut", "no answer")],
)
def test_whoever_does_not_take_it_is_told_the_same_again_later(boss, listener, monkeypatch, answer, code):
    monkeypatch.setattr(hook_call, "SECONDS", 1.0)
    row, _secret = listening(boss, listener)
    send_test(actor=boss, row=row)
    listener.answers = [answer]
    began = time.monotonic()
    assert send_webhooks() == 1
    assert time.monotonic() - began < 3

    delivery = WebhookDelivery.objects.get()
    assert (delivery.state, delivery.attempts, delivery.last_status) == ("pending", 1, code)
    assert timedelta(seconds=20) < delivery.next_try_at - handrail_now() < timedelta(seconds=40)
    assert send_webhooks() == 0 and len(listener.calls) == 1
    due_now()
    assert send_webhooks() == 1
    delivery.refresh_from_db()
    assert delivery.state == "sent"
    assert told(listener)[0] == told(listener)[1]
    assert WebhookEndpoint.objects.get().failing_since is None


def test_waits_grow_and_after_three_days_it_is_switched_off_and_administrators_are_told(boss, listener):
    row, _secret = listening(boss, listener)
    send_test(actor=boss, row=row)
    listener.answers, waits = [500] * 6, []
    for _ in range(5):
        due_now()
        send_webhooks()
        waits.append(WebhookDelivery.objects.get().next_try_at - handrail_now())
    assert waits == sorted(waits) and waits[-1] > timedelta(hours=2)

    WebhookEndpoint.objects.update(failing_since=handrail_now() - timedelta(days=3, minutes=1))
    due_now()
    send_webhooks()
    assert WebhookEndpoint.objects.get().disabled_at is not None
    assert WebhookDelivery.objects.get().state == "given_up"
    assert [event.kind for event in Event.objects.all()] == ["notifications.webhook"]
    assert send_webhooks() == 0


def test_a_system_that_says_it_is_gone_is_told_nothing_more(boss, listener):
    row, _secret = listening(boss, listener)
    send_test(actor=boss, row=row)
    listener.answers = [410]
    send_webhooks()

    assert WebhookEndpoint.objects.get().disabled_at is not None


def test_after_a_new_secret_both_sign_until_a_day_is_over(boss, listener):
    row, old = listening(boss, listener)
    new = change_secret(actor=boss, row=row)
    assert old != new
    send_test(actor=boss, row=row)
    send_webhooks()
    assert len(listener.calls[0][0]["webhook-signature"].split()) == 2

    WebhookEndpoint.objects.update(earlier_until=handrail_now() - timedelta(seconds=1))
    forget_webhooks()
    send_test(actor=boss, row=row)
    send_webhooks()
    assert len(listener.calls[1][0]["webhook-signature"].split()) == 1
    assert WebhookEndpoint.objects.get().earlier_secret is None


@pytest.mark.parametrize(
    "url",
    ["http://example.org/", "ftp://example.org/", "https://", "https://me:pw@example.org/", "https://a b.example/",
     "https://exämple.org/", "//example.org", "https://example.org:99999/", "http://127.0.0.1:9/"],
)  # fmt: skip
def test_an_address_that_is_not_safe_is_refused_with_a_sentence(settings, url):
    settings.DEMO = False
    with pytest.raises(NotAllowed):
        checked_place(url)
    with pytest.raises(RuleViolation) as refusal:
        set_up_webhook(actor=make_user(roles.ADMINISTRATORS), name="x", url=url, kinds=ALL, closed_too=False)
    assert refusal.value.field == "url"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1", "0.0.0.0"]
)
def test_no_call_leads_into_a_private_network_unless_a_setting_allows_it(settings, host):
    settings.DEMO = False
    with pytest.raises(NotAllowed):
        checked_address(host, 443)
    settings.WEBHOOK_PRIVATE_HOSTS = [host]
    assert checked_address(host, 443)


def test_at_the_desk_the_secret_is_shown_once_a_test_is_sent_and_its_answer_stands_there(client, boss, listener):
    client.force_login(boss)
    add = reverse("admin:notifications_webhookendpoint_add")
    given = {"name": "Other", "url": listener.url, "kinds": ["post.published"], "closed_too": ""}
    wrong = client.post(add, {**given, "url": "ftp://x.example/"}).content.decode()
    assert "begins with https://" in wrong and 'value="Other"' in wrong

    page = client.post(add, given).content.decode()
    row = WebhookEndpoint.objects.get()
    assert row.secret in page
    change = reverse("admin:notifications_webhookendpoint_change", args=[row.pk])
    assert row.secret not in client.get(change).content.decode()
    client.post(reverse("admin:notifications_webhookendpoint_test", args=[row.pk]))
    send_webhooks()
    assert "<td>204</td>" in client.get(change).content.decode()
    client.post(change, {**given, "kinds": ["post.hidden"]})
    client.post(reverse("admin:notifications_webhookendpoint_switch", args=[row.pk]))
    again = client.post(reverse("admin:notifications_webhookendpoint_new_secret", args=[row.pk])).content.decode()
    kept = WebhookEndpoint.objects.get()
    assert (kept.kinds, kept.disabled_at is None, kept.secret in again) == (["post.hidden"], False, True)


def test_another_role_does_nothing_with_webhooks(client, boss, listener):
    row, _secret = listening(boss, listener)
    client.force_login(make_user(roles.MODERATORS))
    for act in ("test", "switch", "new_secret"):
        assert client.post(reverse(f"admin:notifications_webhookendpoint_{act}", args=[row.pk])).status_code == 403
    assert not WebhookDelivery.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_tellings_costs_the_same_at_any_length(boss, listener, count, django_assert_num_queries):
    for _ in range(count):
        send_test(actor=boss, row=listening(boss, listener)[0])
    request = RequestFactory().get(reverse("admin:notifications_webhookdelivery_changelist"))
    request.user = boss
    assert request.user.staff_roles.administers
    with django_assert_num_queries(3):  # the estimate, its check against the keys, the page with its endpoints
        rows = list(admin.site._registry[WebhookDelivery].get_changelist_instance(request).result_list)
        assert all(str(row.endpoint) for row in rows)
    assert len(rows) == count


def test_the_notice_reaches_administrators(boss, listener):
    row, _secret = listening(boss, listener)
    send_test(actor=boss, row=row)
    listener.answers = [410]
    send_webhooks()
    from portal.notifications.engine.tick import look_now

    look_now(seconds=None)
    assert Notice.objects.get(user=boss).kind == "notifications.webhook"
