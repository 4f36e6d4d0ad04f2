"""Taking personal details out of words that are being written."""

from typing import Any

from django.utils.translation import get_language

from groups.models import Post, SupportGroup, Thread
from groups.operations.naming import name_people
from portal.accounts.models import User
from portal.safety.care_check import REDACTABLE, care_check
from portal.safety.operations import record_choice
from portal.safety.screening import screen


def without_details(
    body: str, *, actor: User, thread: Thread | None = None, group: SupportGroup | None = None,
    post: Post | None = None, **more: Any,
) -> str:  # fmt: skip
    """The words with personal details taken out, for the writer to look at before posting. Names of members who can see
    the place stay. The choice is counted by rule; nothing else is kept."""
    place = post.thread if post is not None else thread if thread is not None else Thread(group=group)
    naming = name_people(actor, place, body)
    found = screen(naming.body, get_language() or "en")
    record_choice(findings=[one for one in found if one.kind in REDACTABLE], choice="redact")
    check = care_check(naming.body, found, read_by_everyone=True)
    return naming.typed(check.redacted) if check and check.redacted else body
