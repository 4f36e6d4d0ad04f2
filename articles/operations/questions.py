"""Questions that somebody takes to an appointment. Their words are sealed, so order and state are all that is clear."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import AppointmentQuestion
from portal.accounts.models import User
from portal.core.errors import RuleViolation

MOST = 60
LONGEST = 600


def add_question(*, actor: User, words: str) -> AppointmentQuestion | None:
    """None when it is there already. Raises RuleViolation for no words, too long, or a full list."""
    words = " ".join(words.replace("\x00", "").split())
    if not words:
        raise RuleViolation(_("Write your question first."), field="words")
    if len(words) > LONGEST:
        raise RuleViolation(_("Please keep a question to %(most)s characters.") % {"most": LONGEST}, field="words")
    own = list(AppointmentQuestion.objects.owned_by(actor))
    if any(one.words == words for one in own):
        return None
    if len(own) >= MOST:
        raise RuleViolation(_("Your list is full. Please remove a question that you no longer need."), field="words")
    position = max((one.position for one in own), default=0) + 1
    question = AppointmentQuestion(person=actor, position=position)
    question.words = words
    question.save()
    return question


@transaction.atomic
def move_question(*, actor: User, question: AppointmentQuestion, down: bool) -> bool:
    """One place up or down. False at the end of the list."""
    own = list(AppointmentQuestion.objects.owned_by(actor).select_for_update())
    at = next((place for place, one in enumerate(own) if one.pk == question.pk), None)
    to = -1 if at is None else at + (1 if down else -1)
    if at is None or not 0 <= to < len(own):
        return False
    own[at], own[to] = own[to], own[at]
    for place, one in enumerate(own, start=1):
        one.position = place
    AppointmentQuestion.objects.bulk_update(own, ["position"])
    return True


def mark_asked(*, actor: User, question: AppointmentQuestion, asked: bool) -> bool:
    mine = AppointmentQuestion.objects.owned_by(actor).filter(pk=question.pk, asked_at__isnull=asked)
    return bool(mine.update(asked_at=timezone.now() if asked else None))


def remove_question(*, actor: User, question: AppointmentQuestion) -> bool:
    return bool(AppointmentQuestion.objects.owned_by(actor).filter(pk=question.pk).delete()[0])


def put_back(*, actor: User, words: str, position: int) -> AppointmentQuestion | None:
    """Undo of removing: the same words in the same place."""
    question = add_question(actor=actor, words=words)
    if question is not None and 0 <= position < 30_000:
        question.position = position
        question.save(update_fields=["position"])
    return question
