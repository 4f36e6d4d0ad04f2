"""Practice: plan templates, a person's own plans, what is due, water and the diary. Private by default."""

from selfcare.models.activity import Activity
from selfcare.models.calendar_feed import CalendarFeed
from selfcare.models.carer import CarerLink, CarerView
from selfcare.models.comfort import Comfort
from selfcare.models.diary import DiaryEntry
from selfcare.models.exercise_hold import ExerciseHold
from selfcare.models.food import FoodIdeas
from selfcare.models.hard_day import HardDay
from selfcare.models.letter import WeeklyLetter
from selfcare.models.occurrence import Occurrence
from selfcare.models.pause import Pause
from selfcare.models.plan import Plan
from selfcare.models.put_off import PutOff
from selfcare.models.rule_set import RuleSet
from selfcare.models.step_picture import StepPicture, StepPictureFile
from selfcare.models.template import Kind, PlanTemplate, PlanTemplateText
from selfcare.models.template_version import PlanTemplateVersion
from selfcare.models.water import Aim, WaterLog

__all__ = [
    "Activity",
    "Aim",
    "CalendarFeed",
    "CarerLink",
    "CarerView",
    "Comfort",
    "DiaryEntry",
    "ExerciseHold",
    "FoodIdeas",
    "HardDay",
    "Kind",
    "Occurrence",
    "Pause",
    "Plan",
    "PlanTemplate",
    "PlanTemplateText",
    "PlanTemplateVersion",
    "PutOff",
    "RuleSet",
    "StepPicture",
    "StepPictureFile",
    "WaterLog",
    "WeeklyLetter",
]
