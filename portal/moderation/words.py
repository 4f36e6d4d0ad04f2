"""The words that go with a decision: neutral, short, the same on the page, in the mail and on the tombstone."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.core.reportables import reportables
from portal.moderation.bands import TOLD, Reason
from portal.moderation.ladder import TOLD_STEP, Step
from portal.moderation.models.decision import NO_ACTION, OVERTURN, UPHOLD

WHY: dict[str, Any] = {
    Reason.WORRIED: _("We want everybody here to be safe, so we took a closer look."),
    Reason.METHOD: _("We leave out details of ways to come to harm, because somebody may be reading on a bad night."),
    Reason.ADVICE: _("Telling what you did is welcome. What others should take or stop is for their own care team."),
    Reason.SELLING: _("Nothing is sold and no money is collected in the groups."),
    Reason.DETAILS: _("Names, numbers and addresses stay out of the groups, because anybody may read along."),
    Reason.UNKIND: _("People come here on hard days. We ask everybody to be kind, also when they disagree."),
    Reason.FALSE_NAME: _("We check who speaks as a professional or for somebody else."),
    Reason.ILLEGAL: _("We have to take a closer look when something may be against the law."),
    Reason.OTHER: _("It did not fit the ground rules of the place where it stood."),
}


def told_reason(reason: str) -> Any:
    """The reason in a few words, as author and tombstone are told."""
    return TOLD[Reason(reason)]


def why_sentence(reason: str) -> Any:
    return WHY[Reason(reason)]


DONE = {
    NO_ACTION: _("Left as it is"),
    UPHOLD: _("The decision stays"),
    OVERTURN: _("The decision was taken back"),
    "hide": _("Hidden from others"),
    "remove": _("Removed from every page"),
    "publish": _("Published"),
    "hold": _("Kept waiting"),
    "lock": _("Closed to new replies"),
    "pin": _("Kept on top"),
    "edit": _("A part was taken out or changed"),
    "edit_publish": _("A part was taken out or changed, then it was published"),
    "move": _("Moved to another thread"),
    "merge": _("Joined to another thread"),
    "split": _("Made into a thread of its own"),
    "correct": _("A guide was set under it"),
    "lock_thread": _("The thread was closed to new replies"),
}


def act_label(reportable_key: str, act: str) -> Any:
    """What was done, in words; for an act only its own house knows, the label of its button."""
    if act in DONE:
        return DONE[act]
    kind = reportables.find(reportable_key)
    known = kind.acts.get(act) if kind else None
    return known.label if known else TOLD_STEP.get(act, act)


def step_label(step: str) -> Any:
    """The step as moderators call it."""
    return Step(step).label


@dataclass(frozen=True, slots=True)
class SavedMessage:
    """A message to start from. It is always read and changed before it is sent."""

    label: Any
    body: Any


SAVED: dict[str, SavedMessage] = {
    "worried": SavedMessage(
        _("Worried about you"),
        _(
            "We read what you wrote, and we are glad you told us. That sounds very heavy.\n\n"
            "Are you safe right now? If you are not sure, please use “Urgent help” at the top of every page: it has "
            "the numbers of your country. You can also talk to your own care team today.\n\n"
            "You are welcome here, also on bad days."
        ),
    ),
    "details": SavedMessage(
        _("Personal details"),
        _(
            "Thank you for writing. Your post held details that could show who you or somebody else is, so we took it "
            "off the page for now. You can post it again without them; everything else was fine."
        ),
    ),
    "advice": SavedMessage(
        _("Medicine advice"),
        _(
            "Thank you for wanting to help. Telling what you did and how it went is welcome. What others should take, "
            "change or stop is for their own care team, because it can be different for them."
        ),
    ),
    "rules": SavedMessage(
        _("A gentle reminder"),
        _("We know these days are hard. Please be kind to one another here, also when you disagree."),
    ),
}
