"""What a screening of somebody's words asks for before, and after, they are posted."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from groups.models import SupportGroup
from portal.core.errors import RuleViolation
from portal.safety.care_check import CareCheck, care_check, must_hold, needs_care
from portal.safety.operations import record_choice
from portal.safety.screening import screen
from portal.safety.screening.findings import Finding, Kind

CALLS_A_PERSON = {Kind.CRISIS, Kind.RED_FLAG, Kind.METHOD}


class LookAgain(RuleViolation):
    """The words need a second look before they are posted. `check` says what a form or a program shows."""

    def __init__(self, check: CareCheck, *, field: str) -> None:
        message = (
            _("Please look at this once more before you post it.")
            if check.may_post_anyway
            else _("Everyone on the internet can read this group, so please take contact details out.")
        )
        super().__init__(message, code="care_check" if check.may_post_anyway else "contact_details", field=field)
        self.check = check


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows for words that may be posted: `urgent` findings open a case, `held` waits for a moderator,
    `asked` are the findings that the writer chose to post in spite of."""

    urgent: tuple[Finding, ...]
    held: bool
    asked: tuple[Finding, ...]

    def note_choice(self) -> None:
        """Count the choice by rule: never who, never the words."""
        record_choice(findings=self.asked, choice="anyway")


def look_over(*, body: str, title: str = "", group: SupportGroup, confirmed: bool) -> Verdict:
    """Screen the words. Raises LookAgain when they need a second look.

    Contact details in a group that everyone can read are refused whatever is confirmed.
    """
    found: list[Finding] = []
    for text, field in ((body, "body"), (title, "title")):
        findings: Sequence[Finding] = screen(text, get_language() or "en") if text else ()
        check = care_check(text, findings, read_by_everyone=group.is_for_everyone)
        if check is not None and not (confirmed and check.may_post_anyway):
            raise LookAgain(check, field=field)
        found.extend(findings)
    return Verdict(
        urgent=tuple(one for one in found if one.kind in CALLS_A_PERSON),
        held=must_hold(found),
        asked=tuple(one for one in found if needs_care([one])),
    )
