"""Changing how one is known, and how the site looks."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.core.moving import movings


@transaction.atomic
def change_profile(
    *, actor: User, display_name: str, country: str, time_zone: str, language: str, is_carer: bool
) -> User:
    """Save name, country, time zone and language; with another zone, what is planned by the clock moves along. Raises
    RuleViolation when the name belongs to somebody else."""
    before = actor.time_zone
    actor.rename(display_name)
    actor.country, actor.time_zone, actor.language, actor.is_carer = country, time_zone, language, is_carer
    try:
        with transaction.atomic():
            actor.save(
                update_fields=["display_name", "display_name_key", "country", "time_zone", "language", "is_carer"]
            )
    except IntegrityError as error:
        actor.refresh_from_db()
        raise RuleViolation(
            _("Somebody here already has a name that looks like this. Please choose another."),
            code="name_taken",
            field="display_name",
        ) from error
    if time_zone != before:
        for one in movings:
            one.carry(actor=actor)
    return actor


def change_appearance(*, actor: User, theme: str, contrast: str, text_size: str) -> User:
    actor.theme, actor.contrast, actor.text_size = theme, contrast, text_size
    actor.save(update_fields=["theme", "contrast", "text_size"])
    return actor
