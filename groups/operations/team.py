"""Writing to the moderators of a group: it becomes a case of theirs, with a clock and an answer."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from groups.models import SupportGroup
from groups.reads.team import group_with_a_team_for
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.moderation.models import Enquiry
from portal.moderation.operations import send_enquiry

LONGEST = 4000


def write_to_team(*, actor: User, group: SupportGroup, words: str, key: str) -> Enquiry:
    """Open a case for the moderators of this group, or for the Safeguarding leads where it has none but the writer.
    Also for members who may only read, were removed, or are suspended: this way stays open. The same key twice is one
    case. Raises PermissionDenied for whoever never knew of the group, and RuleViolation for no words."""
    if group_with_a_team_for(actor, group.slug) != group:
        raise PermissionDenied
    words = words.replace("\x00", "").strip()[:LONGEST]
    if not words:
        raise RuleViolation(_("Write something first, then send it."), field="words")
    draft = {"key": key, "topic": Enquiry.Topic.PEOPLE, "words": words, "channel": "site"}
    return send_enquiry(actor=actor, draft=draft, scope=f"groups:{group.uuid}", place=group.name)
