"""How a moment is said, in the same words on every page."""

from datetime import datetime, timedelta

from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def when(moment: datetime) -> str:
    """ "Today, 8:51 a.m.", "Tuesday, 4:40 p.m.", or "11 June, 9:02 a.m.", in the reader's own time."""
    here, today = localtime(moment), localtime(now()).date()
    clock = time_format(here)
    if here.date() == today:
        return _("Today, %(time)s") % {"time": clock}
    if timedelta(0) < today - here.date() < timedelta(days=7):
        return _("%(day)s, %(time)s") % {"day": date_format(here, "l"), "time": clock}
    return _("%(day)s, %(time)s") % {"day": day(moment), "time": clock}


def day(moment: datetime) -> str:
    """ "Today", "Yesterday", "Tuesday", "11 June", or with its year when that is another one."""
    here, today = localtime(moment), localtime(now()).date()
    ago = (today - here.date()).days
    if ago == 0:
        return _("Today")
    if ago == 1:
        return _("Yesterday")
    if 1 < ago < 7:
        return date_format(here, "l")
    short = pgettext("date format, see Django's template filter `date`", "j F")
    return date_format(here, short if here.year == today.year else f"{short} Y")
