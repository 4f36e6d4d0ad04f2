"""Finds personal details: scanners over the characters of a text, each linear in its length."""

from collections.abc import Sequence

from ..findings import Band, Finding, Kind
from ..normalise import Normalised
from ..words import Words
from . import addresses, contacts, links, names, phones, records
from .detail import Detail, Source

# Where details overlap, the earlier scanner in this list is believed.
SCANNERS = (records.scan, links.scan, contacts.scan, phones.scan, addresses.scan, names.scan)

RULES = (*records.RULES, *links.RULES, *contacts.RULES, *phones.RULES, *addresses.RULES, *names.RULES)


def scan(normal: Normalised, words: Words) -> list[Detail]:
    source = Source(normal.plain, normal.cased, words)
    taken = bytearray(len(normal.plain))
    details: list[Detail] = []
    for scanner in SCANNERS:
        for detail in scanner(source, taken):
            if not any(taken[detail.start : detail.end]):
                details.append(detail)
                taken[detail.start : detail.end] = b"\x01" * (detail.end - detail.start)
    return sorted(details, key=lambda detail: detail.start)


def findings(details: Sequence[Detail], normal: Normalised) -> list[Finding]:
    found = []
    for detail in details:
        start, end = normal.span(detail.start, detail.end)
        rule = detail.rule
        found.append(Finding(Kind.PERSONAL_DETAILS, rule.band, start, end, rule.id, rule.version, rule.subkind))
    return found


__all__ = ["RULES", "Band", "Detail", "findings", "scan"]
