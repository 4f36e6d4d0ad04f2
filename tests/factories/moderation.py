"""A house of leaflets that can be reported, hidden and lost; and cases about them. Nothing of the desk is replaced."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from portal.accounts.models import User
from portal.core.reportables import Act, Neighbour, Reportable, Scope, Snapshot, reportables, scopes
from portal.moderation.models import Case, Decision
from portal.moderation.operations import claim, decide, report
from tests.factories.accounts import make_user

KEY = "test.leaflet"
WORDS = "My cousin sells mushroom tea"


@dataclass
class Leaflet:
    public_id: str
    author: User
    text: str = WORDS
    scope: str = "site"
    readers: list[User] | None = None  # None: everybody
    hidden: bool = False
    reasons: list[str] = field(default_factory=list)
    edit: int = 1


class House:
    """Leaflets by their id. `moderators` are people by scope, as a support group would answer."""

    def __init__(self) -> None:
        self.leaflets: dict[str, Leaflet] = {}
        self.moderators: dict[str, list[User]] = {}
        self.near: list[Neighbour] = []

    def put_up(self, public_id: str = "leaf1", **fields: Any) -> Leaflet:
        fields.setdefault("author", make_user())
        self.leaflets[public_id] = Leaflet(public_id, **fields)
        return self.leaflets[public_id]

    def find(self, user: Any, public_id: str) -> Leaflet | None:
        found = self.leaflets.get(public_id)
        if found is None or (found.readers is not None and user not in found.readers):
            return None
        return None if found.hidden and user != found.author else found

    def moderated_by(self, user: Any) -> list[str]:
        return [scope for scope, people in self.moderators.items() if user in people]

    def people(self, scope: str) -> list[UUID]:
        return [person.pk for person in self.moderators.get(scope, [])]


def hide(actor: Any, leaflet: Leaflet, reason: str) -> bool:
    changed, leaflet.hidden = not leaflet.hidden, True
    leaflet.reasons.append(reason)
    return changed


def show(actor: Any, leaflet: Leaflet, reason: str) -> bool:
    changed, leaflet.hidden = leaflet.hidden, False
    return changed


@contextmanager
def open_house() -> Iterator[House]:
    """The house, for the length of a test."""
    house = House()
    reportables.register(
        Reportable(
            key=KEY,
            label="Leaflet",
            find=house.find,
            load=house.leaflets.get,
            snapshot=lambda leaf: Snapshot("A leaflet", leaf.text, f"<p>{leaf.text}</p>", leaf.edit),
            author_id=lambda leaf: leaf.author.pk,
            author_name=lambda leaf: "Leaf writer",
            scope=lambda leaf: leaf.scope,
            place=lambda leaf: "The board",
            url=lambda leaf: f"/board/{leaf.public_id}/",
            acts={
                "hide": Act("hide", "Hide", hide, "unhide", lambda leaf: not leaf.hidden),
                "unhide": Act("unhide", "Show again", show, "hide"),
            },
            around=lambda leaf: [Neighbour("Leaf writer", "", leaf.text, here=True), *house.near],
        )
    )
    scopes.register(Scope(key="test", moderated_by=house.moderated_by, people=house.people))
    try:
        yield house
    finally:
        reportables._items.pop(KEY)
        scopes._items.pop("test")


def make_moderator() -> User:
    return make_user("Moderators")


def make_case(house: House, leaflet: Leaflet | None = None, reporter: User | None = None, **fields: Any) -> Case:
    """A case that one person's report opened."""
    leaflet = leaflet or house.put_up(f"leaf{len(house.leaflets) + 1}")
    made = report(
        actor=reporter or make_user(),
        reportable_key=KEY,
        public_id=leaflet.public_id,
        reason=fields.pop("reason", "selling"),
        words=fields.pop("words", ""),
    )
    return made.case


def make_decision(house: House, moderator: User | None = None, act: str = "hide", **fields: Any) -> Decision:
    """A decided case, by default one that hid something."""
    moderator = moderator or make_moderator()
    case = claim(actor=moderator, case=fields.pop("case", None) or make_case(house))
    return decide(actor=moderator, case=case, act=act, reason=fields.pop("reason", "selling"), **fields)
