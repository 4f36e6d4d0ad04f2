"""The house that a part of the site belongs to."""

from typing import Any

from django.utils.translation import gettext as _

from portal.core.hours import Hours
from portal.core.reportables import Scope, scopes
from portal.moderation.models.case import SITE


def scope_of(scope: str) -> Scope | None:
    """Its house, when that house knows steps with a person; None for the site itself."""
    found = scopes.find(scope.partition(":")[0])
    return found if found is not None and found.restrain is not None else None


def hours_of(scope: str) -> Hours | None:
    """When the moderators of this part of the site are there, where they said so."""
    found = scopes.find(scope.partition(":")[0])
    return found.hours(scope) if found is not None else None


def parts_of(user: Any, held: list[str]) -> dict[str, str]:
    """The parts of the site this person looks after, by the key that stands in an address, each with its name as this
    person knows it: the site itself first, then by name. The key of a group is a random id, so an address tells no
    name. At most one query for each house."""
    found: dict[str, str] = {}
    for house in scopes:
        own = [scope for scope in held if scope.partition(":")[0] == house.key]
        found |= house.named(user, own) if own else {}
    named = sorted(found.items(), key=lambda one: one[1].casefold())
    return ({SITE: _("The site itself")} if SITE in held else {}) | {key_of(scope): name for scope, name in named}


def key_of(scope: str) -> str:
    return scope.rpartition(":")[2]


def scope_called(key: str, held: list[str]) -> str:
    """The scope behind such a key, if this person looks after it; else empty, which means all of them."""
    return next((scope for scope in held if key and key_of(scope) == key), "")
