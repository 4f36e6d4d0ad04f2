"""The steps of an activity: words, and beside them a drawing of ours or a picture, with what it shows in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.core.pictures import KEY

DRAWINGS = {
    "sit-to-stand": _("Standing up from a chair"),
    "sit-tall": _("Sitting tall"),
    "posture-both-feet": _("Both feet on the floor"),
    "thigh-squeeze": _("Tightening the thigh"),
    "heel-raise": _("Raising the heels"),
    "wall-push": _("Pushing against a wall"),
    "step-up": _("Stepping up"),
    "band-pull": _("Pulling a band"),
    "bag-lift": _("Lifting a bag"),
    "pelvic-tilt": _("Pelvic tilt"),
    "knee-roll": _("Knee roll"),
    "walk": _("Walking"),
    "talk-test": _("Walking and talking"),
    "turn-back": _("Turning back"),
    "shoes": _("A shoe"),
    "breathe": _("Breathing in and out"),
    "put-feet-up": _("Resting with the feet up"),
    "dim-light": _("Dim light"),
    "wrapped-pack": _("A wrapped pack"),
    "timer": _("A timer"),
    "small-plate": _("A small plate"),
    "small-sips": _("A cup"),
    "weigh": _("Weighing"),
    "feet-on-stool": _("Sitting with the feet on a stool"),
}
MOST_STEPS, LONGEST_STEP, LONGEST_ALT = 12, 300, 200


@dataclass(frozen=True, slots=True)
class Step:
    """`drawing` and `picture` are keys; at most one of them is there. `width` and `height` are of the picture."""

    words: str
    alt: str = ""
    drawing: str = ""
    picture: str = ""
    width: int = 0
    height: int = 0


def steps_of(said: Mapping[str, Any]) -> list[Step]:
    """The steps in an activity's words. One without a picture may be written as its words alone."""
    return [_step(one) for one in said.get("steps") or []]


def _step(one: Any) -> Step:
    if not isinstance(one, Mapping):
        return Step(str(one))
    key = str(one.get("picture") or "")
    size = KEY.fullmatch(key)
    width, height = (int(size[1]), int(size[2])) if size else (0, 0)
    return Step(str(one["words"]), str(one.get("alt") or ""), str(one.get("drawing") or ""), key, width, height)


def written(step: Step) -> str | dict[str, str]:
    """As a template keeps it."""
    if not step.drawing and not step.picture:
        return step.words
    shown = {"drawing": step.drawing} if step.drawing else {"picture": step.picture}
    return {"words": step.words, **shown, "alt": step.alt}


def pictures_in(texts: Iterable[Mapping[str, Any]]) -> set[str]:
    """The keys of all pictures in the words of a template, over all languages."""
    activities = (said for words in texts for said in words["activity_words"].values())
    return {step.picture for said in activities for step in steps_of(said) if step.picture}


def problems_of_steps(key: str, steps: object) -> list[str]:
    """Steps are a list; each is words, or `{"words", "drawing" or "picture", "alt"}`."""
    if not isinstance(steps, list) or len(steps) > MOST_STEPS:
        return [f"The steps of {key} are a list of at most {MOST_STEPS}."]
    problems = []
    for number, one in enumerate(steps, 1):
        where = f"{key}, step {number}"
        if isinstance(one, str):
            continue
        if not isinstance(one, dict) or not isinstance(one.get("words"), str) or not one["words"].strip():
            problems.append(f"{where} needs its words.")
        elif set(one) - {"words", "drawing", "picture", "alt"}:
            problems.append(f"{where} has parts that nobody knows.")
        elif bool(one.get("drawing")) == bool(one.get("picture")):
            problems.append(f"{where} has a drawing or a picture: one of them.")
        elif one.get("drawing") and one["drawing"] not in DRAWINGS:
            problems.append(f"{where}: there is no drawing of that name.")
        elif one.get("picture") and not KEY.fullmatch(str(one["picture"])):
            problems.append(f"{where}: this is not the name of a picture.")
        elif not str(one.get("alt") or "").strip():
            problems.append(f"{where}: say in words what the picture shows.")
    return problems
