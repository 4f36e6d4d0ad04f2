"""Quiet hours, and a pause for everything that can wait."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.core.kinds import EMAIL, IN_APP, PUSH
from portal.core.local_time import instant, zone_of
from portal.notifications.models import QuietHours, Rhythm
from portal.notifications.operations.summaries import plan_again

LONGEST_PAUSE = timedelta(days=90)
QUIET_CHANNELS = (EMAIL, IN_APP, PUSH)


@transaction.atomic
def keep_quiet(*, actor: User, hours: Mapping[str, tuple[time, time] | None]) -> None:
    """Set the quiet hours of each channel named; None ends them. What waits already obeys at once. Raises
    RuleViolation for hours without length."""
    for channel, span in hours.items():
        if channel not in QUIET_CHANNELS:
            raise RuleViolation(_("There are no quiet hours for this."), code="channel")
        if span is None:
            QuietHours.objects.filter(user=actor, channel=channel).delete()
            continue
        if span[0] == span[1]:
            words = _("Quiet hours need an end that differs from their start.")
            raise RuleViolation(words, code="no_length", field=f"{channel}_ends")
        QuietHours.objects.update_or_create(
            user=actor, channel=channel, defaults={"starts_at": span[0], "ends_at": span[1]}
        )


@transaction.atomic
def pause_until(*, actor: User, day: date | None) -> None:
    """Let everything that can wait rest until a day begins where the person is; None goes on at once. Raises
    RuleViolation for a day that is over or too far off."""
    until = None
    if day is not None:
        zone, now = zone_of(actor.time_zone), handrail_now()
        today = now.astimezone(zone).date()
        if day <= today:
            raise RuleViolation(_("Choose a day from tomorrow on."), code="past", field="day")
        if day > today + LONGEST_PAUSE:
            last = timezone.localdate(now + LONGEST_PAUSE)
            words = _("A pause can last 90 days. The last day you can choose is %(day)s.") % {"day": last}
            raise RuleViolation(words, code="too_long", field="day")
        until = instant(day, time(0), zone)
    Rhythm.objects.update_or_create(user=actor, defaults={"paused_until": until})
    plan_again(user_id=actor.pk)
