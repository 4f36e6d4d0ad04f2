"""Who may do what to an account. Asked with loaded people only."""

from portal.accounts.models import User


def may_give_roles(actor: User) -> bool:
    """Administrators, while they may sign in themselves."""
    return actor.is_active and actor.staff_roles.administers


def may_suspend(actor: User, person: User) -> bool:
    """Site moderators, Safeguarding leads and Administrators, and never oneself. Only an administrator closes the
    groups to somebody who has a staff role."""
    held = actor.staff_roles
    if actor.pk == person.pk or not actor.is_active:
        return False
    return held.administers if person.is_staff else held.moderates or held.safeguards or held.administers


def would_lock_out(actor: User, person: User, *, administers: bool, active: bool) -> bool:
    """Whether an administrator would take away their own way in: another one has to do that."""
    return actor.pk == person.pk and not (active and (administers or actor.is_superuser))


def may_leave(person: User) -> bool:
    """Whoever works here hands the work over first; a superuser too."""
    return not (person.is_staff or person.is_superuser)
