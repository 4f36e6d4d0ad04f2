"""Long lists of the admin: every row once, in both directions, at the price of the first page."""

import re
from datetime import timedelta

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from groups.admin import PostAdmin, ThreadAdmin
from groups.models import Post, Thread
from portal.accounts import roles
from portal.accounts.admin import UserAdmin
from portal.accounts.models import User
from portal.moderation.models import AuditEntry, Case
from portal.notifications.admin import DeliveryAdmin
from portal.notifications.models import Delivery, Suppression
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.notifications import make_delivery, open_house

pytestmark = pytest.mark.django_db
LONG = [Post, Thread, User, Case, AuditEntry, Delivery, Suppression]
SLOW = re.compile(r"\bOFFSET\b|\bCOUNT\(", re.I)


@pytest.fixture
def house():
    with open_house() as house:
        yield house


@pytest.fixture
def boss(client, settings):
    settings.DEMO = True
    client.force_login(make_user(roles.ADMINISTRATORS, display_name="Aaron first"))
    return client


def walk(client, address, way):
    """The rows of each page from here on, and the address of the last one."""
    pages = []
    while address is not None:
        page = client.get(address)
        pages.append([row.pk for row in page.context["cl"].result_list])
        html = page.content.decode()
        link = re.search(rf'<a href="(\?[^"]*)" rel="{way}">', html)
        last, address = address, address.split("?")[0] + link[1].replace("&amp;", "&") if link else None
    return pages, last


def test_posts_are_walked_from_the_newest_to_the_first_and_back(boss, monkeypatch):
    monkeypatch.setattr(PostAdmin, "list_per_page", 3)
    thread, writer = make_thread(make_group("open")), make_user()
    newest_first = [make_post(thread, writer).pk for _ in range(8)][::-1]

    pages, last = walk(boss, reverse("admin:groups_post_changelist"), "next")

    assert pages == [newest_first[:3], newest_first[3:6], newest_first[6:]]
    assert walk(boss, last, "prev")[0] == [newest_first[6:], newest_first[3:6], newest_first[:3]]


def test_rows_of_one_moment_are_neither_lost_nor_shown_twice(boss, house, monkeypatch):
    monkeypatch.setattr(DeliveryAdmin, "list_per_page", 2)
    now = timezone.now()
    for minutes in (1, 2, 2, 2, 2, 3):
        make_delivery(due_at=now - timedelta(minutes=minutes))
    in_order = list(Delivery.objects.order_by("-due_at", "-pk").values_list("pk", flat=True))

    pages, last = walk(boss, reverse("admin:notifications_delivery_changelist"), "next")

    assert [pk for page in pages for pk in page] == in_order
    assert [pk for page in walk(boss, last, "prev")[0][::-1] for pk in page] == in_order


def test_a_filter_and_what_was_looked_for_stay_from_page_to_page(boss, monkeypatch):
    monkeypatch.setattr(UserAdmin, "list_per_page", 2)
    people = [make_user(display_name=f"Wren {letter}", is_active=letter != "c") for letter in "abcde"]

    pages, _last = walk(boss, reverse("admin:accounts_user_changelist") + "?is_active__exact=1&q=Wren", "next")

    assert pages == [[people[0].pk, people[1].pk], [people[3].pk, people[4].pk]]


@pytest.mark.parametrize("page", ["after-", "after-999999999", "before-x", "2", "after-\x00", "-"])
def test_an_address_that_leads_nowhere_is_the_first_page_or_an_empty_one(boss, page):
    post = make_post(make_thread(make_group("open")))
    answer = boss.get(reverse("admin:groups_post_changelist"), {"p": page})
    assert [row.pk for row in answer.context["cl"].result_list] in ([post.pk], [])


@pytest.mark.parametrize("model", LONG, ids=lambda model: model._meta.model_name)
@pytest.mark.parametrize("asked", [{}, {"q": "nothing like it"}, {"o": "1"}, {"o": "-2.3"}])
def test_a_long_list_is_neither_counted_nor_skipped_through_nor_sorted_anew(boss, model, asked):
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    with CaptureQueriesContext(connection) as said:
        assert boss.get(address, asked).status_code == 200
    assert [query["sql"] for query in said.captured_queries if SLOW.search(query["sql"])] == []
    if "o" in asked:
        along = admin.site._registry[model].in_order()
        assert boss.get(address, asked).context["cl"].queryset.query.order_by == tuple(along)


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_of_posts_costs_three_queries_and_one_of_people_four(boss, count, django_assert_num_queries):
    thread, writer = make_thread(make_group("open")), make_user()
    for _ in range(count):
        make_post(thread, writer)
    boss.get(reverse("admin:groups_post_changelist"))
    with django_assert_num_queries(3):  # the person, their roles, the page
        boss.get(reverse("admin:groups_post_changelist"))
    with django_assert_num_queries(4):  # and the row where the page before ended
        boss.get(reverse("admin:accounts_user_changelist"), {"p": f"after-{writer.pk}"})
    assert LogEntry.objects.count() == 0


def test_threads_are_found_by_handle_and_by_beginnings_of_words_of_the_title(boss):
    group = make_group("open")
    found, other = make_thread(group, title="Pillows for the night"), make_thread(group, title="Something else")
    hidden = make_thread(make_group("private"), title="Pillows of a private group")
    address = reverse("admin:groups_thread_changelist")

    def rows(words):
        return [row.pk for row in boss.get(address, {"q": words}).context["cl"].result_list]

    assert rows("pillow nig") == rows(found.public_id) == rows(" Pillows & (night") == [found.pk]
    assert rows("day pillow") == rows(hidden.public_id) == []
    assert set(rows("…")) == {found.pk, other.pk}


def test_what_is_chosen_on_a_page_is_acted_on(boss):
    settings_of = make_member(make_group("open"))
    posts = [make_post(make_thread(settings_of.group)) for _ in range(2)]
    boss.force_login(make_user(roles.MODERATORS))
    boss.post(reverse("admin:groups_post_changelist"), {"action": "hide", "_selected_action": [str(posts[0].pk)]})
    assert [Post.objects.get(pk=post.pk).hidden_at is None for post in posts] == [False, True]
    assert ThreadAdmin.list_per_page == 50
