from portal.moderation.operations.answers import answer_enquiry
from portal.moderation.operations.appeals import appeal, decide_appeal
from portal.moderation.operations.audit import audit, verify_audit_chain
from portal.moderation.operations.claims import claim, extend, release
from portal.moderation.operations.decisions import decide, undo_decision
from portal.moderation.operations.enquiries import send_enquiry, sent_already
from portal.moderation.operations.escalation import escalate_overdue
from portal.moderation.operations.evidence import retire_evidence
from portal.moderation.operations.hand_over import forget_hand_overs, hand_over
from portal.moderation.operations.leads import hand_over_deserted
from portal.moderation.operations.notes import add_note, note_reading
from portal.moderation.operations.reports import open_case_for_finding, open_case_for_review, report
from portal.moderation.operations.resending import resend

__all__ = [
    "add_note",
    "answer_enquiry",
    "appeal",
    "audit",
    "claim",
    "decide",
    "decide_appeal",
    "escalate_overdue",
    "extend",
    "forget_hand_overs",
    "hand_over",
    "hand_over_deserted",
    "note_reading",
    "open_case_for_finding",
    "open_case_for_review",
    "release",
    "report",
    "resend",
    "retire_evidence",
    "send_enquiry",
    "sent_already",
    "undo_decision",
    "verify_audit_chain",
]
