from portal.moderation.reads.case_file import CaseFile, case_file, forward_acts
from portal.moderation.reads.own import Receipt, own_reports, receipt
from portal.moderation.reads.queue import COUNTED, Queue, moderators_of, open_case_of, queue, scopes_of, worried_about

__all__ = [
    "COUNTED",
    "CaseFile",
    "Queue",
    "Receipt",
    "case_file",
    "forward_acts",
    "moderators_of",
    "open_case_of",
    "own_reports",
    "queue",
    "receipt",
    "scopes_of",
    "worried_about",
]
