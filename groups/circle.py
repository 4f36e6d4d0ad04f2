"""How wide the circle round a group is: who may know it, see its members, read, and come in. Pure sums, no queries."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from groups.models import SupportGroup

Audience, Entry = SupportGroup.Audience, SupportGroup.Entry
READERS = [choice for choice in Audience.choices if choice[0] != Audience.MODERATORS]
CIRCLE = ("known_to", "members_seen_by", "read_by", "join_by")
WIDTH = MappingProxyType({Audience.MODERATORS: 0, Audience.MEMBERS: 1, Audience.SIGNED_IN: 2, Audience.EVERYONE: 3})
TOO_WIDE = _(
    "People came here and wrote for the circle that it is now. It can become smaller, never wider. For a wider circle, "
    "ask an Administrator to open a new group."
)


def circle_of(group: SupportGroup) -> dict[str, str]:
    return {name: str(getattr(group, name)) for name in CIRCLE}


def reach(circle: Mapping[str, str], name: str) -> int:
    """How far a setting goes: where anyone may join, members are all who sign in."""
    width = WIDTH[Audience(circle[name])]
    return WIDTH[Audience.SIGNED_IN] if width == 1 and circle["join_by"] == Entry.OPEN else width


def wider(now: Mapping[str, str], wanted: Mapping[str, str]) -> list[str]:
    """The settings that would let more people know, see or read. Letting anyone join widens too, wherever joining is
    what it takes to read or to see who is there."""
    found = [name for name in CIRCLE[:3] if WIDTH[Audience(wanted[name])] > WIDTH[Audience(now[name])]]
    opens = wanted["join_by"] == Entry.OPEN and now["join_by"] != Entry.OPEN
    if opens and any(reach(wanted, name) > reach(now, name) for name in CIRCLE[:3]):
        found.append("join_by")
    return found


def misfit(wanted: Mapping[str, str]) -> tuple[str, Promise] | None:
    """The setting that contradicts another, and why. The database holds the same."""
    known, read = WIDTH[Audience(wanted["known_to"])], WIDTH[Audience(wanted["read_by"])]
    if read > known:
        return "read_by", _("Who may read it must be able to know that it exists.")
    if known > 1:
        return None
    if wanted["join_by"] != Entry.INVITATION:
        return "join_by", _("Nobody can ask to join a group that they cannot know. People come in by invitation.")
    if WIDTH[Audience(wanted["members_seen_by"])] > 1:
        return "members_seen_by", _("Who cannot know the group cannot see its members.")
    return None


KNOWS: Mapping[str, Promise] = {
    Audience.EVERYONE: _("They find the group: its name, its one line, its description and its ground rules."),
    Audience.SIGNED_IN: _("Signed out they find nothing. Signed in they find its name, description and ground rules."),
    Audience.MEMBERS: _("They find nothing. For them the group does not exist, not even by its address."),
}
READS: Mapping[str, Promise] = {
    Audience.EVERYONE: _("They read every thread, also signed out, and so do search engines."),
    Audience.SIGNED_IN: _("They read every thread once they are signed in."),
    Audience.MEMBERS: _("They read no thread, no title and no name of who wrote."),
}
SEES: Mapping[str, Promise] = {
    Audience.EVERYONE: _("They see who belongs to it."),
    Audience.SIGNED_IN: _("They see who belongs to it once they are signed in."),
    Audience.MEMBERS: _("They do not see who belongs to it. Members see each other."),
    Audience.MODERATORS: _("They do not see who belongs to it. Members do not see each other’s list either."),
}
ENTERS: Mapping[str, Promise] = {
    Entry.OPEN: _("They press a button and are members."),
    Entry.REQUEST: _("They can ask to come in. You read what they answer, and decide."),
    Entry.INVITATION: _("They come in only by an invitation."),
}


def what_an_outsider_finds(circle: Mapping[str, str]) -> Sequence[Promise]:
    """Four sentences about somebody who does not belong."""
    return [
        KNOWS[circle["known_to"]], READS[circle["read_by"]], SEES[circle["members_seen_by"]], ENTERS[circle["join_by"]],
    ]  # fmt: skip
