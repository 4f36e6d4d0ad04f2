"""What people may type about themselves. `account` stays out of here: allauth's forms import this package."""

from portal.accounts.forms.about_me import AppearanceForm, ProfileForm
from portal.accounts.forms.sign_up import SignupForm

__all__ = ["AppearanceForm", "ProfileForm", "SignupForm"]
