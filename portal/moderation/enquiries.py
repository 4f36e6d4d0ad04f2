"""Questions to the team as the desk and the mails see them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core import signing
from django.urls import reverse
from django.utils.html import linebreaks
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.kinds import Action, Addressee, DeliveryRow, EventRow, Message
from portal.core.reportables import Reportable, Snapshot
from portal.moderation.models import Case, Enquiry

ENQUIRY, ANSWER = "moderation.enquiry", "moderation.answer"
ANSWER_SALT = "handrail.ask.answer"
ANSWER_OPENS_FOR = timedelta(days=30)
CHANNELS = {
    "email": gettext_lazy("By e-mail"),
    "phone": gettext_lazy("By phone"),
    "site": gettext_lazy("Here on the site"),
}


def load(public_id: str) -> Enquiry | None:
    try:
        key = UUID(public_id)
    except ValueError:
        return None
    return Enquiry.objects.select_related("person", "case").filter(pk=key).first()


def find(user: Any, public_id: str) -> None:
    """Nobody reports a question: only the team ever sees it."""


def snapshot(enquiry: Enquiry) -> Snapshot:
    """The words, and how to reach whoever asked: the team needs both."""
    reach = enquiry.reach
    lines = [_("Reference: %(reference)s") % {"reference": enquiry.reference}]
    lines.append(_("Answer: %(channel)s") % {"channel": CHANNELS[reach["channel"]]})
    lines += [reach["address"]] if reach["address"] else []
    lines += [_("When: %(when)s") % {"when": reach["when"]}] if reach["when"] else []
    lines += [_("Guide: %(guide)s") % {"guide": reach["guide"]}] if reach["guide"] else []
    text = enquiry.words + "\n\n" + "\n".join(lines)
    return Snapshot(title=str(enquiry.get_topic_display()), text=text, html=linebreaks(text, autoescape=True))


QUESTION = Reportable(
    key=ENQUIRY,
    label=gettext_lazy("Question to the team"),
    find=find,
    load=load,
    snapshot=snapshot,
    author_id=lambda enquiry: enquiry.person_id,
    author_name=lambda enquiry: enquiry.person.display_name if enquiry.person else _("Signed out"),
    scope=lambda enquiry: "site",
    place=lambda enquiry: str(enquiry.get_topic_display()),
    url=lambda enquiry: "",
)


def hours_of(case: Case | None) -> int:
    """Until when the team wants to have looked, in whole hours; at least one."""
    return max(1, round((case.due_at - case.opened_at).total_seconds() / 3600)) if case else 24


def receipt_words(enquiry: Enquiry) -> Message:
    """That it arrived: no topic and nobody's words."""
    return Message(
        subject=_("We have your message"),
        title=_("We have your message"),
        lines=[
            _("Your reference is %(reference)s.") % {"reference": enquiry.reference},
            _("A person on the team will read it within %(hours)s hours.") % {"hours": hours_of(enquiry.case)},
            _("If something gets worse, do not wait for us: call for help."),
        ],
        actions=[Action(_("Numbers to call"), reverse("safety:urgent_help"), main=True)],
        url=reverse("safety:urgent_help"),
    )


def receipt(delivery: DeliveryRow) -> Message:
    found = load(delivery.subject_key.partition(":")[0])
    if found is None:
        raise LookupError("enquiry")
    return receipt_words(found)


def answer_words(enquiry: Enquiry) -> Message:
    """That there is an answer, and a link that opens it for thirty days. The answer itself is never in a mail."""
    url = reverse("moderation:ask_answer", args=[signing.dumps(str(enquiry.pk), salt=ANSWER_SALT)])
    return Message(
        subject=_("There is an answer for you"),
        title=_("There is an answer for you"),
        lines=[
            _("Your reference is %(reference)s.") % {"reference": enquiry.reference},
            _("The link opens for 30 days. Whoever has it can read the answer, so please do not pass it on."),
        ],
        actions=[Action(_("Read it"), url, main=True)],
        url=url,
    )


def answer_of(delivery: DeliveryRow) -> Message:
    found = load(delivery.subject_key)
    if found is None:
        raise LookupError("enquiry")
    return answer_words(found)


def asked_by(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    """Whoever asked signed in."""
    found = load(event.subject)
    if found is None or found.person_id is None or (after is not None and found.person_id <= after):
        return ()
    return [Addressee(found.person_id, event.subject)]


def proven(token: str) -> str:
    """The id in the link of an answer. Raises signing.BadSignature, also when the link is too old."""
    return str(signing.loads(token, salt=ANSWER_SALT, max_age=ANSWER_OPENS_FOR))
