from portal.moderation.models.case import scopes_of
from portal.moderation.reads.case_file import CaseFile, case_file, case_now, forward_acts
from portal.moderation.reads.frame import frame_of_tabs, scopes_held
from portal.moderation.reads.leads import entrusted, entrusted_with, moderators_of, who_may_take
from portal.moderation.reads.own import Receipt, outcome_of, own_decisions, own_reports, receipt
from portal.moderation.reads.queue import COUNTED, Queue, counts, open_case_of, queue, worried_about
from portal.moderation.reads.saved import replies_of
from portal.moderation.reads.scopes import parts_of, scope_called
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
    "counts",
    "entrusted",
    "entrusted_with",
    "forward_acts",
    "frame_of_tabs",
    "moderators_of",
    "notes_left",
    "open_case_of",
    "outcome_of",
    "own_decisions",
    "own_reports",
    "parts_of",
    "queue",
    "receipt",
    "replies_of",
    "scope_called",
    "scopes_held",
    "scopes_of",
    "shift_of",
    "who_may_take",
    "worried_about",
]
