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
from portal.moderation.operations.passing import pass_on
from portal.moderation.operations.replies import retire_reply, save_reply
from portal.moderation.operations.reports import open_case_for_finding, open_case_for_review, report
from portal.moderation.operations.resending import resend
from portal.moderation.operations.safeguarding import (
    add_entry,
    close_file,
    keep_file,
    note_file_reading,
    open_file,
    remind_of_files,
    set_contact,
)
from portal.moderation.operations.spam import remove_spam

__all__ = [
    "add_entry",
    "add_note",
    "answer_enquiry",
    "appeal",
    "audit",
    "claim",
    "close_file",
    "decide",
    "decide_appeal",
    "escalate_overdue",
    "extend",
    "forget_hand_overs",
    "hand_over",
    "hand_over_deserted",
    "keep_file",
    "note_file_reading",
    "note_reading",
    "open_case_for_finding",
    "open_case_for_review",
    "open_file",
    "pass_on",
    "release",
    "remind_of_files",
    "remove_spam",
    "report",
    "resend",
    "retire_evidence",
    "retire_reply",
    "save_reply",
    "send_enquiry",
    "sent_already",
    "set_contact",
    "undo_decision",
    "verify_audit_chain",
]
