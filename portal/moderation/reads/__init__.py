from portal.moderation.models.case import scopes_of
from portal.moderation.reads.case_file import CaseFile, case_file, case_now, forward_acts
from portal.moderation.reads.leads import entrusted, entrusted_with, moderators_of
from portal.moderation.reads.own import Receipt, own_decisions, own_reports, receipt
from portal.moderation.reads.queue import COUNTED, Queue, open_case_of, queue, worried_about
from portal.moderation.reads.shift import Appeals, Shift, appeals_in, notes_left, shift_of

__all__ = [
    "COUNTED",
    "Appeals",
    "CaseFile",
    "Queue",
    "Receipt",
    "Shift",
    "appeals_in",
    "case_file",
    "case_now",
    "entrusted",
    "entrusted_with",
    "forward_acts",
    "moderators_of",
    "notes_left",
    "open_case_of",
    "own_decisions",
    "own_reports",
    "queue",
    "receipt",
    "scopes_of",
    "shift_of",
    "worried_about",
]
