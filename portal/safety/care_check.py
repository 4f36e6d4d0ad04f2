"""From findings to what a form must show: a care check before posting, a support card after, or "held for now".

Nothing here decides about a person. A care check explains and offers to take words out; a support card offers help.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.safety.reads import HelpLines, help_lines
from portal.safety.screening import redact
from portal.safety.screening.findings import Band, Finding, Kind

ASK_FIRST = (Kind.PERSONAL_DETAILS, Kind.DIRECTIVE_ADVICE, Kind.SOLICITING)
REDACTABLE = (Kind.PERSONAL_DETAILS,)
CONTACT = frozenset({"phone", "email", "address", "handle"})
TEAM_LINE = frozenset({"fever"})  # the signs that the urgent help page sends to the team's own 24-hour line

EXPLAINED: dict[Kind, tuple[Any, Any]] = {
    Kind.PERSONAL_DETAILS: (
        _("It looks as if there are personal details in it"),
        _("Names, numbers and addresses can show who you or somebody else is. You can say all the rest without them."),
    ),
    Kind.DIRECTIVE_ADVICE: (
        _("It sounds like advice on what to take or to stop"),
        _("What helped you is welcome here. Please say it as your own story: it can be different for somebody else."),
    ),
    Kind.SOLICITING: (
        _("It looks like an offer, a fundraiser or a survey"),
        _("Nothing is sold or collected in the groups. If it is none of these, you can post it."),
    ),
}


@dataclass(frozen=True, slots=True)
class Concern:
    """One reason to look again, with the words it is about, as the writer typed them."""

    title: Any
    explanation: Any
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CareCheck:
    """What a form shows before it posts. `redacted` is the text with personal details taken out; empty when taking
    them out is not the way. `may_post_anyway` is false for contact details where everybody can read."""

    concerns: tuple[Concern, ...]
    redacted: str
    may_post_anyway: bool


class Level(StrEnum):
    """What a support card asks for, in the words of the urgent help page."""

    EMERGENCY = "emergency"  # a danger sign of the body that cannot wait: the emergency number first
    CRISIS = "crisis"
    URGENT = "urgent"  # a sign to tell the care team about, by its 24-hour line


@dataclass(frozen=True, slots=True)
class SupportCard:
    """What the author alone sees after posting."""

    lines: HelpLines
    level: Level
    held: bool


def needs_care(findings: Iterable[Finding]) -> bool:
    return any(finding.kind in ASK_FIRST for finding in findings)


def contact_details(findings: Iterable[Finding]) -> bool:
    return any(one.kind == Kind.PERSONAL_DETAILS and one.subkind in CONTACT for one in findings)


def care_check(text: str, findings: Sequence[Finding], *, read_by_everyone: bool) -> CareCheck | None:
    """What to ask before this text is posted; None when there is nothing to ask."""
    asking = [finding for finding in findings if finding.kind in ASK_FIRST]
    if not asking:
        return None
    concerns = []
    for kind in ASK_FIRST:
        pieces = dict.fromkeys(text[one.start : one.end] for one in asking if one.kind == kind)
        if pieces:
            concerns.append(Concern(*EXPLAINED[kind], tuple(pieces)))
    removable = tuple(one for one in asking if one.kind in REDACTABLE)
    return CareCheck(
        concerns=tuple(concerns),
        redacted=redact(text, removable) if removable else "",
        may_post_anyway=not (read_by_everyone and contact_details(asking)),
    )


def must_hold(findings: Iterable[Finding]) -> bool:
    """Method or encouragement waits for a person; everything else is published."""
    return any(finding.kind == Kind.METHOD for finding in findings)


def support_card(findings: Iterable[Finding], country: str) -> SupportCard | None:
    """The card for the author; None when nothing asks for one."""
    found = list(findings)
    signs = [one for one in found if one.kind == Kind.RED_FLAG]
    if any(one.kind in {Kind.CRISIS, Kind.METHOD} for one in found):
        level = Level.CRISIS
    elif any(one.band == Band.RED and one.subkind not in TEAM_LINE for one in signs):
        level = Level.EMERGENCY
    elif signs:
        level = Level.URGENT
    else:
        return None
    return SupportCard(lines=help_lines(country), level=level, held=must_hold(found))
