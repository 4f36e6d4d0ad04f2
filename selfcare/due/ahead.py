"""A rule looked at once for all activities that share it: planning works out each rule and zone, not each row."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from selfcare import rules
from selfcare.due.days import DAY
from selfcare.due.schedule import Schedule, first_slot, slots

BEHIND, BEYOND = 3 * DAY, 2 * DAY  # of the end that is asked for: planning looks back one day and ahead two
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Coming:
    """One slot with its two ends, and its times as the database reads them."""

    key: str
    due_at: datetime
    not_after: datetime
    due: str
    told_until: str
    closes: str


@dataclass(frozen=True, slots=True)
class View:
    """All slots with `since <= due_at < until`."""

    since: datetime
    until: datetime
    keys: Sequence[str]
    dues: Sequence[datetime]
    coming: list[Coming | None]  # made when they are first asked for


class Ahead:
    """The slots of one rule in one zone. `shared`: more than is asked for is worked out, so that those who ask next
    find it. Answers as the calculator does, whatever was asked before; threads may share it, because what it
    remembers is replaced whole."""

    def __init__(self, rule: Schedule, zone: ZoneInfo, kind: str, *, shared: bool = False) -> None:
        self.rule, self.zone, self.kind, self.shared = rule, zone, kind, shared
        self.view = View(NEVER, NEVER, (), (), [])
        self.last: tuple[datetime, datetime | None] | None = None

    def between(self, start: datetime, end: datetime) -> Sequence[Coming]:
        """Every slot with `start <= due_at < end`, in order of time."""
        view = self.view
        if start < view.since or end > view.until:
            view = self.view = self._look(start, end)
        places = range(bisect_left(view.dues, start), bisect_left(view.dues, end))
        return [view.coming[place] or self._coming(view, place) for place in places]

    def first(self, moment: datetime) -> datetime | None:
        """When the first slot at or after a moment is due, or None when the rule has ended."""
        view, last = self.view, self.last
        if view.since <= moment < view.until and (place := bisect_left(view.dues, moment)) < len(view.dues):
            return view.dues[place]
        if last is None or not _answers(last, moment):
            following = first_slot(self.rule, self.zone, moment)
            last = self.last = moment, following.due_at if following else None
        return last[1]

    def _look(self, start: datetime, end: datetime) -> View:
        since, until = start, end
        if self.shared:
            midnight = end.replace(hour=0, minute=0, second=0, microsecond=0)
            since, until = min(start, midnight - BEHIND), midnight + BEYOND
        found = slots(self.rule, self.zone, since, until)
        return View(since, until, [one.key for one in found], [one.due_at for one in found], [None] * len(found))

    def _coming(self, view: View, place: int) -> Coming:
        key, due_at = view.keys[place], view.dues[place]
        not_after, closes_at = rules.limits(self.kind, due_at, self.zone)
        ends = due_at.isoformat(), not_after.isoformat(), closes_at.isoformat()
        made = view.coming[place] = Coming(key, due_at, not_after, *ends)
        return made


def _answers(last: tuple[datetime, datetime | None], moment: datetime) -> bool:
    """Whether what was found from one moment on is also first from another on. Nothing found says nothing of a later
    moment: a rare rule is looked for only so far."""
    asked, found = last
    return moment == asked or (found is not None and asked <= moment <= found)
