"""The house that a part of the site belongs to."""

from portal.core.hours import Hours
from portal.core.reportables import Scope, scopes


def scope_of(scope: str) -> Scope | None:
    """Its house, when that house knows steps with a person; None for the site itself."""
    found = scopes.find(scope.partition(":")[0])
    return found if found is not None and found.restrain is not None else None


def hours_of(scope: str) -> Hours | None:
    """When the moderators of this part of the site are there, where they said so."""
    found = scopes.find(scope.partition(":")[0])
    return found.hours(scope) if found is not None else None
