"""Every write of this house."""

from selfcare.drafts import Choice
from selfcare.operations.activities import (
    add_activity,
    edit_activity,
    must_make_sense,
    replan_for_new_zone,
    stop_activity,
)
from selfcare.operations.calendars import end_calendar, new_calendar
from selfcare.operations.carer_mails import mail_invitation
from selfcare.operations.carers import accept_invitation, change_carer, end_carer, invite_carer, note_look
from selfcare.operations.comfort import count_for_me, measure_in
from selfcare.operations.diary import change_entry, delete_entry, log_pain, restore_entry
from selfcare.operations.exercise_holds import clear_exercise, hold_exercise
from selfcare.operations.gates import clear_plan
from selfcare.operations.hard_days import begin_hard_day, end_hard_day
from selfcare.operations.last_drink import undo_water
from selfcare.operations.letters import letter_with_numbers
from selfcare.operations.occurrences import mark_done, skip, snooze, undo
from selfcare.operations.plans import decline_version, renew_plan, start_plan, stop_plan
from selfcare.operations.rests import (
    end_rest,
    pause_activity,
    plan_rest,
    rest_for_consent,
    resume_activity,
    resume_everything,
    step_up,
)
from selfcare.operations.travel import move_to
from selfcare.operations.treatment import expect_treatment
from selfcare.operations.water import log_water, set_aim, source_of

__all__ = [
    "Choice",
    "accept_invitation",
    "add_activity",
    "begin_hard_day",
    "change_carer",
    "change_entry",
    "clear_exercise",
    "clear_plan",
    "count_for_me",
    "decline_version",
    "delete_entry",
    "edit_activity",
    "end_calendar",
    "end_carer",
    "end_hard_day",
    "end_rest",
    "expect_treatment",
    "hold_exercise",
    "invite_carer",
    "letter_with_numbers",
    "log_pain",
    "log_water",
    "mail_invitation",
    "mark_done",
    "measure_in",
    "move_to",
    "must_make_sense",
    "new_calendar",
    "note_look",
    "pause_activity",
    "plan_rest",
    "renew_plan",
    "replan_for_new_zone",
    "rest_for_consent",
    "restore_entry",
    "resume_activity",
    "resume_everything",
    "set_aim",
    "skip",
    "snooze",
    "source_of",
    "start_plan",
    "step_up",
    "stop_activity",
    "stop_plan",
    "undo",
    "undo_water",
]
