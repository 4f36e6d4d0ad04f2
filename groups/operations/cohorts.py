"""Cohorts: a fixed number of places, a waiting list, an end, and a group to go on in."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Cohort, SupportGroup, Waiting
from groups.operations.cohort_places import hold, locked, offer_free_places, place_is_free
from groups.operations.memberships import membership_of
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.notifications.operations.events import record_event, wake_on_commit

ENDED = "groups.cohort_ended"
LAST_ZONE = timedelta(hours=12)  # the zone in which a day ends last lies twelve hours behind UTC


@transaction.atomic
def make_cohort(
    *, actor: User, group: SupportGroup, capacity: int, starts_on: date, ends_on: date,
    goes_on_in: SupportGroup | None = None,
) -> Cohort:  # fmt: skip
    """Give a group places, a first and a last day; the moderators' act, which may be repeated to change them. More
    places go to those who wait. Raises PermissionDenied, RuleViolation."""
    if not rules.moderates_group(membership_of(actor, group), group):
        raise PermissionDenied(_("Only moderators of this group can do that."))
    if ends_on < starts_on:
        raise RuleViolation(_("The last day comes after the first."), code="order", field="ends_on")
    if goes_on_in is not None and (goes_on_in.pk == group.pk or goes_on_in.join_by != SupportGroup.Entry.OPEN):
        raise RuleViolation(_("Choose an open group to go on in."), code="goes_on_in", field="goes_on_in")
    fields: dict[str, Any] = {
        "capacity": capacity, "starts_on": starts_on, "ends_on": ends_on, "goes_on_in": goes_on_in
    }  # fmt: skip
    hold(group)
    cohort, _is_new = Cohort.objects.update_or_create(group=group, defaults=fields)
    offer_free_places(cohort)
    return cohort


@transaction.atomic
def wait_for_place(*, actor: User, group: SupportGroup) -> Waiting:
    """Stand in line. Asking twice keeps the first place. Where a place is free after all, it is offered at once.
    Raises PermissionDenied, RuleViolation."""
    cohort = locked(group)
    membership = membership_of(actor, group)
    if cohort is None or (membership is not None and (membership.is_present or membership.removed_at)):
        raise PermissionDenied(_("You cannot wait for a place in this group."))
    if group.join_by != SupportGroup.Entry.OPEN:
        raise PermissionDenied(_("The moderators of this group let people in."))
    if cohort.ended_at is not None:
        raise RuleViolation(_("This group has come to its end."), code="ended")
    mine, _is_new = Waiting.objects.get_or_create(cohort=cohort, user=actor, closed_at=None)
    offer_free_places(cohort)
    mine.refresh_from_db()
    return mine


@transaction.atomic
def stop_waiting(*, actor: User, group: SupportGroup) -> bool:
    """Leave the line; a place that was kept goes to the next. Returns whether one stood in it."""
    cohort = locked(group)
    if cohort is None:
        return False
    left = Waiting.objects.open().filter(cohort=cohort, user=actor).update(closed_at=timezone.now())
    offer_free_places(cohort)
    return left > 0


@transaction.atomic
def end_cohort(*, group: SupportGroup, actor: User | None = None) -> bool:
    """Close the group to writing and say where one can go on. Nobody is moved: being in a group is one's own choice.
    `actor` is none when the last day is over. Returns whether it was still running. Raises PermissionDenied."""
    if actor is not None and not rules.moderates_group(membership_of(actor, group), group):
        raise PermissionDenied(_("Only moderators of this group can do that."))
    cohort = locked(group)
    if cohort is None or cohort.ended_at is not None:
        return False
    now = timezone.now()
    cohort.ended_at = now
    cohort.save(update_fields=["ended_at"])
    SupportGroup.objects.filter(pk=group.pk, closed_at=None).update(closed_at=now)
    Waiting.objects.open().filter(cohort=cohort).update(closed_at=now)
    record_event(kind=ENDED, subject=str(group.uuid))
    wake_on_commit()
    return True


def tend_cohorts() -> int:
    """Every now and then: end what is over, and pass on offers that ran out. A last day is over when it is over
    everywhere on earth. Returns how many ended."""
    ended = 0
    somewhere = (timezone.now() - LAST_ZONE).date()
    over = Cohort.objects.filter(ended_at=None, ends_on__lt=somewhere).select_related("group")
    for cohort in over[:200]:
        ended += end_cohort(group=cohort.group)
    lapsed = Waiting.objects.open().filter(offered_until__lte=timezone.now()).values_list("cohort__group", flat=True)
    for group in SupportGroup.objects.filter(pk__in=lapsed):
        with transaction.atomic():
            place_is_free(group)
    return ended
