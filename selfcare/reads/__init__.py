"""Shapes that pages need: the day, the week, the diary's trend."""

from selfcare.reads.diary import Trend, trend
from selfcare.reads.letter import letter_says
from selfcare.reads.month import Month, month
from selfcare.reads.rests import Rest, rests
from selfcare.reads.today import Item, TodayPlan, today
from selfcare.reads.travel import Move, moves
from selfcare.reads.water import Water, aim_of, water_today
from selfcare.reads.week import Week, week
from selfcare.reads.weeks import FourWeeks, counts, four_weeks

__all__ = [
    "FourWeeks",
    "Item",
    "Month",
    "Move",
    "Rest",
    "TodayPlan",
    "Trend",
    "Water",
    "Week",
    "aim_of",
    "counts",
    "four_weeks",
    "letter_says",
    "month",
    "moves",
    "rests",
    "today",
    "trend",
    "water_today",
    "week",
]
