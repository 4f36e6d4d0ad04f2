"""The messages a moderator may start from in one case, and all of those they look after."""

from collections.abc import Mapping
from typing import Any

from django.utils import translation

from portal.moderation.models import Case, Reply
from portal.moderation.models.case import SITE
from portal.moderation.words import SAVED, SavedMessage

OURS = {"worried": "worried", "details": "details", "advice": "advice", "rules": "unkind"}  # the reason of each
MOST = 200


def saved_messages(case: Case, author_name: str = "") -> Mapping[str, SavedMessage]:
    """In the language of whoever is written to; those for the reason of the case first, then those of its own part of
    the site before the site's, and the team's own before the ones that come with the product. Marks are filled in. One
    query; none for a question to the team, which is answered freely."""
    if case.origin == Case.Origin.ASKED:
        return {}
    language = case.author.language if case.author else "en"
    found = Reply.objects.offered().filter(language=language, scope__in=[case.scope, SITE])[:MOST]
    own = sorted(found, key=lambda row: (row.scope != case.scope, row.label.casefold()))
    told = {"name": author_name, "group": (case.head or {}).get("place", ""), "case": case.number}
    rows = [(row.reason, str(row.pk), SavedMessage(row.label, filled(row.body, told))) for row in own]
    with translation.override(language):
        rows += [(OURS[key], key, SavedMessage(one.label, str(one.body))) for key, one in SAVED.items()]
    ordered = sorted(rows, key=lambda row: row[0] != case.reason)  # stable: the team's own stay first
    return {key: message for _reason, key, message in ordered}


def filled(body: str, told: Mapping[str, str]) -> str:
    """Each mark with what it stands for, in one pass: what is filled in is not looked at again."""
    return Reply.MARK.sub(lambda found: told.get(found[1]) or found[0], body)


def replies_of(user: Any, held: list[str], part: str = "") -> list[Reply]:
    """The saved messages this person may start from, those no longer offered last. One query."""
    rows = Reply.objects.visible_to(user, held)
    rows = rows.filter(scope=part) if part else rows
    return sorted(rows[:MOST], key=lambda row: (row.retired_at is not None, row.language, row.label.casefold()))
