"""Help lines for tests."""

from typing import Any

from portal.safety.models import HelpLine, HelpLineName
from portal.safety.screening.findings import Band, Finding, Kind


def make_help_line(**fields: Any) -> HelpLine:
    """One line with an English name."""
    name = fields.pop("name", "Test line")
    fields = {"country": "GB", "purpose": "emergency", "number": "999", "source": "https://example.org/", **fields}
    line = HelpLine.objects.create(**fields)
    HelpLineName.objects.create(line=line, language="en", name=name)
    return line


def make_finding(kind: Kind = Kind.CRISIS, band: Band = Band.CRISIS, **fields: Any) -> Finding:
    fields = {"start": 0, "end": 4, "rule_id": "test.rule", "rule_version": 1, **fields}
    return Finding(kind=kind, band=band, **fields)
