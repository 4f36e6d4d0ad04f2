"""What Safeguarding leads are told about files: that there is something, never a word of it."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.kinds import Action, Addressee, DeliveryRow, EventRow, Message
from portal.moderation.reads.safeguarding import leads_for


def leads_of(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    return [Addressee(lead, event.subject) for lead in leads_for(event.subject.partition(":")[0], after, limit)]


def words(delivery: DeliveryRow, title: str, line: str) -> Message:
    url = reverse("moderation:file", args=[delivery.subject_key.partition(":")[0]])
    return Message(subject=title, title=title, lines=[line], actions=[Action(_("Open it"), url, main=True)], url=url)


def tell_opened(delivery: DeliveryRow) -> Message:
    return words(delivery, _("A safeguarding file needs you"), _("Somebody on the team handed something to you."))


def tell_review(delivery: DeliveryRow) -> Message:
    line = _("Three months are over. Please decide whether it is still needed.")
    return words(delivery, _("A safeguarding file is to be looked at again"), line)
