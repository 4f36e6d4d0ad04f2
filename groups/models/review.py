"""What a group does about posts that bear a sign of spam: nothing, have somebody look, or let them wait."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sign(models.TextChoices):
    """Signs in the words and in who writes them. How fast somebody writes, or that they paste, is none."""

    FIRST = "first", _("One of somebody’s first posts in this group")
    FIRST_LINK = "first_link", _("A link in one of somebody’s first posts")
    LINK = "link", _("A link to another site")
    REPEATED = "repeated", _("The same long text that another account posted this week")
    SOLICITING = "soliciting", _("It offers, sells or collects something")


class Answer(models.TextChoices):
    PUBLISH = "publish", _("Publish")
    REVIEW = "review", _("Publish, and a moderator looks")
    HOLD = "hold", _("Wait until a moderator has read it")


USUAL: Mapping[str, str] = {
    Sign.FIRST: Answer.PUBLISH,
    Sign.FIRST_LINK: Answer.REVIEW,
    Sign.LINK: Answer.PUBLISH,
    Sign.REPEATED: Answer.HOLD,
    Sign.SOLICITING: Answer.REVIEW,
}
FIRST_POSTS = 3


def usual_answers() -> dict[str, str]:
    return {str(sign): str(answer) for sign, answer in USUAL.items()}


class SaidBefore(models.Model):
    """That somebody said a long text: both as keyed digests, so that neither can be read from it. Kept for a week."""

    digest = models.BinaryField(max_length=16)
    who = models.BinaryField(max_length=16)
    said_at = models.DateTimeField()

    class Meta:
        verbose_name = _("trace of a repeated text")
        verbose_name_plural = _("traces of repeated texts")
        constraints = [models.UniqueConstraint(fields=["digest", "who"], name="said_before_once_a_person")]
        indexes = [models.Index(fields=["said_at"], name="said_before_to_forget")]

    def __str__(self) -> str:
        return str(self.pk)


def answer_to(answers: Mapping[str, Any], sign: str) -> str:
    """What this group set for a sign, else what is usual."""
    return str(answers.get(sign) or USUAL[Sign(sign)])
