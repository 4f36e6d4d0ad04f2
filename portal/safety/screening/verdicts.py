"""From matched phrases to findings: each kind of rule has its own questions to the words around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from .context import Context
from .findings import About, Band, Kind
from .matching import Match
from .rule import Combination, Cue, Idiom, Rule, Sign

_DIED = frozenset(
    "killed hanged shot took ended committed drowned gassed overdosed jumped threw died drank starved".split()
)
_TRIED = frozenset("tried attempted trying nearly almost attempts threatened threatening wanted".split())
# Misery told in the past, without a plan or an act, is a memory.
_MISERY = frozenset(
    {
        "crisis.intent.wish-to-die",
        "crisis.intent.no-wish-to-live",
        "crisis.intent.not-wake",
        "crisis.implicit.wishing",
        "crisis.implicit.would-not-mind",
    }
)
_ADDRESSED = frozenset({"farewell", "implicit"})  # said to the reader about oneself
_LONGED = frozenset("wanted wished felt hoped prayed hated thought longed begged".split())
_PASSED_IN_SLEEP = "crisis.intent.not-wake"  # of others, in the past, it tells of a death, not of a wish
_HOPED = frozenset("hoped wished wanted hope wish prayed says said tells told".split())
_INTERPERSONAL = frozenset({"abuse", "harm_to_others"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A finding in words, before its place in the text is looked up."""

    rule: Rule | Combination
    band: Band
    first: int
    end: int
    about: About = About.SELF
    past: bool = False


def without_idioms(matches: Sequence[Match], around: Sequence[Match], context: Context) -> list[Match]:
    """Drops what shares a word with a turn of speech."""
    by_word: dict[int, list[Idiom]] = {}
    for match in around:
        entry = match.entry
        if isinstance(entry, Idiom):
            for index in range(match.first, match.end):
                covering = by_word.setdefault(index, [])
                if entry not in covering:
                    covering.append(entry)
    return [match for match in matches if not _is_idiom(match, by_word) or context.said_yes(match)]


def _is_idiom(match: Match, by_word: dict[int, list[Idiom]]) -> bool:
    entry = match.entry
    if not isinstance(entry, Rule | Sign):
        return False
    subkind = entry.subkind if isinstance(entry, Rule) else ""
    return any(
        entry.kind in idiom.kinds and (not idiom.subkinds or subkind in idiom.subkinds)
        for index in range(match.first, match.end)
        for idiom in by_word.get(index, ())
    )


def crisis(match: Match, rule: Rule, context: Context) -> Verdict | None:
    """Someone in danger now: the writer (crisis), another person (red, or crisis when it is happening)."""
    if context.cited(match) or (rule.denial and context.denied(match)):
        return None
    if context.asked_by_other(match) and not context.said_yes(match):
        return None
    about = About.OTHER if rule.other else context.about(match)
    if rule.subkind in _INTERPERSONAL:
        about = About.SELF if about == About.READER else about
        past = context.long_ago(match)
        if context.has_before(Cue.REPORTED, match) or context.only_if(match) or context.laughed_off(match):
            return None
        return Verdict(rule, Band.AMBER if past else rule.band, match.first, match.end, about, past)
    if about == About.READER:
        told = "your" in context.words.words[match.first : match.end]
        if told or (rule.subkind not in _ADDRESSED and not rule.anyone):
            return None
        about = About.SELF
    if rule.other or context.spoken_by_other(match):
        about = About.OTHER
    past = context.long_ago(match)
    if about == About.OTHER:
        return _about_other(match, rule, context, past=past)
    if not past and rule.id in _MISERY and context.past_tense(match, _LONGED) and not context.has(Cue.RECENT, match):
        past = True
    return Verdict(rule, Band.AMBER if past else rule.band, match.first, match.end, about, past)


def _about_other(match: Match, rule: Rule, context: Context, *, past: bool) -> Verdict | None:
    words = context.words.words
    near = set(words[max(0, match.first - 4) : match.end])
    if rule.id == _PASSED_IN_SLEEP and context.past_tense(match) and not near & _HOPED:
        return None
    if past or (
        near & _DIED and not near & _TRIED and context.past_tense(match) and rule.subkind in ("intent", "plan")
    ):
        return None
    if (
        near & _DIED
        and context.past_tense(match)
        and not context.close_kin(match)
        and not context.has(Cue.RECENT, match)
    ):
        return None  # a loss, or long over: grief is no alarm
    imminent = context.has(Cue.IMMINENT, match)
    return Verdict(rule, Band.CRISIS if imminent else Band.RED, match.first, match.end, About.OTHER)


def red_flag(match: Match, rule: Rule, context: Context) -> Verdict | None:
    """A sign of a medical emergency, in anyone, unless denied, dealt with, long ago, or only spoken of."""
    if not _is_present(match, rule.denial, context):
        return None
    about = context.about(match)
    return Verdict(rule, rule.band, match.first, match.end, About.OTHER if about == About.OTHER else About.SELF)


def advice(match: Match, rule: Rule, context: Context) -> Verdict | None:
    """Telling others what to take. Not one's own story, not what a doctor said, not "ask your team", not a question."""
    if context.cited(match) or context.is_question(match) or (rule.denial and context.denied(match)):
        return None
    if context.has(Cue.CAUTION, match) or context.has_before(Cue.OWN, match) or context.has_before(Cue.REPORTED, match):
        return None
    if context.speaks_of_self(match):
        return None
    return Verdict(rule, rule.band, match.first, match.end, About.READER)


def soliciting(match: Match, rule: Rule, context: Context) -> Verdict | None:
    if context.cited(match) or (rule.denial and context.denied(match)):
        return None
    return Verdict(rule, rule.band, match.first, match.end)


def method(match: Match, rule: Rule, context: Context) -> Verdict | None:
    """Held whoever says it, save when it is denied: "please don't kill yourself"."""
    if context.cited(match) or (rule.denial and context.denied(match)):
        return None
    return Verdict(rule, rule.band, match.first, match.end, About.READER)


def _is_present(match: Match, denial: bool, context: Context) -> bool:
    if context.cited(match) or (denial and context.denied(match)):
        return False
    if context.has_before(Cue.CONDITIONAL, match) or context.has_before(Cue.REPORTED, match):
        return False
    if context.has(Cue.OVER, match):
        return False
    over = context.has_outside(Cue.PAST, match) and not context.present_tense(match)
    return not over or context.has(Cue.RECENT, match)


def combined(
    combinations: Sequence[Combination], signs: Sequence[tuple[str, Match]], context: Context
) -> list[Verdict]:
    """Signs that stand close together. For every combination the closest set is taken once a neighbourhood."""
    verdicts: list[Verdict] = []
    for combination in combinations:
        groups = [frozenset(need.split("|")) for need in combination.needs]
        latest: list[tuple[int, Match] | None] = [None] * len(groups)
        blocked_until = -1
        for name, match in signs:
            sentence = context.sentence(match)
            for index, group in enumerate(groups):
                if name in group:
                    latest[index] = (sentence, match)
            if sentence < blocked_until or not any(name in group for group in groups):
                continue
            near = [found[1] for found in latest if found is not None and sentence - found[0] <= combination.within]
            if len(near) == len(groups):
                first, end = min(match.first for match in near), max(match.end for match in near)
                about = context.about(near[0])
                verdicts.append(Verdict(combination, combination.band, first, end, about))
                blocked_until = sentence + combination.within
    return verdicts


def judge(
    matches: Sequence[Match], around: Sequence[Match], combinations: Sequence[Combination], context: Context
) -> list[Verdict]:
    """Every verdict of the rule books on one text."""
    verdicts: list[Verdict] = []
    signs: list[tuple[str, Match]] = []
    for match in without_idioms(matches, around, context):
        entry = match.entry
        if isinstance(entry, Sign):
            if entry.kind == Kind.RED_FLAG:
                counts = _is_present(match, entry.denial, context)
            else:
                counts = not (entry.denial and context.denied(match)) and not context.cited(match)
            if counts:
                signs.append((entry.name, match))
        elif isinstance(entry, Rule):
            verdict = _JUDGES[entry.kind](match, entry, context)
            if verdict is not None:
                verdicts.append(verdict)
    return verdicts + combined(combinations, signs, context)


_JUDGES = {
    Kind.CRISIS: crisis,
    Kind.RED_FLAG: red_flag,
    Kind.DIRECTIVE_ADVICE: advice,
    Kind.SOLICITING: soliciting,
    Kind.METHOD: method,
}
