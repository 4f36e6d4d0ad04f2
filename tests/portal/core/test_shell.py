"""The frame: where one can go, what is unread, how the person wants it to look."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import ResolverMatch

from portal.accounts import roles
from portal.core.shell import Place, Shell
from tests.factories.accounts import make_user


def shell(user: object, view: str = "home:today", **left: object) -> Shell:
    request = RequestFactory().get("/")
    request.user = user  # type: ignore[assignment]
    app, _colon, name = view.partition(":")
    request.resolver_match = ResolverMatch(lambda: None, (), {}, url_name=name, app_names=[app], namespaces=[app])
    for key, value in left.items():
        setattr(request, key, value)
    return Shell(request)


def parts(places) -> list[str]:
    return [place.part for place in places]


def test_a_visitor_is_offered_the_three_houses():
    visitor = shell(AnonymousUser())

    assert parts(visitor.nav) == ["learn", "groups", "plan"]
    assert (visitor.person, visitor.unread, visitor.may_moderate) == (None, 0, False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("held", "account", "more"),
    [
        ([], ["inbox", "settings"], []),
        ([roles.EDITORS], ["inbox", "settings", "staff"], []),
        ([roles.MODERATORS], ["inbox", "settings", "desk", "staff"], ["desk"]),
        ([roles.SAFEGUARDING_LEADS], ["inbox", "settings", "desk", "staff"], ["desk"]),
    ],
)
def test_each_person_is_offered_what_is_theirs(held, account, more):
    one = shell(make_user(*held))

    assert parts(one.nav) == ["today", "learn", "groups", "plan"]
    assert (parts(one.account), parts(one.more)) == (account, more)


@pytest.mark.django_db
def test_a_moderator_of_one_group_has_a_desk_too():
    assert parts(shell(make_user(), may_moderate=lambda: True).account) == ["inbox", "settings", "desk"]


@pytest.mark.django_db
def test_what_higher_rooms_left_on_the_request_is_asked_once_and_only_when_needed():
    asked: list[int] = []

    def count() -> int:
        asked.append(1)
        return 7

    one = shell(make_user(), unread_count=count)
    assert asked == []
    assert (one.unread, one.unread, len(asked)) == (7, 7, 1)
    assert shell(AnonymousUser(), unread_count=count).unread == 0


@pytest.mark.parametrize(
    ("view", "part", "ground"),
    [
        ("home:today", "today", "plan"),
        ("articles:library", "learn", "learn"),
        ("groups:thread", "groups", "groups"),
        ("selfcare:diary", "plan", "plan"),
        ("moderation:desk", "desk", "groups"),
        ("home:privacy", "", "learn"),
    ],
)
def test_a_page_knows_its_part_and_its_colours(view, part, ground):
    one = shell(AnonymousUser(), view)
    assert (one.part, one.ground) == (part, ground)


def test_a_house_that_is_not_there_is_not_offered():
    assert Place("moon", "Moon", "moon", "moon:landing").url == ""  # type: ignore[arg-type]


@pytest.mark.django_db
def test_the_page_wears_what_the_person_chose(client):
    client.force_login(make_user(theme="dark", contrast="more", text_size="large"))

    tag = re.search("<html[^>]*>", client.get("/settings/").content.decode())[0]

    assert 'data-theme="dark" data-contrast="more" data-text="large"' in tag
