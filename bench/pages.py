"""The pages that are measured, with what each may cost. Every one is asked through the real view."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.db.models import Max
from django.test import Client, RequestFactory
from django.urls import reverse

from bench.forum import People
from groups.models import Post, Thread
from portal.accounts.models import User

SEARCHES = 120
STAFF_QUERIES = 12


@dataclass(frozen=True)
class Page:
    """One thing a person does. `visit` takes the number of the visit, so that each may ask for something else."""

    name: str
    visit: Callable[[int], Any]
    queries: int = 0  # at most so many; 0: no goal
    p95_ms: float = 0.0
    times: int = 30
    seconds: float = 6.0
    expected: tuple[int, ...] = (200,)


def signed_in(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


def pages(people: People, words: dict[str, list[str]]) -> Iterator[Page]:
    member, nobody = signed_in(people.viewer), signed_in(None)
    longest = Thread.objects.order_by("-last_number").select_related("group")[0]
    places = {"first": 1, "middle": longest.last_number // 2, "last": max(1, longest.last_number - 29)}
    for who, client, most in (("signed in", member, 12), ("signed out", nobody, 8)):
        for place, start in places.items():
            yield Page(f"thread, {place} page, {who}", _get(client, f"{longest.get_absolute_url()}?from={start}"), most)
    group, deep = longest.group.get_absolute_url(), _deep_in(longest.group)
    for who, client in (("signed in", member), ("signed out", nobody)):
        yield Page(f"group, {who}", _get(client, group), 10)
        yield Page(f"group, far down, {who}", _get(client, f"{group}?older={deep}"), 10)
        yield Page(f"list of groups, {who}", _get(client, reverse("groups:group_list")))
    yield Page("today", _get(member, reverse("home:today")))
    yield Page("threads by program", _get(member, "/api/v1/threads/"))
    yield Page("posts by program", _get(member, f"/api/v1/posts/?thread={longest.public_id}&from={places['middle']}"))
    for kind, asked in words.items():
        for who, client in (("signed in", member), ("signed out", nobody)):
            yield Page(f"search, {kind}, {who}", _search(client, asked), p95_ms=50.0, times=SEARCHES, seconds=60.0)
    yield Page("reply", _reply(member, longest), 15, times=25, expected=(302,))
    yield Page(
        "mark a thread read",
        _post(member, reverse("groups:mark_read", args=[longest.public_id]), {"up_to": "60"}),
        expected=(302,),
    )
    yield Page(
        "mark a group read",
        _post(member, reverse("groups:mark_group_read", args=[longest.group.slug]), {}),
        expected=(302,),
    )
    yield from staff_pages(people, longest)


def staff_pages(people: People, longest: Thread) -> Iterator[Page]:
    yield Page("moderation queue", _get(signed_in(people.moderator), reverse("moderation:desk")))
    Authenticator.objects.get_or_create(user=people.administrator, type=Authenticator.Type.TOTP, defaults={"data": {}})
    staff = signed_in(people.administrator)
    threads, posts = reverse("admin:groups_thread_changelist"), reverse("admin:groups_post_changelist")
    newest, middle = longest.posts.order_by("-number")[0], Post.objects.aggregate(last=Max("pk"))["last"] // 2
    yield Page("admin, posts, far down", _get(staff, f"{posts}?p=after-{middle}"), STAFF_QUERIES)
    yield Page("admin, posts, back from far down", _get(staff, f"{posts}?p=before-{middle}"), STAFF_QUERIES)
    yield Page("admin, posts, searched", _get(staff, f"{posts}?q={newest.public_id}"), STAFF_QUERIES)
    yield Page("admin, posts, searched in vain", _get(staff, f"{posts}?q=no-such-post"), STAFF_QUERIES)
    yield Page("admin, threads, searched", _get(staff, f"{threads}?q={longest.public_id}"), STAFF_QUERIES)
    for words in (longest.title.split()[0], "zzz"):
        yield Page(f"admin, threads, searched by title, {words}", _get(staff, f"{threads}?q={words}"), STAFF_QUERIES)
    yield from every_list_of_staff(staff)


def every_list_of_staff(staff: Client) -> Iterator[Page]:
    """The list of each model at the staff desk, and the page of its first row."""
    staff_request = RequestFactory().get("/")
    staff_request.user = User.objects.get(pk=staff.session["_auth_user_id"])
    for model, desk in admin.site._registry.items():
        name, rows = f"{model._meta.app_label}_{model._meta.model_name}", desk.get_queryset(staff_request)
        called = f"admin, {model._meta.verbose_name_plural}"
        yield Page(f"{called}, list", _get(staff, reverse(f"admin:{name}_changelist")), STAFF_QUERIES)
        if row := rows.first():
            yield Page(f"{called}, one", _get(staff, reverse(f"admin:{name}_change", args=[row.pk])), STAFF_QUERIES)


def _deep_in(group: Any) -> str:
    """A thread somewhere in the middle of a group's list."""
    handles = group.threads.filter(hidden_at=None, held_at=None).order_by("-last_post_at").values_list("public_id")
    found = list(handles)
    return str(found[len(found) // 2][0])


def _get(client: Client, address: str) -> Callable[[int], Any]:
    return lambda number: client.get(address)


def _post(client: Client, address: str, data: dict[str, str]) -> Callable[[int], Any]:
    return lambda number: client.post(address, data)


def _search(client: Client, asked: list[str]) -> Callable[[int], Any]:
    address = reverse("home:search")
    return lambda number: client.get(address, {"q": asked[number % len(asked)], "kind": "groups"})


def _reply(client: Client, thread: Thread) -> Callable[[int], Any]:
    """Another sentence each time: the same twice within two minutes is one post."""
    address = reverse("groups:reply", args=[thread.public_id])
    seen = thread.last_number
    return lambda number: client.post(address, {"body": f"It helped me to rest. {number + 3}", "seen": str(seen)})
