"""What people may type in this house."""

from selfcare.forms.activity import ActivityForm, ClearForm, PauseForm, RestForm
from selfcare.forms.diary import AimForm, CheckedForm, DiaryForm, PainForm, WeekForm
from selfcare.forms.letter import LetterForm
from selfcare.forms.start import StartForm
from selfcare.forms.travel import ZoneForm

__all__ = [
    "ActivityForm",
    "AimForm",
    "CheckedForm",
    "ClearForm",
    "DiaryForm",
    "LetterForm",
    "PainForm",
    "PauseForm",
    "RestForm",
    "StartForm",
    "WeekForm",
    "ZoneForm",
]
