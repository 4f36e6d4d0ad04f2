"""The shapes of a template's JSON columns. Each check returns sentences; no sentence means that the value is good."""

from typing import Any

from portal.core.errors import RuleViolation
from selfcare.due import rhythms
from selfcare.steps import problems_of_steps

KINDS = {"exercise", "diet", "hydration", "rest", "heat-cold", "check-in", "other"}
ANSWERS = ("no", "yes", "unsure")


def problems_of_gate(value: object) -> list[str]:
    """A gate is a list of `{"key", "safe": "no"|"yes"}` with keys that differ. `danger` (true, "urgent" or
    "crisis") says that an answer which is not safe leads to help first. `then` "lighter" lets the unsafe answer
    start with less; without it the plan waits for the team, as it always does when the answer is not known."""
    if not isinstance(value, list):
        return ["A gate is a list of questions."]
    problems = []
    for number, question in enumerate(value, 1):
        if not isinstance(question, dict) or not question.get("key"):
            problems.append(f"Question {number} needs a key.")
        elif question.get("safe") not in {"no", "yes"}:
            problems.append(f"Question {number}: the safe answer is no or yes. Not sure is never safe.")
        elif question.get("danger") not in {None, False, True, "urgent", "crisis"}:
            problems.append(f"Question {number}: danger is true, urgent or crisis.")
        elif question.get("then") not in {None, "lighter", "locked"}:
            problems.append(f"Question {number}: then is lighter or locked. Not sure is always locked.")
        elif set(question) - {"key", "safe", "danger", "then"}:
            problems.append(f"Question {number} has parts that nobody knows.")
    if len({str(q.get("key")) for q in value if isinstance(q, dict)}) != len(value):
        problems.append("Two questions have the same key.")
    return problems


def problems_of_activities(value: object) -> list[str]:
    """Activities are a list that is not empty; each says when in the words of
    selfcare/due/rhythms.py."""
    if not isinstance(value, list) or not value:
        return ["A template has at least one activity."]
    problems = []
    for number, activity in enumerate(value, 1):
        problems += [f"Activity {number}: {problem}" for problem in _problems_of_activity(activity)]
    if len({str(a.get("key")) for a in value if isinstance(a, dict)}) != len(value):
        problems.append("Two activities have the same key.")
    return problems


KNOWN = {
    "key", "kind", "minutes", "ml", "weeks", "days", "essential", "up_to", "times", "spread", "every_minutes",
    "after_minutes", "window", "weekdays", "every_days", "cycle", "follows",
}  # fmt: skip


def _problems_of_activity(activity: Any) -> list[str]:
    if not isinstance(activity, dict) or not activity.get("key"):
        return ["it needs a key."]
    problems = []
    if activity.get("kind") not in KINDS:
        problems.append("its kind is not known.")
    if unknown := set(activity) - KNOWN:
        problems.append(f"nobody knows {', '.join(sorted(unknown))}.")
    follows = activity.get("follows", 1)
    if isinstance(follows, bool) or not isinstance(follows, int) or not 1 <= follows <= 14:
        problems.append("follows is 1 to 14 days, from each treatment day on.")
    up_to = activity.get("up_to", 600)
    if not isinstance(up_to, int) or not activity.get("minutes", 1) <= up_to <= 600:
        problems.append("up_to is the minutes that it may grow to.")
    return problems + _problems_of_rhythm(activity)


def _problems_of_rhythm(activity: dict[str, Any]) -> list[str]:
    """Templates keep to what is quickly explained: whole numbers, windows inside a day."""
    try:
        found = rhythms.columns(activity)
    except RuleViolation as no:
        return [f"{no.field} cannot be read; times are written such as 09:00."]
    problems = []
    kind, first, last = found.get("schedule_kind"), found.get("window_from"), found.get("window_to")
    if kind is None or (kind == "wall" and not 1 <= len(found["times"]) <= 12):
        problems.append("it needs times, such as 09:00, or spread, every_minutes or after_minutes.")
    if kind == "spread" and not 1 <= found["spread"] <= 12:
        problems.append("spread is between 1 and 12.")
    if kind in {"elapsed", "after"} and not 15 <= found["every_minutes"] <= 1440:
        problems.append("minutes are between 15 and 1440.")
    if kind in {"spread", "elapsed", "after"} and not (first and last and first < last):
        problems.append("window is two times, such as 08:00 and 20:00.")
    days = found.get("weekdays", [0])
    if not days or not set(days) <= set(range(7)):
        problems.append("weekdays are numbers from 0, Monday, to 6, Sunday.")
    if activity.get("cycle") and not _is_cycle(found):
        problems.append("a cycle has a length of 2 to 90 days, and days from 1 to its length.")
    return problems


def _is_cycle(found: dict[str, Any]) -> bool:
    length, days = found["cycle_length"], found["cycle_days"]
    return bool(length and 2 <= length <= 90 and days and set(days) <= set(range(1, length + 1)))


def problems_of_words(value: object) -> list[str]:
    if not isinstance(value, dict) or not all(isinstance(one, dict) for one in value.values()):
        return ["Words are grouped by the key of what they describe."]
    asked = [(key, one["steps"]) for key, one in value.items() if "steps" in one]
    return [problem for key, steps in asked for problem in problems_of_steps(key, steps)]
