"""The sheet for an appointment as files: the same for the page and for programs."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core.sheets import sheet
from selfcare.paper.pdf import LineNames, one_page
from selfcare.paper.sheet import day_words
from selfcare.reads.appointment import COLUMNS, Appointment, spreadsheet_rows


def lines_of(made: Appointment) -> list[str]:
    """What stands under the title."""
    span = {"first": day_words(made.figures.first), "last": day_words(made.figures.last)}
    return [_("From %(first)s to %(last)s, in the person’s own words and numbers.") % span]


def appointment_pdf(made: Appointment) -> bytes:
    drawn = made.charts
    return one_page(
        title=_("For my appointment"),
        lines=lines_of(made),
        parts=made.sections,
        drawings={"pain": drawn.pain_wide, "activity": drawn.activity_wide, "water": drawn.water_wide},
        foot=_("Kept by the person in their diary. Not a medical record, and no clinician checked it."),
        language=get_language() or "en",
        names=LineNames(_("Worst pain"), _("Usual pain"), made.aim_words),
    )


def appointment_spreadsheet(made: Appointment) -> bytes:
    return sheet(COLUMNS, spreadsheet_rows(made.figures))
