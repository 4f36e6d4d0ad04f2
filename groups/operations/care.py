"""What a screening of somebody's words asks for before, and after, they are posted."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from groups.models import SupportGroup
from portal.core.errors import RuleViolation
from portal.safety.screening import screen
from portal.safety.screening.findings import Finding, Kind

ASKS_FIRST = {Kind.PERSONAL_DETAILS, Kind.DIRECTIVE_ADVICE, Kind.SOLICITING}
CONTACT = {"phone", "email", "address", "handle"}


class CareCheck(RuleViolation):
    """The words need a second look before they are posted. `findings` point into `text`; `may_confirm` says whether
    "post anyway" is offered."""

    def __init__(self, message: str, *, code: str, text: str, findings: Sequence[Finding], may_confirm: bool) -> None:
        super().__init__(message, code=code, field="body")
        self.text = text
        self.findings = tuple(findings)
        self.may_confirm = may_confirm


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows for words that may be posted: `held` waits for a moderator, `urgent` opens a case, `confirmed`
    are the rules the writer chose to post in spite of."""

    urgent: tuple[Finding, ...]
    held: bool
    confirmed: tuple[str, ...]


def look_over(*, body: str, title: str = "", group: SupportGroup, confirmed: bool) -> Verdict:
    """Screen the words. Raises CareCheck when they need a second look.

    Contact details in a group that everyone can read are refused whatever is confirmed.
    """
    found = tuple(screen(body, get_language() or "en"))
    in_title = tuple(screen(title, get_language() or "en")) if title else ()
    everything = found + in_title
    asking = [finding for finding in everything if finding.kind in ASKS_FIRST]
    contact = [one for one in asking if one.kind == Kind.PERSONAL_DETAILS and one.subkind in CONTACT]
    if contact and group.is_for_everyone:
        raise CareCheck(
            _("Everyone on the internet can read this group, so please take contact details out."),
            code="contact_details", text=body, findings=[one for one in found if one in asking], may_confirm=False,
        )  # fmt: skip
    if asking and not confirmed:
        raise CareCheck(
            _("Please look at this once more before you post it."),
            code="care_check", text=body, findings=[one for one in found if one in asking], may_confirm=True,
        )  # fmt: skip
    return Verdict(
        urgent=tuple(one for one in everything if one.kind in {Kind.CRISIS, Kind.RED_FLAG, Kind.METHOD}),
        held=any(one.kind == Kind.METHOD for one in everything),
        confirmed=tuple(sorted({one.rule_id for one in asking})),
    )
