"""For support staff: when would this ring? The same answer as the person sees before saving."""

import json
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from portal.core.errors import RuleViolation
from selfcare import rules
from selfcare.due import rhythms
from selfcare.due.words import next_times
from selfcare.models import Activity

ALSO = {"zone", "now", "language"}


def activity_of(spec: dict[str, Any], now: datetime) -> Activity:
    """The activity that a spec describes, not saved. Raises CommandError with what is wrong."""
    if unknown := set(spec) - rhythms.PARTS - ALSO:
        raise CommandError(
            f"Nobody knows {', '.join(sorted(unknown))}. Known: {', '.join(sorted(rhythms.PARTS | ALSO))}."
        )
    zone = ZoneInfo(spec["zone"])
    today = now.astimezone(zone).date()
    one = Activity(kind="other", home_zone=zone.key, starts_on=today, anchor_at=now)
    try:
        rhythms.set_rhythm(one, spec, zone)
    except RuleViolation as no:
        raise CommandError(f"{no.field}: {no.message}") from no
    if one.cycle_length and one.cycle_from is None:
        one.cycle_from = one.starts_on
    if problem := rules.problem_of_rhythm(one):
        raise CommandError(f"{problem.field}: {problem.sentence}")
    return one


class Command(BaseCommand):
    help = (
        "Print the next three times of a schedule in words. SPEC.json holds zone (such as Europe/London), now (may be "
        "left out) and the rhythm: times, spread, every_minutes or after_minutes, with window or first_time; weekdays, "
        "every_days or cycle; starts_on, ends_on, without; travel (follow, home or spaced). See docs/operations.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("spec", help="a JSON file")
        parser.add_argument("--json", action="store_true", help="one JSON object a line: at (UTC) and words")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            spec = json.loads(Path(options["spec"]).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CommandError(f"{options['spec']} cannot be read: {error}") from error
        if not isinstance(spec, dict) or spec.get("zone") not in available_timezones():
            raise CommandError("zone: write a time zone, such as Europe/London.")
        now = self._now(spec)
        with translation.override(spec.get("language", "en")):
            times = next_times(activity_of(spec, now), spec["zone"], now)
            for at, words in times:
                line = {"at": f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}", "words": words}
                self.stdout.write(json.dumps(line, ensure_ascii=False) if options["json"] else words)
        if not times and not options["json"]:
            self.stdout.write("No more times are planned.")

    def _now(self, spec: dict[str, Any]) -> datetime:
        """`now` of the spec: with an offset, or by the clock of its zone."""
        if "now" not in spec:
            return timezone.now()
        try:
            now = datetime.fromisoformat(spec["now"])
        except (TypeError, ValueError) as error:
            raise CommandError("now: write it such as 2026-06-10T09:00.") from error
        return now if now.tzinfo else now.replace(tzinfo=ZoneInfo(spec["zone"]))
