"""The labelled sentences, and how their figures are counted.

Sets a to k were each written without looking at the rules, measured once, and then used to better them. What they
showed before that is kept here, because it says how far the rules carry beyond what they were made from. The
ordinary sentences are near misses on purpose, so everyday talk raises far fewer alarms than they do.

    set   character                         explicit   implicit   false alarms
    a     hard, oblique                      74 %       28 %        4.8 %
    b     hard, many short ones              77 %       49 %        9.4 %
    c     hard, long and unusual             76 %       19 %        9.2 %
    d     mixed                              77 %       62 %        3.3 %
    e     plain statements                   96 %       85 %        3.9 %
    f     mixed                              83 %       44 %        4.9 %
    g     mixed                              86 %       52 %        2.3 %
    h     the oblique tail                   69 %       25 %        5.7 %
    i     plain and mixed                    88 %       64 %        0.7 %
    j     plain and mixed                    88 %       68 %        4.2 %
    k     plain and mixed                    89 %       62 %        3.8 %

Set l, plain statements, was written last and has never been used for anything but measuring.
"""

from pathlib import Path

from portal.safety.screening import Finding, screen

SETS = Path(__file__).parent / "sets"
TUNED = tuple(f"heldout_{letter}" for letter in "abcdefghijk")


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
