"""What kind of answer a question wants, as the stems of headings under which such answers stand."""

import re

from portal.safety.screening import screen

DANGERS = {"cord": "spinal cord compression"}
"""What a danger sign may be the sign of: people who need that guide do not know its name."""
INTENTS = (
    (r"symptoms?|signs?|feels? like|notice", ("symptom", "sign")),
    (r"treat\w*|cure[sd]?|medicines?|medications?|therap\w+|surgery|remed\w+", ("treatment", "therapi", "manag")),
    (r"caus\w+|why do|why does|reasons?", ("caus",)),
    (r"prevent\w*|avoid|lower (?:my|the|your) risk", ("prevent",)),
    (r"diagnos\w+|tests?|tested|exams?|screen\w*", ("diagnosi", "exam", "test", "diagnos")),
    (r"outlook|prognosis|survive|survival|life expectancy|how long", ("outlook", "prognosi", "stage")),
    (
        r"inherit\w*|hereditary|pass(?:ed)? (?:on|down)|run in (?:the |my )?famil\w+|genes?|genetic",
        ("inherit", "genet"),
    ),
    (r"how (?:many|common|often)|frequency|rare", ("frequenc",)),
    (r"risks?|at risk|chances? of getting", ("risk", "suscept")),
    (r"stages?", ("stage",)),
    (r"complications?", ("complic",)),
    (r"research|trials?|stud(?:y|ies)", ("research", "trial")),
    (r"what (?:is|are) (?!the|my)", ("inform", "overview")),
)


def intents(text: str) -> tuple[str, ...]:
    """The stems of the headings that a question looks for; none where it does not say."""
    said = " ".join(text.lower().split())
    found = [stem for words, stems in INTENTS if re.search(rf"\b(?:{words})\b", said) for stem in stems]
    return tuple(dict.fromkeys(found))


def dangers(text: str) -> str:
    """Names of what the danger signs in a question may mean; empty for nearly all questions."""
    kinds = dict.fromkeys(finding.subkind for finding in screen(text[:4000]))
    return " ".join(DANGERS[kind] for kind in kinds if kind in DANGERS)
