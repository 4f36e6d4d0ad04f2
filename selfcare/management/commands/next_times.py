"""For support staff: when would this ring? The same answer as the person sees before saving."""

import json
import sys
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
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
        parser.add_argument("spec", help="a JSON file, or - for what is typed or piped in")
        parser.add_argument("--json", action="store_true", help="one JSON object a line: at (UTC) and words")

    def handle(self, *args: Any, **options: Any) -> None:
        spec = self._read(options["spec"])
        if not isinstance(spec, dict) or spec.get("zone") not in [*available_timezones()]:
            raise CommandError("zone: write a time zone, such as Europe/London.")
        language = spec.get("language", "en")
        if language not in [code for code, _name in settings.LANGUAGES]:
            raise CommandError(f"language: {', '.join(code for code, _name in settings.LANGUAGES)}.")
        now = self._now(spec)
        with translation.override(language):
            times = next_times(activity_of(spec, now), spec["zone"], now)
            for at, words in times:
                line = {"at": f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}", "words": words}
                self.stdout.write(json.dumps(line, ensure_ascii=False) if options["json"] else words)
        if not times and not options["json"]:
            self.stdout.write("No more times are planned.")

    def _read(self, name: str) -> Any:
        try:
            return json.loads(sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise CommandError(f"{name} cannot be read: {error}") from error

    def _now(self, spec: dict[str, Any]) -> datetime:
        """`now` of the spec: with an offset, or by the clock of its zone."""
        if "now" not in spec:
            return timezone.now()
        try:
            now = datetime.fromisoformat(spec["now"])
        except (TypeError, ValueError) as error:
            raise CommandError("now: write it such as 2026-06-10T09:00.") from error
        if problem := rules.problem_of_day("now", now.date()):
            raise CommandError(f"now: {problem.sentence}.")
        return now if now.tzinfo else now.replace(tzinfo=ZoneInfo(spec["zone"]))
