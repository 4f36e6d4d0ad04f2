"""The labelled sentences, and how their figures are counted.

Sets a to f were each written without looking at the rules, measured once, and then used to better them. What they
showed before that is kept here, because it says how far the rules carry beyond what they were made from:

    set   character                         explicit   implicit   false alarms
    a     hard, oblique                      74 %       28 %        4.8 %
    b     hard, many short ones              77 %       49 %        9.4 %
    c     hard, long and unusual             76 %       19 %        9.2 %
    d     mixed                              77 %       62 %        3.3 %
    e     plain statements                   96 %       85 %        3.9 %
    f     mixed                              83 %       44 %        4.9 %

Set g was written last and has never been used for anything but measuring.
"""

from pathlib import Path

from portal.safety.screening import Finding, screen

SETS = Path(__file__).parent / "sets"
TUNED = ("heldout_a", "heldout_b", "heldout_c", "heldout_d", "heldout_e", "heldout_f")


def load(name: str) -> list[str]:
    lines = (SETS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def load_pairs(name: str) -> list[tuple[str, str]]:
    pairs = [line.split(" | ", 1) for line in load(name)]
    return [(label, sentence) for label, sentence in pairs]


def urgent(text: str, kind: str) -> list[Finding]:
    """What calls a person at once: crisis or red band."""
    return [finding for finding in screen(text) if finding.kind == kind and finding.urgent]


def missed(sentences: list[str], kind: str = "crisis") -> list[str]:
    return [sentence for sentence in sentences if not urgent(sentence, kind)]


def false_alarms(sentences: list[str], kind: str = "crisis") -> list[str]:
    return [sentence for sentence in sentences if urgent(sentence, kind)]


def share(part: list[str], whole: list[str]) -> float:
    return len(part) / len(whole)
