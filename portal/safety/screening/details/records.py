"""Numbers under which an institution knows a person, and dates of birth."""

import re
from collections.abc import Iterator

from ..findings import Band
from .detail import Detail, DetailRule, Source

RECORD = DetailRule(
    "details.record-number", 1, "record_number", Band.AMBER, "A hospital, health service or insurance number."
)
BIRTH = DetailRule("details.date-of-birth", 1, "date_of_birth", Band.AMBER, "A date of birth.")
RULES = (RECORD, BIRTH)

_CUE = re.compile(
    r"(?<![a-z0-9])(?:(?:nhs|hospital|hosp|patient|medical record|health record|record|chi|medicare|medicaid|insurance|policy|membership"
    r"|social security|national insurance|passport|case|file|unit|hosp\.|reference|account|driving licence)"
    r" ?(?:number|num|no|nr|id|ref|#)|mrn|ssn|nino|ehic|tc kimlik|patient identifier|hospital id)(?![a-z0-9])"
)
_VALUE = re.compile(
    r"\.?\s{0,2}+(?:is|was|:|=|#|-)?\s{0,2}+:?\s{0,2}+#?([a-z]{0,3}+[ -]?\d[a-z0-9]*+(?:[ /-][a-z0-9]*\d[a-z0-9]*+){0,5}+)"
)
_THREES = re.compile(r"(?<![\d.,+-])\d{3}([ -]?)\d{3}\1\d{4}(?![\d.,-]\d|\d)")
_SOCIAL_SECURITY = re.compile(r"(?<![\d-])(?!000|666|9)\d{3}-\d{2}-\d{4}(?![\d-])")
_NATIONAL_INSURANCE = re.compile(
    r"(?<![a-z0-9])[a-ceghj-prstw-z][a-ceghj-nprstw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d](?![a-z0-9])"
)
_BORN = re.compile(
    r"(?<![a-z])(?:d\.?o\.?b\.?|date of birth|birth date|born on|born)(?![a-z])\s{0,2}+(?:is|was|:|=|-|on)?\s{0,2}+(?:the )?"
)
_DATE = re.compile(
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]{3,9},? \d{4}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
)


def scan(source: Source, taken: bytearray) -> Iterator[Detail]:
    plain = source.plain
    for cue in _CUE.finditer(plain):
        value = _VALUE.match(plain, cue.end())
        if value and sum(char.isdigit() for char in value.group(1)) >= 5:
            yield Detail(RECORD, value.start(1), value.end(1))
    for match in _THREES.finditer(plain):
        near = source.before(match.start(), 40)
        if is_nhs_number(match.group()) and ("nhs" in near or (match.group(1) == " " and match.group()[0] in "4679")):
            yield Detail(RECORD, match.start(), match.end())
    for pattern in (_SOCIAL_SECURITY, _NATIONAL_INSURANCE):
        for match in pattern.finditer(plain):
            yield Detail(RECORD, match.start(), match.end())
    for born in _BORN.finditer(plain):
        date = _DATE.match(plain, born.end())
        if date:
            yield Detail(BIRTH, date.start(), date.end())


def is_nhs_number(text: str) -> bool:
    """Ten digits whose last one checks the others (modulus 11)."""
    digits = [int(char) for char in text if char.isdigit()]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    check = 11 - sum(digit * (10 - index) for index, digit in enumerate(digits[:9])) % 11
    return check != 10 and digits[9] == check % 11
