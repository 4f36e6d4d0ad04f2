"""Making, changing and taking back the secret address of a person's calendar."""

import secrets

from django.db import transaction

from portal.accounts.models import User
from portal.core.clock import handrail_now
from selfcare.models import CalendarFeed
from selfcare.models.calendar_feed import digest_of
from selfcare.operations.consent import need_consent


@transaction.atomic
def new_calendar(*, actor: User) -> CalendarFeed:
    """A fresh secret address. An earlier one stops working in the same moment."""
    need_consent(actor)
    User.objects.select_for_update(of=("self",)).get(pk=actor.pk)
    CalendarFeed.objects.owned_by(actor).delete()
    token = secrets.token_urlsafe(32)
    feed = CalendarFeed(owner=actor, digest=digest_of(token), made_at=handrail_now())
    feed.token = token
    feed.save(force_insert=True)
    return feed


def end_calendar(*, actor: User) -> bool:
    return bool(CalendarFeed.objects.owned_by(actor).delete()[0])
