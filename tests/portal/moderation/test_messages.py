"""What people are told, and what no message ever says."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.core.kinds import No, Yes, kinds
from portal.moderation.operations import claim, undo_decision
from portal.notifications.models import Delivery, Event, Notice
from tests.factories.accounts import make_user
from tests.factories.moderation import make_case, make_decision, make_moderator

SECRET = "zanzibar-mushroom"


@dataclass
class Row:
    kind: str
    subject_key: str
    recipient_id: UUID | None = None
    channel: str = "email"
    due_at: datetime = field(default_factory=timezone.now)
    pk: object = 1


def said(kind, subject):
    message = kinds.get(kind).render(Row(kind, subject))
    return "\n".join([message.subject, message.title, *message.lines, *[a.label + a.url for a in message.actions]])


def audience(event):
    return [one.user_id for one in kinds.get(event.kind).audience(event, None, 100)]


def test_the_author_is_told_what_and_why_and_never_by_whom(house):
    reporter = make_user(display_name="Canary bird")
    moderator = make_moderator()
    case = make_case(house, house.put_up(text=SECRET), reporter=reporter, words="canary words")
    decision = make_decision(house, moderator, case=case, message="A message with zanzibar.")

    words = said("moderation.decision", str(decision.pk))

    assert "Hidden from others" in words
    assert "Selling, or asking for money" in words
    assert case.number in words
    for leak in ["Canary", "canary", "zanzibar", moderator.display_name, str(reporter.pk), "The board"]:
        assert leak not in words


@pytest.mark.parametrize("reason", ["worried", "method"])
def test_a_message_says_nothing_about_danger(house, reason):
    decision = make_decision(house, case=make_case(house, reason=reason), reason=reason)

    words = said("moderation.decision", str(decision.pk))

    assert "To keep people safe" in words
    assert not any(word in words.lower() for word in ["harm", "crisis", "suicide", "risk", "worried"])


def test_taking_a_decision_back_is_told_too(house):
    decision = make_decision(house)
    undo_decision(actor=make_moderator(), decision=decision)

    assert "took back" in said("moderation.decision", f"{decision.pk}:undone")


def test_whoever_reported_hears_the_outcome_and_nothing_about_the_author(house):
    case = make_case(house, house.put_up(author=make_user(display_name="Author name"), text=SECRET))
    acted, left = make_decision(house, case=case), make_decision(house, act="no_action")

    assert "acted on it" in said("moderation.outcome", str(acted.pk))
    assert "left it where it is" in said("moderation.outcome", str(left.pk))
    assert "Author name" not in said("moderation.outcome", str(acted.pk))
    assert SECRET not in said("moderation.outcome", str(acted.pk))


def test_events_reach_the_right_people(house):
    reporter, author = make_user(), make_user()
    case = make_case(house, house.put_up(author=author), reporter=reporter, reason="worried")
    moderator = make_moderator()
    assert audience(Event.objects.get(kind="moderation.case")) == [moderator.pk]

    make_decision(house, moderator, case=case)

    assert audience(Event.objects.get(kind="moderation.decision")) == [author.pk]
    assert audience(Event.objects.get(kind="moderation.outcome")) == [reporter.pk]


def test_an_audience_that_was_told_is_not_told_again(house):
    decision = make_decision(house)
    for kind in ["moderation.decision", "moderation.outcome"]:
        event = Event.objects.get(kind=kind)
        (told,) = audience(event)
        assert kinds.get(kind).audience(event, told, 100) in ([], ())
    assert decision.pk


def test_nobody_is_called_for_a_case_that_somebody_has(house):
    case = make_case(house, reason="worried")
    row = Row("moderation.case", f"{case.pk}:0", pk=uuid4())
    ask = kinds.get("moderation.case").still_wanted

    assert ask([row]) == {row.pk: Yes()}
    claim(actor=make_moderator(), case=case)
    assert ask([row]) == {row.pk: No("taken")}


def test_the_call_to_moderators_names_no_band_and_no_words(house):
    case = make_case(house, house.put_up(text=SECRET), reason="worried", words="please check on her")

    words = said("moderation.case", f"{case.pk}:0")

    assert case.number in words
    assert not any(leak in words.lower() for leak in [SECRET, "check", "risk", "crisis", "worried", "board"])


@pytest.mark.django_db(transaction=True)
def test_the_engine_puts_the_receipt_into_the_inbox_of_the_author():
    from tests.factories.moderation import open_house

    with open_house() as house:
        decision = make_decision(house)
        call_command("deliver")

    assert Notice.objects.filter(user=decision.author, kind="moderation.decision").count() == 1
    assert Delivery.objects.filter(kind="moderation.decision", recipient=decision.author).count() == 2
