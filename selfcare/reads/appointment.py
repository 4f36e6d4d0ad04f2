"""What goes to an appointment: figures, charts and the person's questions, as the sections that they picked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from articles.models import AppointmentQuestion
from portal.accounts.models import User
from selfcare.diary import words
from selfcare.diary.units import METRIC
from selfcare.paper.sheet import SECTIONS, Section, aim_words, sections, site_words
from selfcare.reads.charts import Charts, charts
from selfcare.reads.figures import Figures, figures
from selfcare.reads.units import units_of


@dataclass(frozen=True, slots=True)
class Appointment:
    figures: Figures
    charts: Charts
    sections: Sequence[Section]

    @property
    def aim_words(self) -> str:
        return aim_words(self.figures)


def appointment(user: User, first: date, last: date, chosen: Sequence[str]) -> Appointment:
    """Six queries at most, whatever is in the span."""
    shown = figures(user, first, last)
    drawn = charts(shown)
    asked: list[str] = []
    if "questions" in chosen:
        asked = [one.words for one in AppointmentQuestion.objects.owned_by(user).filter(asked_at=None)]
    picked = [key for key in SECTIONS if key in chosen]
    units = units_of(user) if "body" in chosen else METRIC
    return Appointment(shown, drawn, sections(shown, drawn, asked, picked, units))


COLUMNS = (
    "day", "worst", "usual", *(f"pain: {site}" for site in words.SITES), "woken", "temperature", "weight", "treatment",
    "done", "planned", "water ml", "water cups", "cup ml",
)  # fmt: skip


def spreadsheet_rows(shown: Figures) -> list[Mapping[str, Any]]:
    """A row for each day with a record; numbers stay numbers."""
    return [
        {
            "day": one.day.isoformat(), "worst": one.worst, "usual": one.usual,
            **{f"pain: {site}": number for site, number in one.pain.items()},
            "woken": one.woke or None, "temperature": one.temperature, "weight": one.weight,
            "treatment": ", ".join(str(words.TREATMENT.get(key, key)) for key in one.treatment),
            "done": one.done if one.planned else None, "planned": one.planned or None, "water ml": one.ml or None,
            "water cups": one.cups if one.ml else None, "cup ml": one.cup_ml if one.ml else None,
        }
        for one in shown.days
        if one.entries or one.planned or one.ml
    ]  # fmt: skip


def places_table(shown: Figures) -> tuple[list[str], list[tuple[date, list[int | None]]]]:
    """The head and the rows of the table beside the places' lines, newest first."""
    keys = [key for key, _count in shown.sites if key in words.SITES]
    rows = [(one.day, [one.pain.get(key) for key in keys]) for one in reversed(shown.days) if one.pain]
    return [site_words(key) for key in keys], rows
