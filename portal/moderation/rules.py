"""May: who may do what with a case they have already been shown. No queries."""

from collections.abc import Sequence
from typing import Any

from portal.moderation.ladder import IN_GROUP, Step
from portal.moderation.models import Case, Decision

KEPT_BACK = {"hide", "remove", "hold"}


def can_claim(actor: Any, case: Case) -> bool:
    """Open, free or already theirs, and not the same person's decision again."""
    if not case.is_open or case.not_for_id == actor.pk:
        return False
    return case.holder is None or case.claimed_by_id == actor.pk


def holds(actor: Any, case: Case) -> bool:
    return case.is_open and case.holder is not None and case.claimed_by_id == actor.pk


def is_author(actor: Any, decision: Decision) -> bool:
    return actor.is_authenticated and decision.author_id is not None and decision.author_id == actor.pk


def can_appeal(actor: Any, decision: Decision) -> bool:
    """The person it is about, while the decision stands and they have not sent other words instead. An answer to an
    appeal is the last word."""
    stands = decision.undone_at is None and decision.resent_at is None
    return is_author(actor, decision) and decision.changed_something and stands


def can_resend(actor: Any, decision: Decision) -> bool:
    """Whose words were hidden, removed or kept waiting, once for each decision."""
    return can_appeal(actor, decision) and decision.act in KEPT_BACK


def can_step(actor: Any, case: Case, step: str, in_a_house: bool) -> bool:
    """Steps with the author of what the case is about, never with oneself. Closing all groups is for the moderators of
    the whole site; steps in one group need a group."""
    if case.author_id is None or case.author_id == actor.pk:
        return False
    if step == Step.SUSPENDED:
        held = actor.staff_roles
        return bool(held.moderates or held.safeguards or held.administers)
    return in_a_house if step in IN_GROUP else True


def can_write_replies(held: Sequence[str], scope: str) -> bool:
    """Saved messages of a part of the site one looks after; those of the site itself are its moderators'."""
    return scope in held
