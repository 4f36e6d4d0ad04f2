"""The shapes of a template's JSON columns. Each check returns sentences; no sentence means that the value is good."""

import re
from typing import Any

TIME = re.compile(r"^([01]\d|2[0-3]):[0-5]\d$")
KINDS = {"exercise", "diet", "hydration", "rest", "check-in"}
ANSWERS = ("no", "yes", "unsure")


def problems_of_gate(value: object) -> list[str]:
    """A gate is a list of `{"key", "safe": "no"|"yes"}` with keys that differ. `danger` (true, "urgent" or
    "crisis") says that an answer which is not safe leads to help first."""
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
        elif set(question) - {"key", "safe", "danger"}:
            problems.append(f"Question {number} has parts that nobody knows.")
    if len({str(q.get("key")) for q in value if isinstance(q, dict)}) != len(value):
        problems.append("Two questions have the same key.")
    return problems


def problems_of_activities(value: object) -> list[str]:
    """Activities are a list that is not empty; each has either `times` or `every_minutes` with a window."""
    if not isinstance(value, list) or not value:
        return ["A template has at least one activity."]
    problems = []
    for number, activity in enumerate(value, 1):
        problems += [f"Activity {number}: {problem}" for problem in _problems_of_activity(activity)]
    if len({str(a.get("key")) for a in value if isinstance(a, dict)}) != len(value):
        problems.append("Two activities have the same key.")
    return problems


KNOWN = {
    "key", "kind", "minutes", "ml", "times", "weekdays", "weeks", "days", "essential", "every_minutes", "window",
}  # fmt: skip


def _problems_of_activity(activity: Any) -> list[str]:
    if not isinstance(activity, dict) or not activity.get("key"):
        return ["it needs a key."]
    problems = []
    if activity.get("kind") not in KINDS:
        problems.append("its kind is not known.")
    if unknown := set(activity) - KNOWN:
        problems.append(f"nobody knows {', '.join(sorted(unknown))}.")
    if "every_minutes" in activity:
        window = activity.get("window", [])
        if not 5 <= activity["every_minutes"] <= 1440:
            problems.append("every_minutes is between 5 and 1440.")
        if not (len(window) == 2 and all(TIME.match(str(one)) for one in window)):
            problems.append("window is two times, such as 08:00 and 20:00.")
    elif not activity.get("times") or not all(TIME.match(str(one)) for one in activity["times"]):
        problems.append("times are written such as 09:00.")
    days = activity.get("weekdays", [0])
    if not days or not all(isinstance(day, int) and 0 <= day <= 6 for day in days):
        problems.append("weekdays are numbers from 0, Monday, to 6, Sunday.")
    return problems


def problems_of_words(value: object) -> list[str]:
    if not isinstance(value, dict) or not all(isinstance(one, dict) for one in value.values()):
        return ["Words are grouped by the key of what they describe."]
    return []
