"""Telling those who help in a group that somebody waits for an answer."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import Membership, Thread
from groups.operations.unanswered import UNANSWERED
from groups.reads.unanswered import still_unanswered
from groups.wiring.talk import blocked_pairs
from groups.wiring.telling import Verdicts, chosen, key_of, reached, tell
from portal.core.kinds import IN_APP, Action, Addressee, DeliveryRow, EventRow, Message, No, Verdict, Yes


def those_who_help(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    thread = still_unanswered([event.subject]).get(event.subject)
    if thread is None:
        return ()
    starter = thread.starter.user_id if thread.starter else None
    helpers = Membership.objects.present().helping().filter(group=thread.group_id).exclude(user=starter)
    return chosen(helpers.values_list("user_id", flat=True), f"thread:{thread.public_id}", after, limit)


def helps_somewhere(user: Any) -> bool:
    return Membership.objects.owned_by(user).helping().exists()


def still_waiting(deliveries: Sequence[DeliveryRow]) -> Verdicts:
    """Not when somebody has answered by now, nor for who helps there no more, nor across a block. Three queries."""
    threads = still_unanswered([key_of(one) for one in deliveries])
    people = reached(deliveries)
    groups = {thread.group_id for thread in threads.values()}
    rows = Membership.objects.present().helping().filter(user_id__in=people, group_id__in=groups)
    helping = set(rows.values_list("user_id", "group_id"))
    openers = {
        one.public_id: one.starter.user_id for one in threads.values() if one.starter and not one.starter.is_alias
    }
    apart = blocked_pairs(people, openers.values())

    def verdict(delivery: DeliveryRow) -> Verdict:
        thread = threads.get(key_of(delivery))
        if thread is None:
            return No("answered")
        if (delivery.recipient_id, thread.group_id) not in helping:
            return No("left")
        if (delivery.recipient_id, openers.get(thread.public_id)) in apart:
            return No("blocked")
        return Yes()

    return {one.pk: verdict(one) for one in deliveries}


def waiting_message(delivery: DeliveryRow) -> Message:
    thread = Thread.objects.select_related("group").get(public_id=key_of(delivery))
    named = delivery.channel == IN_APP and not thread.group.is_secret
    title = _("Nobody has answered “%(title)s” yet") % {"title": thread.title} if named else _("Somebody waits")
    return Message(
        subject=_("Somebody waits for an answer"),
        title=title,
        lines=[_("A few kind words are enough. You need no advice to give.")],
        actions=[
            Action(_("Read it"), thread.get_absolute_url(), main=True),
            Action(_("All that wait"), reverse("groups:unanswered")),
        ],
        url=thread.get_absolute_url(),
    )


tell(
    UNANSWERED, gettext_lazy("Threads without an answer, where you help"), those_who_help, waiting_message,
    still_waiting, for_whom=helps_somewhere, gathered=True,
)  # fmt: skip
