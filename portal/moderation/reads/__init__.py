from portal.moderation.models.case import scopes_of
from portal.moderation.reads.case_file import CaseFile, case_file, forward_acts
from portal.moderation.reads.leads import entrusted, entrusted_with, moderators_of
from portal.moderation.reads.own import Receipt, own_decisions, own_reports, receipt
from portal.moderation.reads.queue import COUNTED, Queue, open_case_of, queue, worried_about

__all__ = [
    "COUNTED",
    "CaseFile",
    "Queue",
    "Receipt",
    "case_file",
    "entrusted",
    "entrusted_with",
    "forward_acts",
    "moderators_of",
    "open_case_of",
    "own_decisions",
    "own_reports",
    "queue",
    "receipt",
    "scopes_of",
    "worried_about",
]
