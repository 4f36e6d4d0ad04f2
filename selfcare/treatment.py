"""Which days are treatment days for drinking: those that a plan of the person's own follows."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from selfcare.models import Activity, Kind


def treated_on(owners: Collection[Any], days: Collection[date]) -> set[tuple[UUID, date]]:
    """Who is in the days of a treatment on which of these dates, as their own plans for drinking have it. A plan that
    waits for the team sets nothing. One query, or none."""
    if not owners or not days:
        return set()
    rows = Activity.objects.filter(owner__in=owners, kind=Kind.HYDRATION, stopped_at=None, plan__held_at=None)
    rows = rows.filter(Q(follow_days__isnull=False) | Q(cycle_length__isnull=False))
    return {(row.owner_id, day) for row in rows for day in days if day in row.days().between(day, day)}
