"""The little language that rules are written in.

    word            that word, in any spelling the tokeniser knows; a contraction stands for its full form
    a|b|(c d)       any one of these words or phrases; the bar stands close
    kill~           the word and its regular or known inflections
    <kin>           a class from the lexicon
    ( a b | c d )   either phrase (the bar stands free)
    [ a b ]         may be missing
    ..3             up to three words that are not a denial, none of them needed
    ..3!            up to three words of any sort

A phrase is read into a tree; nothing in it can loop, so a match is never longer than the phrase.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .inflection import inflections


@dataclass(frozen=True, slots=True)
class Word:
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gap:
    """One word of any sort; `free` also lets a denial pass."""

    free: bool


@dataclass(frozen=True, slots=True)
class Seq:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Alt:
    branches: tuple["Node", ...]


Node = Word | Gap | Seq | Alt

EMPTY = Seq(())

# These stand for the small word when a phrase asks for it, and for themselves elsewhere: texting, a clipped "is".
_TYPED_AS = {
    "is": frozenset({"is", "'s"}),
    "has": frozenset({"has", "'s"}),
    "to": frozenset({"to", "2", "too"}),
    "for": frozenset({"for", "4"}),
    "too": frozenset({"too", "2"}),
    "be": frozenset({"be", "b"}),
}

_BAR = " | "
_ATOM = re.compile(r"\s+\|\s+|\s+|[()\[\]|]|[^\s()\[\]|]+")


class PatternError(ValueError):
    """A rule is written wrongly; raised when rules are compiled, never for what people wrote."""


def either(branches: list[Node]) -> Node:
    """An alternative in small form: single words in one set, common beginnings shared."""
    words: set[str] = set()
    by_first: dict[Node, list[Node]] = {}
    optional = False
    for branch in branches:
        parts = branch.parts if isinstance(branch, Seq) else (branch,)
        if not parts:
            optional = True
        elif len(parts) == 1 and isinstance(parts[0], Word):
            words |= parts[0].words
        elif len(parts) == 1 and isinstance(parts[0], Alt):
            by_first.setdefault(parts[0], []).append(EMPTY)
        else:
            by_first.setdefault(parts[0], []).append(Seq(parts[1:]))
    small: list[Node] = [Word(frozenset(words))] if words else []
    for first, rests in by_first.items():
        small.append(sequence([first, rests[0] if len(rests) == 1 else either(rests)]))
    if optional:
        small.append(EMPTY)
    return small[0] if len(small) == 1 else Alt(tuple(small))


def sequence(nodes: list[Node]) -> Node:
    parts: list[Node] = []
    for node in nodes:
        parts.extend(node.parts if isinstance(node, Seq) else (node,))
    return parts[0] if len(parts) == 1 else Seq(tuple(parts))


def backwards(node: Node) -> Node:
    match node:
        case Seq(parts):
            return Seq(tuple(backwards(part) for part in reversed(parts)))
        case Alt(branches):
            return Alt(tuple(backwards(branch) for branch in branches))
    return node


class Grammar:
    """Reads phrases. Knows the lexicon's classes and how a contraction is written out."""

    def __init__(self, classes: Mapping[str, str], expansions: Mapping[str, tuple[str, ...]]) -> None:
        self.classes = classes
        self.expansions = expansions
        self.read_class = cache(self._read_class)

    def read(self, pattern: str) -> Node:
        atoms = [_BAR if atom.strip() == "|" and len(atom) > 1 else atom for atom in _ATOM.findall(pattern)]
        node, rest = self._alternatives(atoms, 0)
        if rest != len(atoms):
            raise PatternError(f"stray {atoms[rest]!r}")
        return node

    def _read_class(self, name: str) -> Node:
        if name not in self.classes:
            raise PatternError(f"no class <{name}>")
        return self.read(self.classes[name])

    def _alternatives(self, atoms: list[str], at: int) -> tuple[Node, int]:
        branches: list[Node] = []
        parts: list[Node] = []
        while at < len(atoms) and atoms[at] not in (")", "]"):
            if atoms[at].isspace():
                at += 1
            elif atoms[at] == _BAR:
                branches.append(sequence(parts))
                parts = []
                at += 1
            else:
                part, at = self._close_alternatives(atoms, at)
                parts.append(part)
        branches.append(sequence(parts))
        return (branches[0] if len(branches) == 1 else either(branches)), at

    def _close_alternatives(self, atoms: list[str], at: int) -> tuple[Node, int]:
        part, at = self._part(atoms, at)
        parts = [part]
        while at < len(atoms) and atoms[at] == "|":
            part, at = self._part(atoms, at + 1)
            parts.append(part)
        return (parts[0] if len(parts) == 1 else either(parts)), at

    def _part(self, atoms: list[str], at: int) -> tuple[Node, int]:
        if at >= len(atoms) or atoms[at] in ("|", _BAR, ")", "]") or atoms[at].isspace():
            raise PatternError("an empty alternative")
        atom = atoms[at]
        if atom in ("(", "["):
            inner, at = self._alternatives(atoms, at + 1)
            if at >= len(atoms) or atoms[at] != (")" if atom == "(" else "]"):
                raise PatternError(f"unclosed {atom}")
            return (inner if atom == "(" else either([inner, EMPTY])), at + 1
        if atom.startswith(".."):
            gap: Node = EMPTY
            for _ in range(int(atom[2:].rstrip("!"))):
                gap = Alt((sequence([Gap(atom.endswith("!")), gap]), EMPTY))
            return gap, at + 1
        return self._word(atom), at + 1

    def _word(self, word: str) -> Node:
        if word.startswith("<") and word.endswith(">"):
            return self.read_class(word[1:-1])
        if word.endswith("~"):
            return Word(frozenset(inflections(word[:-1])))
        return sequence([Word(_TYPED_AS.get(part, frozenset({part}))) for part in self.expansions.get(word, (word,))])
