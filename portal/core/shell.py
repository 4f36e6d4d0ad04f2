"""What the frame round every page needs: where one can go, what is unread, and how the person wants it to look."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Place:
    """A page the frame leads to. Known by its URL name only, so the ground floor stands without a house."""

    part: str
    label: Promise
    icon: str
    name: str

    @property
    def url(self) -> str:
        try:
            return reverse(self.name)
        except NoReverseMatch:
            return ""


TODAY = Place("today", _("Today"), "today", "home:today")
LEARN = Place("learn", _("Learn"), "learn", "articles:article_list")
GROUPS = Place("groups", _("Groups"), "groups", "groups:group_list")
PLAN = Place("plan", pgettext_lazy("a person's own plan", "Plan"), "plan", "selfcare:plan")
DESK = Place("desk", _("Queue"), "shield", "moderation:desk")
INBOX = Place("inbox", _("Inbox"), "bell", "notifications:inbox")
SETTINGS = Place("settings", _("Settings"), "settings", "home:settings")
STAFF = Place("staff", _("Staff desk"), "key", "admin:index")

PARTS = {
    "articles": "learn",
    "groups": "groups",
    "selfcare": "plan",
    "moderation": "desk",
    "notifications": "inbox",
    "admin": "staff",
}
GROUNDS = {"today": "plan", "plan": "plan", "groups": "groups", "desk": "groups"}


class Shell:
    """Read lazily by templates: a page that shows none of it pays nothing for it.

    A room higher up may leave two answers on the request, as a value or as something to call without arguments:
    `unread_count` (how many messages wait) and `may_moderate` (for people who look after a group).
    """

    site_name = settings.SITE_NAME
    inbox = INBOX

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    def _left_on_request(self, name: str) -> Any:
        answer = getattr(self._request, name, None)
        return answer() if callable(answer) else answer

    @cached_property
    def person(self) -> Any:
        """The signed-in person, or None."""
        user = getattr(self._request, "user", None)
        return user if user is not None and user.is_authenticated else None

    @cached_property
    def part(self) -> str:
        """Which part of the site this page is in; empty where nothing in the navigation fits."""
        match = self._request.resolver_match
        if match is None:
            return ""
        if match.view_name == TODAY.name:
            return TODAY.part
        return PARTS.get(match.app_names[0], "") if match.app_names else ""

    @property
    def ground(self) -> str:
        """The colours of the part: learn, groups or plan."""
        return GROUNDS.get(self.part, "learn")

    @cached_property
    def unread(self) -> int:
        return int(self._left_on_request("unread_count") or 0) if self.person else 0

    @cached_property
    def may_moderate(self) -> bool:
        """Staff who moderate or safeguard, and moderators of a group."""
        if not self.person:
            return False
        roles = self.person.staff_roles
        return roles.moderates or roles.safeguards or bool(self._left_on_request("may_moderate"))

    @property
    def nav(self) -> Iterator[Place]:
        """The words in the page top. Signed in and on a phone they are the bar at the bottom."""
        yield from self._built((TODAY, LEARN, GROUPS, PLAN) if self.person else (LEARN, GROUPS, PLAN))

    @property
    def account(self) -> Iterator[Place]:
        """What the account menu holds, before "Sign out"."""
        places = [INBOX, SETTINGS]
        if self.may_moderate:
            places.append(DESK)
        if self.person and self.person.staff_roles:
            places.append(STAFF)
        yield from self._built(tuple(places))

    @property
    def more(self) -> Iterator[Place]:
        """Further words for wide screens only."""
        if self.may_moderate:
            yield from self._built((DESK,))

    @staticmethod
    def _built(places: tuple[Place, ...]) -> Iterator[Place]:
        return (place for place in places if place.url)


def shell(request: HttpRequest) -> dict[str, Shell]:
    return {"shell": Shell(request)}
