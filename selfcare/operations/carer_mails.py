"""Having an invitation mailed to whom it is for. Whether the address belongs to somebody here is not looked up."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.core.kinds import Action, Message
from portal.notifications.links import absolute
from portal.notifications.operations.deliveries import send_now
from selfcare.models import CarerLink
from selfcare.models.carer import INVITATION, invitation_key
from selfcare.operations.consent import need_consent

MOST_MAILS_A_DAY = 10


@transaction.atomic
def mail_invitation(*, actor: User, link: CarerLink, email: str) -> CarerLink:
    """Mail an open invitation, once. The address is sealed with the mail and kept nowhere else.

    Raises RuleViolation for what is no address, when it was mailed already, and after ten mails in a day; and
    PermissionDenied when there is no open invitation.
    """
    need_consent(actor)
    User.objects.select_for_update(of=("self",)).get(pk=actor.pk)
    now = handrail_now()
    open_ones = CarerLink.objects.owned_by(actor).filter(accepted_at=None, ended_at=None, expires_at__gt=now)
    mine = open_ones.filter(pk=link.pk).first()
    if mine is None or mine.token is None:
        raise PermissionDenied(_("This invitation works no more. Make a new one."))
    _need_address(email)
    if mine.mailed_at is not None:
        raise RuleViolation(
            _("It was mailed already. To send it elsewhere, stop sharing and make a new invitation."),
            code="mailed", field="email",
        )  # fmt: skip
    if CarerLink.objects.owned_by(actor).filter(mailed_at__gt=now - timedelta(days=1)).count() >= MOST_MAILS_A_DAY:
        raise RuleViolation(
            _("You have had many invitations mailed today. Give them the link, or go on tomorrow."),
            code="too_many", field="email",
        )  # fmt: skip
    mine.mailed_at = now
    mine.save(update_fields=["mailed_at"])
    send_now(
        kind=INVITATION, subject_key=invitation_key(mine), recipient=None, address=email.strip(),
        message=letter(actor, mine), not_after=mine.expires_at,
    )  # fmt: skip
    return mine


def _need_address(email: str) -> None:
    try:
        validate_email(email.strip())
    except ValidationError as error:
        raise RuleViolation(_("Check the email address."), code="no_address", field="email") from error


def letter(actor: User, link: CarerLink) -> Message:
    """Neither what would be shared nor anything about health: somebody else may read it."""
    url = absolute(reverse("selfcare:accept_carer", args=[link.token]))
    with translation.override(actor.language):
        said = {"name": actor.display_name, "day": date_format(link.expires_at, "j F")}
        return Message(
            subject=_("You are invited"),
            title=_("%(name)s would like to share something with you") % said,
            lines=[
                _("Handrail is a place where people look after themselves and each other. %(name)s uses it, and would "
                  "like you to be able to look at something there.") % said,
                _("What it is stands on the page behind the button, not in this mail, in case somebody else reads "
                  "your mail. There you also see what you would not see."),
                _("To say yes you need an account. The invitation is for you alone and works until %(day)s. If you do "
                  "nothing, nothing happens.") % said,
            ],
            actions=[Action(_("See the invitation"), url, main=True)],
            url=url,
            footer=[_("You get this once, because %(name)s typed your address. We keep it nowhere else.") % said],
        )  # fmt: skip
