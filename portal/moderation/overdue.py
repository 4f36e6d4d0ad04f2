"""What is said when a clock ran out: that a case waits, and no word of what it is about."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts import roles
from portal.core.kinds import Action, Addressee, DeliveryRow, EventRow, Message
from portal.moderation.models import Case
from portal.moderation.reads import moderators_of
from portal.moderation.reads.leads import staff

OVERDUE = "moderation.overdue"
ADMINISTRATORS_TOO = 2


def called(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    """Everybody whose desk shows it; the second time the administrators too, who see that it is, and not what it is."""
    key, _colon, level = event.subject.partition(":")
    case = Case.objects.open().filter(pk=key).first()
    if case is None:
        return ()
    people = set(moderators_of(case))
    if int(level or 1) >= ADMINISTRATORS_TOO:
        people |= {person.pk for person in staff(roles.ADMINISTRATORS)} - {case.author_id}
    chosen = sorted(one for one in people if after is None or one > after)
    return [Addressee(user_id, event.subject) for user_id in chosen[:limit]]


def tell(delivery: DeliveryRow) -> Message:
    case = Case.objects.get(pk=delivery.subject_key.partition(":")[0])
    looks = delivery.recipient_id in set(moderators_of(case))
    url = reverse("moderation:case", args=[case.pk]) if looks else reverse("admin:moderation_case_changelist")
    more = "" if looks else _("You cannot open it yourself. Please see that its moderators can, or name more of them.")
    return Message(
        subject=_("A case has waited too long"),
        title=_("A case has waited too long"),
        lines=[_("Nobody has taken case %(number)s in time.") % {"number": case.number}, *([more] if more else [])],
        actions=[Action(_("Open the queue") if looks else _("See the list"), url, main=True)],
        url=url,
    )
