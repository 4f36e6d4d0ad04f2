"""The messages a moderator may start from in one case."""

from collections.abc import Mapping

from django.utils import translation

from portal.moderation.models import Case, Reply
from portal.moderation.words import SAVED, SavedMessage

OURS = {"worried": "worried", "details": "details", "advice": "advice", "rules": "unkind"}  # the reason of each


def saved_messages(case: Case) -> Mapping[str, SavedMessage]:
    """In the language of whoever is written to; those for the reason of the case first. The team's own messages stand
    before the ones that come with the site. One query; none for a question to the team, which is answered freely."""
    if case.origin == Case.Origin.ASKED:
        return {}
    language = case.author.language if case.author else "en"
    rows = [
        (row.reason, str(row.pk), SavedMessage(row.label, row.body))
        for row in Reply.objects.filter(language=language, retired_at=None)[:50]
    ]
    with translation.override(language):
        rows += [(OURS[key], key, SavedMessage(one.label, str(one.body))) for key, one in SAVED.items()]
    ordered = sorted(rows, key=lambda row: row[0] != case.reason)  # stable: the team's own stay first
    return {key: message for _reason, key, message in ordered}
