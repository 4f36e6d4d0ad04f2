"""Where one stands with a cohort."""

from dataclasses import dataclass
from typing import Any

from groups.models import Cohort, Membership, SupportGroup, Waiting


def free_places(cohort: Cohort, *, for_user: Any | None = None) -> int:
    """Places that nobody has and that are kept for nobody else. Those who look after the group take none."""
    here = Membership.objects.present().filter(group=cohort.group_id).exclude(role__in=Membership.WITHOUT_PLACE).count()
    kept = Waiting.objects.offered().filter(cohort=cohort)
    if for_user is not None:
        kept = kept.exclude(user=for_user)
    return cohort.capacity - here - kept.count()


def has_offer(user: Any, group: SupportGroup) -> bool:
    """Whether a place of this cohort is kept for this person at this moment. One query."""
    return Waiting.objects.owned_by(user).offered().filter(cohort=group.pk).exists()


@dataclass(frozen=True, slots=True)
class CohortPlace:
    """Where a person stands with a cohort. `free` is how many places they could take; 0 when it is full."""

    cohort: Cohort
    free: int
    waiting: Waiting | None


def cohort_place(user: Any, group: SupportGroup, membership: Membership | None) -> CohortPlace | None:
    """None for a group that is no cohort. No query for those when the group came with its cohort; else four at most."""
    cohort: Cohort | None = getattr(group, "cohort", None)
    if cohort is None:
        return None
    mine = Waiting.objects.owned_by(user).open().filter(cohort=cohort).first() if membership is None else None
    asker = user if user.is_authenticated else None
    return CohortPlace(cohort=cohort, free=max(0, free_places(cohort, for_user=asker)), waiting=mine)
