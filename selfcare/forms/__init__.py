"""What people may type in this house."""

from selfcare.forms.activity import ActivityForm, ClearForm, RestForm
from selfcare.forms.diary import AimForm, DiaryForm, PainForm
from selfcare.forms.start import StartForm

__all__ = ["ActivityForm", "AimForm", "ClearForm", "DiaryForm", "PainForm", "RestForm", "StartForm"]
