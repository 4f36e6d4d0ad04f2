"""What the words around a match say about it: denied, long ago, someone else's, quoted, reported."""

from bisect import bisect_left
from collections.abc import Sequence

from .findings import About
from .lexicon import DENIALS
from .lexicon.people import (
    ANYONE,
    NOUNS,
    OTHER_NOUNS,
    OTHER_PRONOUNS,
    OTHER_REFLEXIVES,
    READER_WORDS,
    SELF_WORDS,
)
from .matching import Match
from .rule import Cue, CueRule
from .words import Words

# A denial before one of these denies the word, not what follows: "I can't stop thinking …", "no one knows …".
NOT_DENYING = frozenset(
    """
    stop stopping help resist resisting shake escape sure certain know care wait only why long far unless until mind avoid
    deny lie control sleep cope ashamed afraid scared surprised bother knows cares notices believes listens understands body idea doubt matter wonder choice option other
    kidding joking lying exaggerating dramatic tell fight ignore
""".split()
)
DENYING = DENIALS | frozenset("nobody stopped quit denied denies instead nowhere".split())
_PROMISES = frozenset("promise guarantee swear sure certain trust say".split())
_THOUGHT = frozenset(
    "think thinking believe feel say saying mean suppose expect imagine claim that like said if".split()
)
_GOES_ON = frozenset(
    "is am are was were will would have has had i now then just might may she he they going want".split()
)
_TURNS = frozenset("but because cos so although however though yet then until anymore #start #stop #pause".split())

_PRESENT = frozenset(
    """
    want wants wanna am is are will have has keep keeps feel feels need needs thinking might wish wishes hope hopes
    hate hates cannot do does planning plan plans think thinks ready gonna about wanting feeling considering tempted know knows can
""".split()
)
_PAST = frozenset(
    """
    tried wanted thought was were did felt took used attempted had planned came swallowed overdosed went kept considered
    decided got began started contemplated wished hoped prayed hated stood jumped ended killed hanged shot drowned cut
    harmed burned needed stockpiled saved wrote collected survived lost been hit raped abused beat threatened lay ran begged
    drank starved     became gave left made said asked told used
""".split()
)
_BASE_FORMS = frozenset("want feel wish need hate plan hope am think keep have can do".split())
_AUXILIARIES = frozenset("does will would to may might can could should did not let make made help".split())
_YES = (
    ("said", "yes"),
    ("i", "am"),
    ("answered", "yes"),
    ("yes", "i"),
    ("told", "them", "yes"),
    ("did", "not", "tell"),
)
_GENERAL = frozenset("#stop #pause i just thanks thank but way it never not we he she they".split())
# How an answer of "no" goes on: "No, …", "Not at all", but not "No reason to go on".
_ANSWERS = dict.fromkeys(("no", "nope", "nah", "never"), _GENERAL) | {
    "not": frozenset(
        "#stop #pause at really me in yet now any anymore exactly quite this today suicidal remotely".split()
    )
}
_ASKS = frozenset("ask asks asked asking checked checks quizzed questioned".split())
_WHETHER = frozenset("if whether about how did had any ever #pause".split())
_OWN_VOICE = frozenset("i we".split())
_LOOK_BACK = 7
_CUE_REACH = 60
_SUBJECT_BACK = 14


class Context:
    """Looks at a bounded stretch of words around a match; knows the cues of every sentence."""

    def __init__(self, words: Words, matches: Sequence[Match]) -> None:
        self.words = words
        self.cues = sorted(
            (match.first, match.end, match.entry.cue) for match in matches if isinstance(match.entry, CueRule)
        )
        self.quoted = {index for first, end in words.quotes for index in range(first, end)}

    def sentence(self, match: Match) -> int:
        return self.words.sentences[match.first]

    def has(self, cue: Cue, match: Match) -> bool:
        return any(found == cue for _, _, found in self._cues_near(match))

    def _cues_near(self, match: Match) -> list[tuple[int, int, Cue]]:
        """The cues of the same sentence, no further than sixty words away, so that a match costs a bounded look."""
        low = bisect_left(self.cues, (match.first - _CUE_REACH,))
        high = bisect_left(self.cues, (match.end + _CUE_REACH,))
        sentence = self.sentence(match)
        return [cue for cue in self.cues[low:high] if self.words.sentences[cue[0]] == sentence]

    def has_before(self, cue: Cue, match: Match, within: int = 25) -> bool:
        return any(
            found == cue and match.first - within <= first and first < match.end and end <= match.end
            for first, end, found in self._cues_near(match)
        )

    def has_outside(self, cue: Cue, match: Match) -> bool:
        """The cue is in the sentence and is not made of the match's own words only."""
        return any(
            found == cue and (first < match.first or end > match.end) for first, end, found in self._cues_near(match)
        )

    def cited(self, match: Match) -> bool:
        return self.sentence(match) in self.words.cited

    def denied(self, match: Match) -> bool:
        """A "not" governs the match: close before it, in the same clause, and not spent on another word."""
        words = self.words.words
        spent = words[match.first] in NOT_DENYING
        for back in range(1, _LOOK_BACK + 1):
            index = match.first - back
            if index < 0 or words[index] in _TURNS:
                break
            word = words[index]
            if word == "longer" and words[index - 1] == "any":
                break
            if word in NOT_DENYING:
                spent = True
            elif word in DENYING:
                if spent or "why" in words[max(0, index - 2) : index]:
                    return False
                return not self._denied_twice(index)
            elif (word == "and" and words[index + 1] in _GOES_ON) or (
                word in ("i", "we") and back > 0 and index > 0 and words[index - 1] not in _THOUGHT
            ):
                break
        return self._answered_no(match)

    def _denied_twice(self, index: int) -> bool:
        """ "I can't promise I won't …": the first denial is of a promise, so the second one falls."""
        words = self.words.words
        before = words[max(0, index - 8) : index]
        if {"lying", "lie", "liar", "pretend", "pretending", "denying"} & set(before):
            return True
        return bool(_PROMISES & set(before)) and bool(DENIALS & set(before))

    def _answered_no(self, match: Match) -> bool:
        """ "Suicidal? No, just fed up." """
        sentence = self.sentence(match)
        if sentence not in self.words.questions:
            return False
        _, end = self.words.bounds(match.end - 1)
        following = [word for word in self.words.words[end : end + 4] if word != "#start"]
        return len(following) > 1 and following[1] in _ANSWERS.get(following[0], ())

    def asked_by_other(self, match: Match) -> bool:
        """ "The nurse asked whether I ever …": a question put to the writer, not what the writer says."""
        words = self.words.words
        first, _ = self.words.bounds(match.first)
        start = max(first, match.first - 14)
        before = words[start : match.first + 1]
        for index, word in enumerate(before):
            if (
                word in _ASKS
                and _WHETHER & set(before[index + 1 : index + 6])
                and not _OWN_VOICE & set(before[max(0, index - 3) : index])
            ):
                return "because" not in before[index:] and "#stop" not in before[index:]
        return False

    def laughed_off(self, match: Match) -> bool:
        """Laughter in the sentence or straight after it."""
        if self.has(Cue.JOKE, match):
            return True
        _, end = self.words.spans[self.sentence(match)]
        return "lol" in self.words.words[end : end + 3] or "haha" in self.words.words[end : end + 3]

    def _contrary_to_fact(self, match: Match) -> bool:
        """ "I would have killed myself months ago": it was not done, and the wish is no memory."""
        words = self.words.words[max(0, match.first - 5) : match.end]
        return any(word == "would" and {"have", "of"} & set(words[i + 1 : i + 4]) for i, word in enumerate(words))

    def long_ago(self, match: Match) -> bool:
        """A verb of the past, a past that is named, and nothing that brings it up to now."""
        if self._contrary_to_fact(match):
            return False
        return self.past_tense(match) and self.has(Cue.PAST, match) and not self.has(Cue.RECENT, match)

    def past_tense(self, match: Match, verbs: frozenset[str] = _PAST) -> bool:
        """The verb nearest to the end of the match stands in the past, and is one of these."""
        return self._verb(match) in verbs & _PAST

    def present_tense(self, match: Match) -> bool:
        return self._verb(match) in _PRESENT

    def _verb(self, match: Match) -> str:
        """The verb that sets the time of the match; empty when there is none close by."""
        words = self.words.words
        lowest = max(0, match.first - 6)
        for index in range(match.end - 1, lowest - 1, -1):
            if self.words.sentences[index] != self.sentence(match):
                break
            word = words[index]
            if word in ("wish", "wishing", "wishes"):
                return "wish"
            if word in ("can", "could") and words[index + 1 : index + 2] == ["not"]:
                return "can" if word == "can" else "did"
            if word in _PAST and not (word == "left" and words[index + 1 : index + 2] in (["to"], ["for"], ["in"])):
                if word in ("was", "were", "had", "did") and "wish" in words[max(lowest, index - 4) : index]:
                    return "wish"
                return word
            if (
                index > 1
                and words[index - 1] == "not"
                and words[index - 2] in ("could", "did", "can", "would", "do", "does")
            ):
                continue  # the auxiliary before it tells the time
            if word == "about" and words[index + 1 : index + 2] != ["to"]:
                continue
            if word in _PRESENT and not (index > 0 and words[index - 1] in ("did", "used", "to")):
                return word
        return ""

    def about(self, match: Match) -> About:
        """Whom the match speaks of: its own words first, then the nearest subject before it."""
        words = self.words.words
        inside = words[match.first : match.end]
        if "myself" in inside or ("me" in inside and inside[-1] == "me"):
            return About.SELF
        if "yourself" in inside or "yourselves" in inside:
            return About.READER
        if OTHER_REFLEXIVES & set(inside):
            return About.SELF if self._asks_anyone(match) else About.OTHER
        if "i" in inside or inside[0] == "my":
            return About.SELF
        return self._subject(match, inside)

    def _asks_anyone(self, match: Match) -> bool:
        """ "Does anyone else feel like hurting themselves?" is about the one who asks."""
        first, _ = self.words.bounds(match.first)
        before = self.words.words[max(first, match.first - 10) : match.first]
        return bool(ANYONE & set(before)) and "else" in before

    def _subject(self, match: Match, inside: list[str]) -> About:
        words, sentences = self.words.words, self.words.sentences
        for word in inside:
            if word in OTHER_PRONOUNS or (word in NOUNS and word == inside[0]):
                return About.OTHER
        verb = next((word for word in inside if word not in DENIALS), inside[0])
        if verb.endswith("s") and verb[:-1] in _BASE_FORMS:
            return About.OTHER
        helped = False
        for index in range(match.first - 1, max(-1, match.first - 1 - _SUBJECT_BACK), -1):
            if sentences[index] != self.sentence(match):
                break
            word = words[index]
            if word in _AUXILIARIES:
                helped = True
            if word in ("i", "we", "me", "myself"):
                return About.SELF
            if word in ("you", "yourself"):
                return About.READER
            if word in OTHER_PRONOUNS - {"her", "his", "their", "him", "them", "who"} or word in OTHER_NOUNS:
                mismatch = verb in _BASE_FORMS and not helped and word not in ("they",) and not word.endswith("s")
                if not mismatch:
                    return About.OTHER
        if READER_WORDS & set(inside) and not SELF_WORDS & set(inside):
            return About.READER
        return About.SELF

    def spoken_by_other(self, match: Match) -> bool:
        """Inside quotation marks, with someone else said to say it."""
        if match.first not in self.quoted:
            return False
        words = self.words.words
        first, end = self.words.bounds(match.first)
        around = words[max(first, match.first - 12) : min(end, match.end + 12)]
        says = {
            "said",
            "says",
            "saying",
            "say",
            "told",
            "shouted",
            "texted",
            "wrote",
            "keeps",
            "screamed",
            "goes",
            "asked",
        }
        if not says & set(around):
            return False
        for index in range(len(around) - 1):
            speaker = around[index] in OTHER_PRONOUNS or around[index] in OTHER_NOUNS
            if speaker and around[index + 1] in says | {"keeps", "used", "just", "kept", "always"}:
                return True
        return False

    def said_yes(self, match: Match) -> bool:
        """ "They asked if I was suicidal and I said yes." """
        _, end = self.words.bounds(match.end - 1)
        after = tuple(self.words.words[match.end : min(end + 8, match.end + 12)])
        return any(
            after[i : i + len(yes)] == yes
            and after[i + len(yes) : i + len(yes) + 1] != ("not",)
            and (yes != ("i", "am") or after[i + 2 : i + 3] in ((), ("#stop",), ("#pause",)))
            for yes in _YES
            for i in range(len(after))
        )

    def only_if(self, match: Match) -> bool:
        """ "If you suspect …", "if anyone …": said to readers, of nobody in particular."""
        first, _ = self.words.bounds(match.first)
        before = self.words.words[max(first, match.first - 12) : match.first]
        return any(
            word == "if" and before[i + 1] in ("you", "anyone", "someone", "somebody", "your")
            for i, word in enumerate(before[:-1])
        )

    def close_kin(self, match: Match) -> bool:
        """The person is the writer's own: "my son", "mum"; not "someone at work"."""
        first, _ = self.words.bounds(match.first)
        before = self.words.words[first : match.end]
        return "my" in before or "our" in before or bool({"mum", "dad", "nan", "gran"} & set(before))

    def is_question(self, match: Match) -> bool:
        return self.sentence(match) in self.words.questions

    def speaks_of_self(self, match: Match) -> bool:
        """The nearest subject before the match is the writer: "I stopped", "should I skip", "we decided to halve"."""
        words, sentence = self.words.words, self.sentence(match)
        for index in range(match.first, max(-1, match.first - 8), -1):
            if self.words.sentences[index] != sentence:
                return False
            word = words[index]
            if word in READER_WORDS or word in ("everyone", "people", "anyone", "patients"):
                return False
            if word in ("i", "we", "he", "she", "they", "me", "us", "him", "her") or word in OTHER_NOUNS:
                inside = words[match.first : match.end]
                return not ({"you", "your"} & set(inside)) and "would" not in words[index : index + 2] + inside[:2]
            if word in ("#stop", "#pause") and index < match.first:
                return False
        return False
