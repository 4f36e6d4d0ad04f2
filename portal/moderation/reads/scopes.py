"""The house that a part of the site belongs to."""

from portal.core.reportables import Scope, scopes


def scope_of(scope: str) -> Scope | None:
    """Its house, when that house knows steps with a person; None for the site itself."""
    found = scopes.find(scope.partition(":")[0])
    return found if found is not None and found.restrain is not None else None
