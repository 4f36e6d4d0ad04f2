"""What moderation hands over to one person, removes for them, and keeps on purpose."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.moderation.models import (
    Case,
    CaseNote,
    Decision,
    Enquiry,
    HandOver,
    Report,
    SafeguardingEntry,
    SafeguardingFile,
)

MODELS = [
    "moderation.Case",
    "moderation.CaseNote",
    "moderation.Report",
    "moderation.Enquiry",
    "moderation.Decision",
    "moderation.AuditEntry",
    "moderation.HandOver",
    "moderation.SafeguardingFile",
    "moderation.SafeguardingEntry",
]
RETAINED = [
    _(
        "If something you wrote was reported, a sealed copy of it stays for up to one year after the report. "
        "Only the moderation team can open it, and only for that case."
    ),
    _(
        "If the Safeguarding leads keep a file because somebody feared for your life or safety, it stays sealed for as "
        "long as they need it. They look at that again every three months. Ask the team if you want to know."
    ),
    _("The record of who on the team did what and when stays. It holds none of your words."),
]


def export(user: Any) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """What they reported, and what was decided about what they wrote. Not who reported them, and not who decided."""
    reports = Report.objects.owned_by(user).select_related("case")
    decisions = Decision.objects.owned_by(user).select_related("case", "evidence")
    return {
        "questions_to_the_team": [
            {
                "at": row.sent_at.isoformat(),
                "reference": row.reference,
                "topic": row.topic,
                "words": row.words,
                "reach": row.reach,
                "answer": row.answer,
                "answered_at": row.answered_at.isoformat() if row.answered_at else None,
            }
            for row in Enquiry.objects.owned_by(user)
        ],
        "reports": [
            {"at": row.created_at.isoformat(), "reason": row.reason, "words": row.words, "case": row.case.number}
            for row in reports
        ],
        "decisions": [
            {
                "at": row.created_at.isoformat(),
                "act": row.act,
                "reason": row.reason,
                "message": row.message,
                "case": row.case.number,
                "undone_at": row.undone_at.isoformat() if row.undone_at else None,
                "your_words": (row.evidence.payload or {}).get("text") if row.evidence else None,
            }
            for row in decisions
        ],
    }


@transaction.atomic
def erase(user: Any, keep_words: bool) -> None:
    """Their reports lose their name and words, decisions about them lose theirs. Copies of what was reported stay
    sealed until their time is over, apart from any person."""
    for row in Report.objects.owned_by(user):
        row.reporter, row.words = None, None
        row.save(update_fields=["reporter", "words_sealed"])
    Decision.objects.filter(author=user).update(author=None, message_sealed=None, told_author=False)
    Decision.objects.filter(author=None, act__startswith="edit").update(trace_sealed=None)  # it holds their words
    asked = Enquiry.objects.owned_by(user)
    Case.objects.filter(enquiries__in=asked).update(head_sealed=None)
    asked.delete()
    Enquiry.objects.filter(answered_by=user).update(answered_by=None)
    Case.objects.filter(author=user).update(author=None)
    Case.objects.filter(second_look_by=user).update(second_look_by=None)
    HandOver.objects.filter(writer=user).delete()
    SafeguardingFile.objects.filter(person=user).update(person=None)
    SafeguardingFile.objects.filter(opened_by=user).update(opened_by=None)
    SafeguardingEntry.objects.filter(by=user).update(by=None)
    CaseNote.objects.filter(person=user).delete()
