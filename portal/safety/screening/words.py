"""Cuts a normalised text into sentences and words, each word with its place in the text."""

import re
from dataclasses import dataclass, field

from .normalise import Normalised
from .resolve import Resolver
from .spelling import JOINED

# Letters, signs and stops are disjoint, so no part of this expression can be tried twice on one character.
_TOKEN = re.compile(
    r"(?P<word>(?:\$(?=[a-z]))?[a-z0-9]+(?:(?:'|[@$!*|+]{1,3}|(?<=[0-9])[.,](?=[0-9]))[a-z0-9]+)*)"
    r"|(?P<stop>[.!?]+|\n *(?:\n|[-*•>]))"
    r"|(?P<soft>[,\n/]|-+)"
    r"|(?P<hard>[;:()\[\]…])"
    r"|(?P<quote>[\"'])"
    r"|(?P<price>[£$€](?= ?[0-9]))"
)
_SPLIT = re.compile(r"[0-9]+(?:[.,][0-9]+)*+|[a-z]+")
_ABBREVIATIONS = frozenset("dr mr mrs ms prof st vs approx eg ie no tel ext appt temp".split())
_SECONDS = frozenset(second for _, second in JOINED)
_GLUED = ("myself", "mylife", "todie", "wannadie", "suicid", "tolive")
PRICE = "#price"  # a sign of money before a number
START, STOP, PAUSE = "#start", "#stop", "#pause"  # words of no length: the edges of a sentence, a comma or the like
_LONGEST_QUOTE = 60  # words; beyond that a lone quotation mark was no quotation
_FULL_LINE = 60  # characters; a longer line was wrapped by a machine, a shorter one ended by its writer
_LONGEST_SPELLED_OUT = 40  # letters


@dataclass(slots=True)
class Words:
    """Parallel lists, one entry a word. Places index the normalised text, `end` excluded."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)  # word index range of every sentence
    quotes: list[tuple[int, int]] = field(default_factory=list)  # word index ranges between quotation marks
    questions: set[int] = field(default_factory=set)  # sentences that end in a question mark
    cited: set[int] = field(default_factory=set)  # sentences on lines that quote another post

    def __len__(self) -> int:
        return len(self.words)

    def bounds(self, index: int) -> tuple[int, int]:
        """First word and end of the sentence around a word, looking no further than forty words."""
        first, end = self.spans[self.sentences[index]]
        return max(first, index - 40), min(end, index + 41)


class Tokeniser:
    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver

    def cut(self, text: Normalised) -> Words:
        plain = text.plain
        out = Words()
        reader = _Reader(out, self.resolver, text)
        direct = self.resolver.direct
        for match in _TOKEN.finditer(plain):
            kind = match.lastgroup
            if kind == "word":
                word = match.group()
                found = direct.get(word)
                start, end = match.span()
                if found is not None and len(found) == 1 and len(word) > 1 and word not in _SECONDS:
                    reader.add(found[0], start, end)
                else:
                    reader.read(word, start, end)
            else:
                reader.mark(kind or "", match.start(), match.group())
        reader.finish()
        return out


class _Reader:
    """State while reading from left to right."""

    def __init__(self, out: Words, resolver: Resolver, text: Normalised) -> None:
        self.out = out
        self.columns = (out.words, out.starts, out.ends, out.sentences)
        self.resolver = resolver
        plain = self.plain = text.plain
        self.cased = text.cased
        self.sentence = 0
        self.fresh = True  # the next word begins a sentence
        self.opened = -1
        self.opener = ""
        self.letters = 0  # single letters read in a row
        self.line = 0  # where the line began
        if plain.lstrip(" \n").startswith(">"):
            out.cited.add(0)

    def add(self, word: str, start: int, end: int) -> None:
        if self.letters:
            self._end_letters()
        words, starts, ends, sentences = self.columns
        if self.fresh:
            self.fresh = False
            words.append(START)
            starts.append(start)
            ends.append(start)
            sentences.append(self.sentence)
        words.append(word)
        starts.append(start)
        ends.append(end)
        sentences.append(self.sentence)

    def read(self, word: str, start: int, end: int) -> None:
        if len(word) == 1 and word.isalpha():
            self._letter(word, start, end)
            return
        if word in _SECONDS and self._join(word, end):
            return
        canonical = self.resolver.read(word)
        if canonical == (word,) and not self.resolver.known(word):
            glued = self._unglue(word, start)
            if glued is not None:
                canonical = glued
            elif not word.isalpha() and not word.isdigit():
                for piece in _SPLIT.finditer(word):
                    for part in self.resolver.read(piece.group()):
                        self.add(part, start + piece.start(), start + piece.end())
                return
        for part in canonical:
            self.add(part, start, end)

    def mark(self, kind: str, at: int, mark: str) -> None:
        if kind == "price":
            self.add(PRICE, at, at + 1)
        elif kind == "quote":
            self._quote(mark, at)
        elif (kind == "stop" and not self._is_pause(mark, at)) or (mark == "\n" and self._ends_line(at)):
            if not self.fresh:
                if "?" in mark:
                    self.out.questions.add(self.sentence)
                self._stop(at)
            if kind == "stop" and mark[0] == "\n":
                self.opened = -1
                if mark[-1] == ">":
                    self.out.cited.add(self.sentence)
        else:
            self._pause(at, mark)
        if mark[0] == "\n":
            self.line = at

    def finish(self) -> None:
        if not self.fresh:
            self._stop(len(self.plain))

    def _stop(self, at: int) -> None:
        """Ends a sentence with a word of no length, so that a phrase can ask for the end."""
        self.add(STOP, at, at)
        first = self.out.spans[-1][1] if self.out.spans else 0
        self.out.spans.append((first, len(self.out.words)))
        self.sentence += 1
        self.fresh = True

    def _ends_line(self, at: int) -> bool:
        """A short line that a new beginning follows: one thought a line, as in a list or a poem."""
        return at - self.line < _FULL_LINE and not self.cased[at + 1 : at + 2].islower()

    def _pause(self, at: int, mark: str) -> None:
        """A comma, a bracket, a dash between words; not the hyphen inside one."""
        if self.letters and mark in ".-,*_" and self.plain[at + 1 : at + 2].isalpha():
            return  # between letters that are spelled out
        inside = mark in "-/" and self.plain[at - 1 : at].isalnum() and self.plain[at + 1 : at + 2].isalnum()
        if not self.fresh and not inside and self.out.words[-1] != PAUSE:
            self.add(PAUSE, at, at)

    def _is_pause(self, mark: str, at: int) -> bool:
        """Dots that do not end a sentence: "...", inside a word, after an abbreviation."""
        if mark[0] == "\n" or "!" in mark or "?" in mark:
            return False
        if len(mark) > 1:
            return True
        following = self.plain[at + 1 : at + 2]
        if following.isalnum():
            return True
        return bool(self.out.words) and self.out.ends[-1] == at and self.out.words[-1] in _ABBREVIATIONS

    def _quote(self, mark: str, at: int) -> None:
        words = len(self.out.words)
        before, after = self.plain[at - 1 : at] if at else "", self.plain[at + 1 : at + 2]
        if self.opened >= 0 and mark == self.opener:
            if mark == "'" and after.isalnum():
                return
            if 0 < words - self.opened <= _LONGEST_QUOTE:
                self.out.quotes.append((self.opened, words))
            self.opened = -1
        elif self.opened < 0 or words - self.opened > _LONGEST_QUOTE:
            if mark == "'" and (before.isalnum() or not after.isalnum()):
                return
            self.opened, self.opener = words, mark
            self._pause(at, mark)

    def _join(self, word: str, end: int) -> bool:
        out = self.out
        if not out.words or self.fresh or self.letters:
            return False
        whole = JOINED.get((out.words[-1], word))
        if whole is None:
            return False
        out.words[-1] = whole
        out.ends[-1] = end
        return True

    def _unglue(self, word: str, start: int) -> tuple[str, ...] | None:
        if (start > 0 and self.plain[start - 1] == "#") or any(part in word for part in _GLUED):
            return self.resolver.segments(word)
        return None

    def _letter(self, letter: str, start: int, end: int) -> None:
        near = bool(self.out.ends) and start - self.out.ends[-1] <= 3
        run = self.letters + 1 if near or not self.letters else 1
        if not near and self.letters:
            self._end_letters()
        self.letters = 0
        self.add(letter, start, end)
        self.letters = run

    def _end_letters(self) -> None:
        """A run of single letters is a word spelled out, if it spells words that we know; else each stands for itself."""
        run, self.letters = self.letters, 0
        out = self.out
        first = len(out.words) - run
        spelled = "".join(out.words[first:])
        known = None
        if 3 <= run <= _LONGEST_SPELLED_OUT:
            known = self.resolver.direct.get(spelled) or self.resolver.segments(spelled)
        start, end = out.starts[first], out.ends[-1]
        if known is not None:
            replaced = [(word, start, end) for word in known]
        else:
            replaced = [
                (part, out.starts[i], out.ends[i])
                for i in range(first, len(out.words))
                for part in self.resolver.direct.get(out.words[i], (out.words[i],))
            ]
        sentence = out.sentences[first]
        for column in (out.words, out.starts, out.ends, out.sentences):
            del column[first:]
        for word, begin, finish in replaced:
            out.words.append(word)
            out.starts.append(begin)
            out.ends.append(finish)
            out.sentences.append(sentence)
