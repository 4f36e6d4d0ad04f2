"""Publishing help lines: from the rows that staff edit to the file that readers use."""

from typing import Any

from django.db import transaction

from portal.safety.models import HelpLine, HelpLineName
from portal.safety.published import shipped_rows, write


def as_row(line: HelpLine) -> dict[str, Any]:
    row: dict[str, Any] = {
        "country": line.country,
        "purpose": line.purpose,
        "number": line.number,
        "url": line.url,
        "position": line.position,
        "source": line.source,
        "checked_on": line.checked_on.isoformat() if line.checked_on else None,
    }
    names = {name.language: name for name in line.names.all()}
    for language, name in names.items():
        row[language] = {"name": name.name, "summary": name.summary, "hours": name.hours}
    if "en" not in row and names:
        row["en"] = row[min(names)]
    return row


def publish_help_lines() -> int:
    """Write this machine's copy from the rows; returns how many lines it holds, 0 when nothing was written."""
    rows = [as_row(line) for line in HelpLine.objects.prefetch_related("names")]
    rows = [row for row in rows if "en" in row]
    return len(rows) if write(rows) else 0


def publish_on_commit() -> None:
    """For whoever changed a line: readers get it as soon as the change is certain."""
    transaction.on_commit(lambda: publish_help_lines() and None, robust=True)


@transaction.atomic
def load_help_lines() -> int:
    """Add the shipped lines of countries and purposes that have none yet; what staff changed stays. Publishes.

    Returns how many were added.
    """
    held = set(HelpLine.objects.values_list("country", "purpose"))
    added = 0
    for row in shipped_rows():
        if (row["country"], row["purpose"]) in held:
            continue
        fields = {key: value for key, value in row.items() if key != "en"}
        line = HelpLine.objects.create(**fields)
        HelpLineName.objects.create(line=line, language="en", **row["en"])
        added += 1
    publish_on_commit()
    return added
