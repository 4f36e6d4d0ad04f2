"""What the team may ask of a person, from a nudge to closing the groups to them. Every step ends by itself."""

from datetime import timedelta
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Step(models.TextChoices):
    """From the mildest up."""

    NUDGE = "nudge", _("A nudge")
    NOTICE = "notice", _("A formal notice")
    REVIEWED = "reviewed", _("Posts wait for a moderator")
    READ_ONLY = "read_only", _("Reading only, in this group")
    REMOVED = "removed", _("Out of this group")
    SUSPENDED = "suspended", _("All groups closed to them")


IN_GROUP = (Step.REVIEWED, Step.READ_ONLY, Step.REMOVED)
WRITTEN = (Step.NUDGE, Step.NOTICE)  # nothing but words, so there have to be some

HINTS: dict[str, Any] = {
    Step.NUDGE: _("A friendly word. It counts for a month."),
    Step.NOTICE: _("Says clearly what must not happen again. It counts until the day you choose."),
    Step.REVIEWED: _("What they write in this group is read by a moderator first."),
    Step.READ_ONLY: _("They can read and react, but not write."),
    Step.REMOVED: _("They can come back by themselves when the time is over."),
    Step.SUSPENDED: _("For the whole site. Their plan, diary, guides and urgent help stay open."),
}
# As the person is told.
TOLD_STEP: dict[str, Any] = {
    Step.NUDGE: _("A friendly word"),
    Step.NOTICE: _("A formal notice"),
    Step.REVIEWED: _("A moderator reads what you write in this group before others do"),
    Step.READ_ONLY: _("You can read in this group, but not write"),
    Step.REMOVED: _("You are not in this group for a time"),
    Step.SUSPENDED: _("The groups are closed to you for a time. Your plan, your diary and all guides stay open"),
}
DAYS = (1, 3, 7, 14, 30, 90, 180, 365)
LASTS: dict[str, int] = {
    Step.NUDGE: 30, Step.NOTICE: 180, Step.REVIEWED: 30, Step.READ_ONLY: 7, Step.REMOVED: 90, Step.SUSPENDED: 30,
}  # fmt: skip
LONGEST = timedelta(days=366)


def is_step(act: str) -> bool:
    return act in Step.values
