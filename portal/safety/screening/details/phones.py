"""Telephone numbers: runs of digits that look like one, not like a date, a dose or a blood result."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..findings import Band
from .detail import Detail, DetailRule, Source

PHONE = DetailRule("details.phone", 1, "phone", Band.AMBER, "A telephone number.")
SPOKEN = DetailRule(
    "details.phone-in-words", 1, "phone", Band.AMBER, "A telephone number with its digits written as words."
)
RULES = (PHONE, SPOKEN)

_DIGITS = re.compile(r"\d++")
_JOINTS = frozenset({"", " ", "-", ".", "  ", " - ", "(", ")", ") ", " (", ")-", ").", "/", " / "})
_CUE_WORDS = re.compile(
    r"(?<![a-z])(?:phone|telephone|tel|mobile|mob|cell|call|ring|text|txt|whatsapp|number|num|no|fone|landline|sms|contact|reach"
    r"|msg|message)(?![a-z])"
)
_CUE_REACH = 45  # characters from the end of such a word to the number
_UNITS = re.compile(
    r" ?(?:mg|mcg|ml|kg|g|%|units?|iu|mmol|u/l|bpm|cm|mm|miles|years?|days?|weeks?|hours?|tablets?|x10)(?![a-z])"
)
_MONEY = frozenset("£$€")
# Numbers of organisations that cost the caller nothing or little: help lines must stay shareable.
_HELP_LINES = (
    "0800",
    "0808",
    "0300",
    "0303",
    "0306",
    "0330",
    "0333",
    "0343",
    "0344",
    "0345",
    "0370",
    "0845",
    "0844",
    "0870",
)
_TOLL_FREE = ("800", "888", "877", "866", "855", "844", "833", "822")
_MOST_GROUPS, _FEWEST_DIGITS, _MOST_DIGITS = 8, 6, 15
_SPOKEN = frozenset("zero oh nought naught one two three four five six seven eight nine double triple o".split())


@dataclass(frozen=True, slots=True)
class _Group:
    digits: str
    start: int
    end: int


def scan(source: Source, taken: bytearray) -> Iterator[Detail]:
    cues = [match.end() for match in _CUE_WORDS.finditer(source.plain)]
    for chain in _chains(source.plain, taken):
        at = 0
        while at < len(chain):
            count = _longest_number(source, chain, at, cues)
            if count:
                start = _opening(source.plain, chain[at].start)
                yield Detail(PHONE, start, chain[at + count - 1].end)
            at += count or 1
    yield from _in_words(source)


def _chains(plain: str, taken: bytearray) -> Iterator[list[_Group]]:
    """Groups of digits that only spaces, dashes, dots or brackets part."""
    chain: list[_Group] = []
    for match in _DIGITS.finditer(plain):
        if taken[match.start()]:
            continue
        group = _Group(match.group(), match.start(), match.end())
        if chain and plain[chain[-1].end : group.start] not in _JOINTS:
            yield chain
            chain = []
        chain.append(group)
    if chain:
        yield chain


def _opening(plain: str, start: int) -> int:
    """Takes a bracket and a plus sign before the first digit along."""
    for mark in ("(", "+", "("):
        if start > 0 and plain[start - 1] == mark:
            start -= 1
    return start


def _longest_number(source: Source, chain: list[_Group], at: int, cues: list[int]) -> int:
    """How many groups from here on make a number; 0 for none. Tries a bounded number of lengths, longest first."""
    plain = source.plain
    first = chain[at]
    if plain[first.start - 1 : first.start] in _MONEY or (first.start and plain[first.start - 1].isalpha()):
        return 0
    international = plain[max(0, first.start - 2) : first.start].endswith(("+", "+("))
    cued = bisect_left(cues, first.start - _CUE_REACH) < bisect_left(cues, first.start + 1)
    fits = _groups_that_fit(chain, at)
    if sum(len(group.digits) for group in chain[at : at + fits]) < _FEWEST_DIGITS:
        return 0
    for count in range(fits, 0, -1):
        groups = [group.digits for group in chain[at : at + count]]
        last = chain[at + count - 1]
        if sum(map(len, groups)) < _FEWEST_DIGITS:
            return 0
        if plain[last.end : last.end + 1].isalpha() or _UNITS.match(plain, last.end):
            continue
        joints = [
            plain[a.end : b.start] for a, b in zip(chain[at : at + count], chain[at + 1 : at + count], strict=False)
        ]
        if _is_date(groups, joints) or _is_counting(groups) or _is_decimal(groups, joints):
            continue
        if _is_number(groups, joints, international=international, cued=cued):
            return count
    return 0


def _groups_that_fit(chain: list[_Group], at: int) -> int:
    digits = count = 0
    for group in chain[at : at + _MOST_GROUPS]:
        digits += len(group.digits)
        if digits > _MOST_DIGITS:
            break
        count += 1
    return count


def _is_date(groups: list[str], joints: list[str]) -> bool:
    lengths = [len(group) for group in groups]
    if len(groups) >= 3 and (max(lengths[:2]) <= 2 and lengths[2] in (2, 4)) and lengths[:3] != [2, 2, 2]:
        return int(groups[0]) <= 31 and int(groups[1]) <= 31
    if len(groups) >= 3 and lengths[0] == 4 and groups[0][:2] in ("19", "20") and max(lengths[1:3]) <= 2:
        return True
    return len(groups) == 3 and lengths == [2, 2, 2] and joints[0] in ("/", ".", "-")


def _is_counting(groups: list[str]) -> bool:
    """1 2 3 4 5 …, or a row of small results."""
    if len(groups) < 5:
        return False
    short = sum(len(group) == 1 for group in groups)
    values = [int(group) for group in groups]
    return short > len(groups) // 2 and all(b - a in (0, 1) for a, b in pairwise(values))


def _is_decimal(groups: list[str], joints: list[str]) -> bool:
    """12.5, or 3.14 0.2: a point between a short whole part and a short fraction."""
    return any(
        joint == "." and min(len(a), len(b)) < 2 for a, b, joint in zip(groups, groups[1:], joints, strict=False)
    )


def _is_number(groups: list[str], joints: list[str], *, international: bool, cued: bool) -> bool:
    digits = "".join(groups)
    if (
        len(digits) in (10, 11)
        and digits.removeprefix("1").startswith(_TOLL_FREE)
        and len(digits.removeprefix("1")) == 10
    ):
        return False
    lengths = [len(group) for group in groups]
    if len(set(digits)) < 3 or ("/" in "".join(joints) and not cued):
        return False
    if international or digits.startswith("00"):
        return 9 <= len(digits) <= 15 and (international or max(lengths) >= 3)
    if digits.startswith(_HELP_LINES):
        return False
    if digits.startswith("0"):
        shaped = lengths[0] >= 2 and min(lengths) >= 2 and len(groups) <= 6
        return shaped and (10 <= len(digits) <= 11 or (len(digits) == 9 and (cued or len(groups) > 1)))
    if _is_american(digits, lengths, joints):
        return True
    if not cued:
        return False
    if lengths in ([3, 4], [7], [4, 4], [3, 3], [6]):
        return len(digits) >= 7 or joints != []
    return 9 <= len(digits) <= 15 and sum(lengths) / len(lengths) >= 2


def _is_american(digits: str, lengths: list[int], joints: list[str]) -> bool:
    if len(digits) == 11 and digits[0] == "1":
        digits, lengths = digits[1:], lengths[1:] if lengths[0] == 1 else [lengths[0] - 1, *lengths[1:]]
    if len(digits) != 10 or digits[0] in "01" or digits[3] in "01" or digits.startswith(_TOLL_FREE):
        return False
    return lengths in ([3, 3, 4], [10], [3, 7], [6, 4])


def _in_words(source: Source) -> Iterator[Detail]:
    """ "oh seven seven double oh nine …": eight digit words or more in a row."""
    words = source.words
    start, count = -1, 0
    for index in range(len(words) + 1):
        word = words.words[index] if index < len(words) else ""
        if word in _SPOKEN or (count and word.isdigit() and len(word) == 1):
            start, count = (start, count + 1) if count else (index, 1)
        elif word == "#pause" and count:
            continue
        else:
            if count >= 8:
                end = index - 1
                while words.words[end].startswith("#"):
                    end -= 1
                yield Detail(SPOKEN, words.starts[start], words.ends[end])
            start, count = -1, 0
