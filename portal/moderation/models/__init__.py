from portal.moderation.models.audit import AuditEntry, AuditText
from portal.moderation.models.case import Case, CaseNote
from portal.moderation.models.decision import Decision
from portal.moderation.models.enquiry import Enquiry
from portal.moderation.models.hand_over import HandOver
from portal.moderation.models.reply import Reply
from portal.moderation.models.report import Evidence, Report
from portal.moderation.models.safeguarding import SafeguardingEntry, SafeguardingFile

__all__ = [
    "AuditEntry",
    "AuditText",
    "Case",
    "CaseNote",
    "Decision",
    "Enquiry",
    "Evidence",
    "HandOver",
    "Reply",
    "Report",
    "SafeguardingEntry",
    "SafeguardingFile",
]
