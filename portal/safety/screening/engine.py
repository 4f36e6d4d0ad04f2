"""Reads a text once and says what a person should look at."""

from bisect import bisect_left
from functools import cache

from . import details, temperature
from .context import Context
from .findings import URGENCY, Finding, Kind
from .lexicon import CLASSES, DENIALS, FILLERS
from .matching import Match, Matcher, Steps
from .normalise import Normalised, normalise
from .resolve import Resolver
from .rule import Sign
from .rules import COMBINATIONS, SIGNALS, SURROUNDINGS
from .verdicts import Verdict, judge
from .words import Tokeniser, Words

GENERAL = "crisis.form."
LINK = Sign("link", "", denial=False, kind=Kind.SOLICITING)


class Engine:
    """The compiled rule books. Building takes about a second, so there is one a process; it keeps nothing of a text."""

    def __init__(self) -> None:
        self.signals = Matcher(SIGNALS, CLASSES, fillers=FILLERS, denials=DENIALS)
        self.surroundings = Matcher(SURROUNDINGS, CLASSES, fillers=FILLERS, denials=DENIALS)
        self.tokeniser = Tokeniser(Resolver(self.signals.vocabulary | self.surroundings.vocabulary))

    def verdicts(self, words: Words, measured: list[Match], steps: Steps) -> list[Verdict]:
        """`measured` are signs that no phrase finds: temperatures, links."""
        signals = self.signals.find(words, self.signals.symbols(words), words.spans, steps)
        signals = sorted(signals + measured, key=lambda match: (match.first, match.end))
        if not signals:
            return []
        touched = sorted({words.sentences[match.first] for match in signals})
        spans = [words.spans[sentence] for sentence in touched]
        around = self.surroundings.find(words, self.surroundings.symbols(words), spans, steps)
        return judge(signals, around, COMBINATIONS, Context(words, around))


@cache
def engine() -> Engine:
    return Engine()


def warm_up() -> None:
    """Compiles the rule books now rather than with the first text; for the start of a server process."""
    engine()


@cache
def _reasons() -> dict[str, str]:
    books = (*SIGNALS, *COMBINATIONS, *details.RULES)
    return {rule.id: rule.reason for rule in books if not isinstance(rule, Sign)}


def explain(rule_id: str) -> str:
    """Why this rule exists, in one English sentence. Raises KeyError for an id that never was one."""
    return _reasons()[rule_id]


def screen(
    text: str, locale: str = "en", *, fever_threshold_c: float = temperature.DEFAULT_THRESHOLD_C
) -> tuple[Finding, ...]:
    """What a person should look at in this text, in order of place.

    The rule books are English and read every text, whatever its `locale`: people mix languages, and personal details
    look alike in most. A language of its own gets a book of its own. `fever_threshold_c` is a site's setting, in °C.
    """
    findings, _ = screen_counted(text, locale, fever_threshold_c=fever_threshold_c)
    return findings


def screen_counted(
    text: str, locale: str = "en", *, fever_threshold_c: float = temperature.DEFAULT_THRESHOLD_C
) -> tuple[tuple[Finding, ...], Steps]:
    """The findings, and the work they took: characters and words read, positions of the automaton visited."""
    steps = Steps(len(text))
    normal = normalise(text)
    words = engine().tokeniser.cut(normal)
    steps.taken += len(normal.plain) + len(words)
    found = details.scan(normal, words)
    measured = temperature.signs(words, normal.plain, fever_threshold_c) + _links(found, words)
    findings = [_finding(verdict, words, normal) for verdict in engine().verdicts(words, measured, steps)]
    findings += details.findings(found, normal)
    return tuple(sorted(_closest(_distinct(findings)), key=lambda f: (f.start, f.end, f.rule_id))), steps


def _links(found: list[details.Detail], words: Words) -> list[Match]:
    """Links as signs of soliciting, at the word where each begins."""
    matches = []
    for detail in found:
        if detail.rule.subkind == "link":
            index = bisect_left(words.starts, detail.start)
            if index < len(words):
                matches.append(Match(LINK, index, index + 1))
    return matches


def _finding(verdict: Verdict, words: Words, normal: Normalised) -> Finding:
    rule = verdict.rule
    start, end = normal.span(words.starts[verdict.first], words.ends[verdict.end - 1])
    return Finding(
        rule.kind, verdict.band, start, end, rule.id, rule.version, rule.subkind, verdict.about, verdict.past
    )


def _closest(findings: list[Finding]) -> list[Finding]:
    """A general form of crisis speaks only where no closer rule says the same as urgently."""
    close = [f for f in findings if f.kind == Kind.CRISIS and not f.rule_id.startswith(GENERAL)]
    return [
        finding
        for finding in findings
        if not finding.rule_id.startswith(GENERAL)
        or not any(
            f.start < finding.end and finding.start < f.end and URGENCY[f.band] <= URGENCY[finding.band] for f in close
        )
    ]


def _distinct(findings: list[Finding]) -> list[Finding]:
    """One finding a rule where its matches overlap: the most urgent, stretched over all of them."""
    kept: dict[str, int] = {}
    out: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.start, f.end)):
        index = kept.get(finding.rule_id)
        if index is not None and finding.start < out[index].end:
            last = out[index]
            urgent = min(last, finding, key=lambda f: URGENCY[f.band])
            out[index] = Finding(
                urgent.kind, urgent.band, last.start, max(last.end, finding.end), urgent.rule_id, urgent.rule_version,
                urgent.subkind, urgent.about, urgent.past,
            )  # fmt: skip
        else:
            kept[finding.rule_id] = len(out)
            out.append(finding)
    return out
