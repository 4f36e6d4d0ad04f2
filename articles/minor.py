"""What counts as a minor edit: a few words in a text block, with every number, dose, warning and source as it was."""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from articles.blocks import BLOCKS
from articles.models import Revision

MOST_WORDS = 12
ALIKE = 0.85
UNIT = r"mg|mcg|µg|μg|g|kg|ml|l|iu|units?|%|°\s?[cf]|degrees?|tablets?|capsules?|drops?|patch(?:es)?|puffs?|times?"
SPAN = r"seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?"
COUNTS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|double|once|twice|daily|hourly|weekly"
)
WARNINGS = r"no|not|never|none|nor|without|avoid|stop|unless|except|only|must|\w+n['’]t|less|more|before|after"
WEIGHTY = re.compile(
    rf"\d+(?:[.,/:–-]\d+)*(?:\s*(?:{UNIT}|{SPAN})(?!\w))?|\b(?:{COUNTS}|{UNIT}|{WARNINGS})\b", re.IGNORECASE
)
TIED = re.compile(r'\[\^[^\]]*\]|\{[^}]*\}|href="[^"]*"', re.IGNORECASE)


def weighty(text: str) -> list[str]:
    """Numbers with their units, words that count, and words that forbid or limit, in their order."""
    return [" ".join(found.lower().split()) for found in WEIGHTY.findall(strip_tags(text))]


def small(before: str, after: str) -> bool:
    """Whether a few words changed and nothing that carries weight, no source and no link."""
    if weighty(before) != weighty(after) or TIED.findall(before) != TIED.findall(after):
        return False
    old, new = strip_tags(before).split(), strip_tags(after).split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    changed = sum(max(b - a, d - c) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")
    return changed <= MOST_WORDS and (matcher.ratio() >= ALIKE or changed <= 2)


def more_than_minor(base: Revision, blocks: Sequence[Mapping[str, Any]], said: Mapping[str, Any]) -> str:
    """Why these words need a review, naming the block; empty when they are a minor edit of `base`."""
    if (base.slug, base.language, list(base.topic_slugs)) != (said["slug"], said["language"], said["topics"]):
        return _("The address, the language or the topics changed. That needs a clinical review.")
    for before, after in ((base.title, said["title"]), (base.lead, said["lead"])):
        if not small(before, after):
            return _("The title or the lead says something else. That needs a clinical review.")
    if [one["id"] for one in base.blocks] != [one["id"] for one in blocks]:
        return _("Blocks were added, moved or taken away. That needs a clinical review.")
    for number, (old, new) in enumerate(zip(base.blocks, blocks, strict=True), start=1):
        if not _minor(old, new):
            named = {"number": number, "kind": str(BLOCKS[new["kind"]].label)}
            return _("Block %(number)s (%(kind)s) changed more than a minor edit may.") % named
    return ""


def _minor(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    if old["kind"] != new["kind"]:
        return False
    if old["data"] == new["data"]:
        return True
    was, now = dict(old["data"]), dict(new["data"])
    if new["kind"] != "text" or was.pop("situations", []) != now.pop("situations", []) or set(was) != set(now):
        return False
    return all(small(str(was[name]), str(now[name])) for name in now)
