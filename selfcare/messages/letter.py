"""The message kind of the weekly letter: what you did, how pain went, one gentle suggestion."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from statistics import median

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.accounts.models import Consent, User
from portal.core.kinds import Action, DeliveryRow, Message, No, Verdict, Yes
from portal.core.local_time import zone_of
from selfcare.models import WeeklyLetter
from selfcare.reads.figures import Figures, figures


def still_wanted(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    """While the agreement to keep health information holds. One query."""
    people = {one.recipient_id for one in deliveries if one.recipient_id}
    held = Consent.objects.filter(user_id__in=people, purpose="health", withdrawn_at=None)
    agreed = set(held.values_list("user_id", flat=True))
    return {one.pk: Yes() if one.recipient_id in agreed else No("no_consent") for one in deliveries}


def render(delivery: DeliveryRow) -> Message:
    """Raises User.DoesNotExist when the person is gone."""
    person = User.objects.get(pk=str(delivery.recipient_id))
    last = delivery.due_at.astimezone(zone_of(person.time_zone)).date()
    week = figures(person, last - timedelta(days=6), last)
    before = figures(person, last - timedelta(days=13), last - timedelta(days=7))
    suggestion, action = gentle(week)
    numbers = WeeklyLetter.objects.owned_by(person).filter(numbers_at__isnull=False).exists()
    pain = pain_in_numbers(week, before) if numbers else pain_in_words(week, before)
    lines = [_("Hello %(name)s.") % {"name": person.display_name}, *what_you_did(week), *pain]
    return Message(
        subject=_("Your week, from Handrail"),
        title=_("Your week"),
        lines=[*lines, suggestion],
        actions=[action, Action(_("Open today"), reverse("home:today"))],
        url=reverse("home:today"),
        footer=[_("You get this on Sundays after a week in which you did or wrote something. You can turn it off.")],
    )


def what_you_did(week: Figures) -> list[str]:
    """Only what was done is counted."""
    lines = []
    if week.done:
        said = ngettext(
            "You did one thing from your plan this week.", "You did %(n)s things from your plan this week.", week.done
        )
        lines.append(said % {"n": week.done})
    if week.entries:
        lines.append(
            ngettext("You wrote in your diary once.", "You wrote in your diary %(n)s times.", week.entries)
            % {"n": week.entries}
        )
    if drank := sum(one.ml > 0 for one in week.days):
        said = ngettext(
            "You wrote down what you drank on one day.", "You wrote down what you drank on %(n)s days.", drank
        )
        lines.append(said % {"n": drank})
    return lines


def pain_in_words(week: Figures, before: Figures) -> list[str]:
    """How the days of this week compare with those of the week before, when both have a number. Days are compared by
    the middle of their worst numbers, and less than one of ten apart is alike. It concludes nothing."""
    if week.worst_range is None:
        return []
    lines = [_("The numbers of your pain are on your own page, and not in this mail.")]
    now, then = _middle(week), _middle(before)
    if now is None or then is None:
        return lines
    if abs(now - then) < 1:
        said = _("By what you wrote, your worst pain was much like the week before.")
    elif now < then:
        said = _("By what you wrote, your worst pain was less than the week before.")
    else:
        said = _(
            "By what you wrote, your worst pain was more than the week before. You can tell your team at any time."
        )
    return [said, *lines]


def _middle(week: Figures) -> float | None:
    told = [one.worst for one in week.days if one.worst is not None]
    return median(told) if told else None


def pain_in_numbers(week: Figures, before: Figures) -> list[str]:
    """For who asked for them: of this week, and of the one before when there are any. It concludes nothing."""
    if week.worst_range is None:
        return []
    low, high = week.worst_range
    lines = [_("Your worst pain each day was between %(low)s and %(high)s.") % {"low": low, "high": high}]
    if before.worst_range is not None:
        low, high = before.worst_range
        lines.append(_("The week before it was between %(low)s and %(high)s.") % {"low": low, "high": high})
    return lines


def gentle(week: Figures) -> tuple[str, Action]:
    """One suggestion, the first that fits, with where it leads. Nothing is decided by it."""
    if week.nights >= 2:
        words = _("Pain woke you on more than one night. You could write down a question about nights for your team.")
        return words, Action(_("Write a question"), reverse("articles:question_list"), main=True)
    if week.planned and week.done * 3 < week.planned:
        words = _("If the plan is too much at the moment, make it smaller. A small plan is a plan.")
        return words, Action(_("Look at the plan"), reverse("selfcare:plan"), main=True)
    if week.entries and not week.peg:
        words = _("Three questions once a week show whether life is getting easier or harder. A minute is enough.")
        return words, Action(_("Answer three questions"), reverse("selfcare:week_check"), main=True)
    words = _("Before your next appointment, you can put the last weeks together on one page.")
    return words, Action(_("Put the page together"), reverse("selfcare:for_appointment"), main=True)
