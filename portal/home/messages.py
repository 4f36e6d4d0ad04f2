"""What people are told about copies of their data and about leaving."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from portal.accounts.models import Leaving, User
from portal.accounts.reads import who_leaves, whose_copy
from portal.core.kinds import Action, Addressee, DeliveryRow, EventRow, Message, No, Verdict, Yes
from portal.core.moments import day

COPY, LEAVING, GONE = "home.copy", "home.leaving", "home.gone"


def one_person(person: User | None, subject: str, after: UUID | None) -> Sequence[Addressee]:
    return [Addressee(person.pk, subject)] if person is not None and (after is None or person.pk > after) else ()


def of_copy(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    return one_person(whose_copy(event.subject), event.subject, after)


def copy_still_there(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    return {one.pk: Yes() if whose_copy(one.subject_key) else No("fetched") for one in deliveries}


def tell_of_copy(delivery: DeliveryRow) -> Message:
    """The link opens for who is signed in as this person only, and asks for the password again."""
    url = reverse("home:data_copy", args=[delivery.subject_key])
    return Message(
        subject=_("Your copy is ready"),
        title=_("Your copy is ready"),
        lines=[
            _("You asked for a copy of everything we hold about you."),
            _("The link works once, for 24 hours. We ask for your password again."),
        ],
        actions=[Action(_("Get my copy"), url, main=True)],
        url=url,
        footer=[_("If it was not you who asked, change your password.")],
    )


def of_leaving(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    leaving = who_leaves(event.subject)
    return one_person(leaving.user if leaving else None, event.subject, after)


def still_leaving(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    return {one.pk: Yes() if who_leaves(one.subject_key) else No("stayed") for one in deliveries}


def tell_of_leaving(delivery: DeliveryRow) -> Message:
    leaving = who_leaves(delivery.subject_key)
    if leaving is None:
        raise LookupError("leaving")
    return leaving_words(leaving)


def leaving_words(leaving: Leaving) -> Message:
    url = reverse("home:leave")
    return Message(
        subject=_("Your account will be erased"),
        title=_("Your account will be erased"),
        lines=[
            _("We will erase it on %(day)s.") % {"day": day(leaving.due_at)},
            _("Until then everything works as before, and you can change your mind with one button."),
        ],
        actions=[Action(_("Keep my account"), url, main=True)],
        url=url,
        footer=[_("If it was not you who asked, keep the account and change your password.")],
    )


def gone_words(language: str) -> Message:
    """The last mail, to the address as it was."""
    with translation.override(language):
        return Message(
            subject=_("Your account is erased"),
            title=_("Your account is erased"),
            lines=[
                _("You asked us to, seven days ago. Nothing is left to sign in to."),
                _("You are welcome to come back at any time, with the same address or another."),
                _("We wish you well. – %(site)s") % {"site": settings.SITE_NAME},
            ],
            url=reverse("home:home"),
        )


def no_words(delivery: DeliveryRow) -> Message:
    """The last mail is only ever sent with words that exist already."""
    raise LookupError("the last mail carries its words")
