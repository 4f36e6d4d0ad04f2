from portal.moderation.reads.case_file import CaseFile, case_file, forward_acts
from portal.moderation.reads.own import Receipt, own_reports, receipt
from portal.moderation.reads.queue import COUNTED, Queue, moderates, moderators_of, queue

__all__ = [
    "COUNTED",
    "CaseFile",
    "Queue",
    "Receipt",
    "case_file",
    "forward_acts",
    "moderates",
    "moderators_of",
    "own_reports",
    "queue",
    "receipt",
]
