"""The engine's rows can be looked at, and nothing more."""

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from portal.notifications.models import Delivery, Suppression
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
    with django_assert_num_queries(3):  # the estimate, its check against one page, the page
        page = room.get_changelist_instance(request)
        rows = list(page.result_list)

    assert len(rows) == count
    assert "address" not in " ".join(room.get_fields(request))
