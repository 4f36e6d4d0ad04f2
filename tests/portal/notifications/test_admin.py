"""The engine's rows can be looked at, and an address tried again; nothing more."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import RequestFactory
from django.urls import reverse

from portal.accounts import roles
from portal.notifications.models import Delivery, Suppression
from portal.notifications.operations.suppression import suppress
from tests.factories.accounts import make_user
from tests.factories.notifications import House, make_delivery

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Delivery, Suppression])
def test_nothing_can_be_added_changed_or_removed_there(model):
    request = RequestFactory().get("/")
    request.user = make_user(is_superuser=True, is_staff=True)
    room = admin.site._registry[model]

    assert not room.has_add_permission(request)
    assert not room.has_change_permission(request)
    assert not room.has_delete_permission(request)
    assert room.has_view_permission(request)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_shows_states_without_counting_the_table(
    house: House, count: int, django_assert_num_queries, rf: RequestFactory
):
    for _ in range(count):
        make_delivery()
    Suppression.objects.create(address_key="a" * 64, reason="unknown")
    request = rf.get(reverse("admin:notifications_delivery_changelist"))
    request.user = make_user(is_superuser=True, is_staff=True)
    room = admin.site._registry[Delivery]
    assert bool(request.user.staff_roles)
    with django_assert_num_queries(1):  # the page
        page = room.get_changelist_instance(request)
        rows = list(page.result_list)

    assert len(rows) == count
    assert "address" not in " ".join(room.get_fields(request))


@pytest.fixture
def boss(client, settings):
    settings.DEMO = True
    client.person = make_user(roles.ADMINISTRATORS)
    client.force_login(client.person)
    return client


def try_again(client, *rows):
    url = reverse("admin:notifications_suppression_changelist")
    return client.post(url, {"action": "try_again", "_selected_action": [row.pk for row in rows]}, follow=True)


def test_administrators_find_an_address_and_let_it_be_tried_again(boss):
    for address in ("ana@there.example", "bo@there.example"):
        suppress(address=address, reason="bounced", user_id=None)
    other = Suppression.objects.latest("pk")
    url = reverse("admin:notifications_suppression_changelist")

    (row,) = boss.get(url, {"q": "Ana@there.example"}).context["cl"].result_list
    assert [one.pk for one in boss.get(url, {"q": row.address_key[:12]}).context["cl"].result_list] == [row.pk]
    assert list(boss.get(url, {"q": "cy@there.example"}).context["cl"].result_list) == []
    page = try_again(boss, row)

    assert "1 address is written to again." in page.text
    assert Suppression.objects.get() == other
    entry = LogEntry.objects.get()
    assert (entry.user_id, entry.object_repr) == (boss.person.pk, f"{row.address_key[:12]}: bounced")
    assert "ana" not in entry.object_repr


@pytest.mark.parametrize("role", sorted(set(roles.ALL) - {roles.ADMINISTRATORS}))
def test_no_other_role_lets_an_address_be_tried_again(client, settings, role):
    settings.DEMO = True
    suppress(address="ana@there.example", reason="bounced", user_id=None)
    client.force_login(make_user(role))

    assert try_again(client, Suppression.objects.get()).status_code == 403
    assert Suppression.objects.count() == 1
