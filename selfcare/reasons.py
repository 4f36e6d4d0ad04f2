"""Why something was skipped, or why the plan rests. Giving a reason is never asked for, and never counts."""

from django.utils.translation import gettext_lazy as _

SKIPS = {
    "ill": _("I feel ill"),
    "pain": _("Too much pain"),
    "tired": _("Too tired"),
    "treatment": _("A treatment day"),
    "time": _("No time"),
    "other": _("Something else"),
}
# What says that the body did not allow it: such a day is left out of any count.
NEUTRAL = frozenset({"ill", "pain", "tired", "treatment"})
