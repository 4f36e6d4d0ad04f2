from portal.moderation.views.asking import ask, ask_answer, ask_mine, ask_sent
from portal.moderation.views.cases import add_note, case, case_live, claim_case, keep_case, release_case
from portal.moderation.views.decisions import appeal, decision, my_decisions, resend, undo_decision
from portal.moderation.views.desk import desk, desk_live, hand_over, remove_spam
from portal.moderation.views.files import file, file_contact, file_list, hand_on, review_file
from portal.moderation.views.passing import pass_case
from portal.moderation.views.replies import change_reply, new_reply, reply_list, retire_reply
from portal.moderation.views.reports import my_reports, report, thanks
from portal.moderation.views.transparency import transparency

__all__ = [
    "add_note",
    "appeal",
    "ask",
    "ask_answer",
    "ask_mine",
    "ask_sent",
    "case",
    "case_live",
    "change_reply",
    "claim_case",
    "decision",
    "desk",
    "desk_live",
    "file",
    "file_contact",
    "file_list",
    "hand_on",
    "hand_over",
    "keep_case",
    "my_decisions",
    "my_reports",
    "new_reply",
    "pass_case",
    "release_case",
    "remove_spam",
    "reply_list",
    "report",
    "resend",
    "retire_reply",
    "review_file",
    "thanks",
    "transparency",
    "undo_decision",
]
