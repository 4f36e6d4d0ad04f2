"""The labelled sentences, and how their figures are counted.

Every set was written without looking at the rules, measured once, and only then used to better them. What it showed at
that first look is kept here, because it says how far the rules carry beyond what they were made from. The ordinary
sentences are near misses on purpose, so everyday talk raises far fewer alarms than they do.

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
    l     plain statements                   93 %       80 %        5.6 %
    1     mixed, all ages and roles          89 %       42 %        4.8 %
    2     the oblique tail                   77 %       15 %        3.3 %
    3     mixed                              85 %       36 %        8.3 %
    4     mixed, unusual means               79 %       39 %        5.4 %
    5     plain and mixed                    93 %       51 %        7.1 %
    6     plain and mixed                    92 %       62 %        6.9 %
    7     plain and mixed                    89 %       64 %        4.7 %
    8     plain and mixed                    87 %       46 %        5.3 %
    9     plain statements                   89 %       87 %        4.4 %
   10     unusual means, odd words           74 %       37 %       10.5 %
   11     long posts, literary               67 %       16 %       12.0 %
   12     plain statements                  100 %       77 %        2.5 %
   13     plain statements                  100 %       80 %        0.0 %
   14     plain and mixed                    96 %       60 %        3.0 %
   15     by an outside author               84 %       58 %        3.1 %
   16     by the same outside author         88 %       72 %        2.6 %

The last two rounds are the halves of a set whose author knew neither the rules nor the other rounds. The rules were
bettered with the fifteenth; the sixteenth was measured afterwards and never looked at.

The numbered rounds hold {label, text} lines; `manage.py screen_figures` reads them and says which rule fires.
"""

import json
from pathlib import Path

from portal.safety.screening import Finding, screen

SETS = Path(__file__).parent / "sets"
TUNED = tuple(f"heldout_{letter}" for letter in "abcdefghijkl")
ROUNDS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 14, 15)
UNSEEN = (9, 13, 16)  # measured, and never looked at
PARTS = ("develop", "measure")  # by the hash of the text


def load(name: str) -> list[str]:
    lines = (SETS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def load_pairs(name: str) -> list[tuple[str, str]]:
    pairs = [line.split(" | ", 1) for line in load(name)]
    return [(label, sentence) for label, sentence in pairs]


def load_round(name: str, label: str) -> list[str]:
    """Both parts of a round: one was looked at first, the other measured before it was looked at too."""
    lines = [
        line for part in PARTS for line in (SETS / f"{name}_{part}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return [said["text"] for said in map(json.loads, lines) if said["label"] == label]


def urgent(text: str, kind: str) -> list[Finding]:
    """What calls a person at once: crisis or red band."""
    return [finding for finding in screen(text) if finding.kind == kind and finding.urgent]


def missed(sentences: list[str], kind: str = "crisis") -> list[str]:
    return [sentence for sentence in sentences if not urgent(sentence, kind)]


def false_alarms(sentences: list[str], kind: str = "crisis") -> list[str]:
    return [sentence for sentence in sentences if urgent(sentence, kind)]


def share(part: list[str], whole: list[str]) -> float:
    return len(part) / len(whole)
