"""Every write of this house."""

from selfcare.drafts import Choice
from selfcare.operations.activities import (
    add_activity,
    edit_activity,
    pause_activity,
    replan_for_new_zone,
    rest_everything,
    rest_for_consent,
    resume_activity,
    resume_everything,
    stop_activity,
)
from selfcare.operations.calendars import end_calendar, new_calendar
from selfcare.operations.diary import change_entry, delete_entry, log_pain, restore_entry
from selfcare.operations.exercise_holds import clear_exercise, hold_exercise
from selfcare.operations.hard_days import begin_hard_day, end_hard_day
from selfcare.operations.occurrences import mark_done, skip, snooze, undo
from selfcare.operations.plans import clear_plan, start_plan, stop_plan
from selfcare.operations.travel import move_to
from selfcare.operations.water import log_water, set_aim, undo_water

__all__ = [
    "Choice",
    "add_activity",
    "begin_hard_day",
    "change_entry",
    "clear_exercise",
    "clear_plan",
    "delete_entry",
    "edit_activity",
    "end_calendar",
    "end_hard_day",
    "hold_exercise",
    "log_pain",
    "log_water",
    "mark_done",
    "move_to",
    "new_calendar",
    "pause_activity",
    "replan_for_new_zone",
    "rest_everything",
    "rest_for_consent",
    "restore_entry",
    "resume_activity",
    "resume_everything",
    "set_aim",
    "skip",
    "snooze",
    "start_plan",
    "stop_activity",
    "stop_plan",
    "undo",
    "undo_water",
]
