"""The places of a cohort: given once, kept for a while for those who waited longest."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from groups.models import Cohort, SupportGroup, Waiting
from groups.reads.cohorts import free_places
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.notifications.operations.events import record_event, wake_on_commit

OFFER = "groups.cohort_place"
KEPT_FOR = timedelta(hours=48)


def hold(group: SupportGroup) -> None:
    """Lock the group's row. Whoever comes, goes or gives places does this before any other lock: one order for
    everybody, so that no two wait for each other. Writing in the group goes on meanwhile. Inside a transaction."""
    SupportGroup.objects.select_for_update(no_key=True).get(pk=group.pk)


def locked(group: SupportGroup) -> Cohort | None:
    """The cohort that this group is, if it is one, for this transaction alone."""
    hold(group)
    return Cohort.objects.filter(group=group).first()


def take_place(user: User, group: SupportGroup) -> None:
    """Before somebody comes in: is there a place, or is one kept for them? Whatever the way in, it leads through here.
    Called inside a transaction. Raises RuleViolation when the cohort is full or over."""
    cohort = locked(group)
    if cohort is None:
        return
    if cohort.ended_at is not None:
        raise RuleViolation(_("This group has come to its end."), code="ended")
    offer_free_places(cohort)
    if free_places(cohort, for_user=user) < 1:
        raise RuleViolation(
            _("All %(number)s places are taken. You can wait for one.") % {"number": cohort.capacity}, code="full"
        )
    Waiting.objects.open().filter(cohort=cohort, user=user).update(closed_at=timezone.now())


def place_is_free(group: SupportGroup) -> None:
    """Somebody left. Called inside a transaction."""
    cohort = locked(group)
    if cohort is not None:
        offer_free_places(cohort)


def offer_free_places(cohort: Cohort) -> None:
    """Keep free places for those who have waited longest, and tell them. An offer that ran out goes to the end of the
    line. Called with the cohort locked."""
    if cohort.ended_at is not None:
        return
    now = timezone.now()
    Waiting.objects.open().filter(cohort=cohort, offered_until__lte=now).update(offered_until=None, asked_at=now)
    free = free_places(cohort)
    if free < 1:
        return
    for one in Waiting.objects.open().filter(cohort=cohort, offered_until=None)[:free]:
        one.offered_until = now + KEPT_FOR
        one.save(update_fields=["offered_until"])
        record_event(kind=OFFER, subject=f"{one.pk}:{int(one.offered_until.timestamp())}")
    wake_on_commit()
