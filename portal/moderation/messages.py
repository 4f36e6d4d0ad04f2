"""What people are told by the moderation team: subjects and mails say no illness, no group and nobody's words."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.kinds import Action, Addressee, DeliveryRow, EventRow, Message, No, Verdict, Yes
from portal.core.moments import when
from portal.moderation.models import Case, Decision
from portal.moderation.models.decision import NO_ACTION
from portal.moderation.reads import moderators_of
from portal.moderation.words import act_label, told_reason

DECISION, OUTCOME, CASE = "moderation.decision", "moderation.outcome", "moderation.case"


def decision_of(subject: str) -> tuple[Decision | None, bool]:
    """A decision from a subject key, and whether it tells of the way back."""
    key, _colon, undone = subject.partition(":")
    return Decision.objects.select_related("case").filter(pk=key).first(), undone == "undone"


def author_of(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    decision, _undone = decision_of(event.subject)
    if decision is None or decision.author_id is None or (after is not None and decision.author_id <= after):
        return ()
    return [Addressee(decision.author_id, event.subject)]


def tell_author(delivery: DeliveryRow) -> Message:
    """What was done and why. The words themselves are given back on a page behind sign-in only."""
    decision, undone = decision_of(delivery.subject_key)
    if decision is None:
        raise LookupError("decision")
    case = decision.case
    lines = [_("The moderation team looked at something you wrote.")]
    if undone and decision.is_step:
        lines = [_("The moderation team took back a decision about you. It counts no longer.")]
    elif undone:
        lines = [_("The moderation team took back a decision about something you wrote. It stands as it did before.")]
    elif decision.act == NO_ACTION:
        lines = [_("The moderation team wrote to you about something you wrote. It stays where it is.")]
    else:
        lines.append(_("What we did: %(act)s.") % {"act": act_label(case.reportable, decision.act)})
        lines.append(_("Why: %(reason)s.") % {"reason": told_reason(decision.reason)})
        if decision.expires_at:
            lines.append(_("Until: %(when)s.") % {"when": when(decision.expires_at)})
        if not decision.is_step:
            lines.append(_("Your words are kept for you on the page."))
        lines.append(_("If you disagree, one click asks somebody else to look."))
    url = reverse("moderation:decision", args=[decision.pk])
    return Message(
        subject=_("A message from the moderation team"),
        title=_("A message from the moderation team"),
        lines=[*lines, _("Case %(number)s.") % {"number": case.number}],
        actions=[Action(_("Read it"), url, main=True)],
        url=url,
    )


def reporters_of(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    decision, _undone = decision_of(event.subject)
    if decision is None:
        return ()
    told = decision.case.reports.exclude(reporter=None).order_by("reporter_id")
    if after is not None:
        told = told.filter(reporter_id__gt=after)
    ids = told.values_list("reporter_id", flat=True)[:limit]
    return [Addressee(user_id, event.subject) for user_id in ids if user_id is not None]


def tell_reporter(delivery: DeliveryRow) -> Message:
    """That somebody looked, and in general what came of it; nothing about the other person."""
    decision, _undone = decision_of(delivery.subject_key)
    if decision is None:
        raise LookupError("decision")
    url = reverse("moderation:my_reports")
    return Message(
        subject=_("Thank you for telling us"),
        title=_("Thank you for telling us"),
        lines=[outcome_sentence(decision), _("Nobody else learns that you reported something.")],
        actions=[Action(_("See your reports"), url, main=True)],
        url=url,
    )


def outcome_sentence(decision: Decision) -> str:
    if decision.changed_something and decision.undone_at is None:
        return _("A moderator read what you reported and acted on it.")
    return _("A moderator read what you reported and left it where it is. You did right to tell us.")


def called_moderators(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    case = Case.objects.open().filter(pk=event.subject).first()
    if case is None:
        return ()
    ids = [user_id for user_id in moderators_of(case) if after is None or user_id > after]
    return [Addressee(user_id, f"{case.pk}:{case.band}") for user_id in ids[:limit]]


def tell_moderator(delivery: DeliveryRow) -> Message:
    """That a case waits and until when: no word of what it is about."""
    case = Case.objects.get(pk=delivery.subject_key.partition(":")[0])
    url = reverse("moderation:case", args=[case.pk])
    return Message(
        subject=_("A case is waiting"),
        title=_("A case is waiting"),
        lines=[_("Case %(number)s needs a moderator soon.") % {"number": case.number}],
        actions=[Action(_("Open the queue"), reverse("moderation:desk"), main=True)],
        url=url,
    )


def still_waiting(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    """A case that somebody has taken, or that is done, calls nobody any more."""
    keys = {one.pk: one.subject_key.partition(":")[0] for one in deliveries}
    cases = {
        str(case.pk): case for case in Case.objects.open().select_related("claimed_by").filter(pk__in=keys.values())
    }
    verdicts: dict[object, Verdict] = {}
    for pk, key in keys.items():
        case = cases.get(key)
        verdicts[pk] = Yes() if case is not None and case.holder is None else No("taken")
    return verdicts


def passed_to(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    """Whoever has the case now, when it is still the passing that happened."""
    key, _colon, version = event.subject.partition(":")
    case = Case.objects.open().filter(pk=key, version=version).first()
    person = case.claimed_by_id if case else None
    return [] if person is None or (after is not None and person <= after) else [Addressee(person, event.subject)]


def tell_of_passing(delivery: DeliveryRow) -> Message:
    """That a colleague passed a case on; not who, and nothing of the case."""
    case = Case.objects.get(pk=delivery.subject_key.partition(":")[0])
    url = reverse("moderation:case", args=[case.pk])
    return Message(
        subject=_("A case was passed to you"),
        title=_("A case was passed to you"),
        lines=[
            _("Case %(number)s is yours for 20 minutes. Then it is back in the queue.") % {"number": case.number},
            _("A colleague wrote down why. It stands on the page of the case."),
        ],
        actions=[Action(_("Open the case"), url, main=True)],
        url=url,
    )


def still_passed(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    """Not when it is decided, given back, or with somebody else by now. One query."""
    keys = {one.pk: one.subject_key.partition(":")[0] for one in deliveries}
    rows = Case.objects.open().filter(pk__in=keys.values()).values_list("pk", "claimed_by")
    holders = {str(pk): person for pk, person in rows}
    return {
        one.pk: Yes() if holders.get(keys[one.pk]) == one.recipient_id and one.recipient_id else No("taken")
        for one in deliveries
    }
