"""The rule books themselves: named, versioned, reasoned, and written in words the tokeniser yields."""

import re

import pytest

from portal.safety.screening import Kind, explain
from portal.safety.screening.details import RULES as DETAIL_RULES
from portal.safety.screening.grammar import Grammar, PatternError
from portal.safety.screening.matching import phrases_of
from portal.safety.screening.rule import Combination, Idiom, Rule, Sign
from portal.safety.screening.rules import COMBINATIONS, SIGNALS, SURROUNDINGS
from portal.safety.screening.spelling import JOINED

ENTRIES = (*SIGNALS, *SURROUNDINGS)


def test_every_rule_has_one_id_a_version_and_a_reason():
    rules = [entry for entry in (*ENTRIES, *COMBINATIONS) if isinstance(entry, Rule | Combination)]
    ids = [rule.id for rule in (*rules, *DETAIL_RULES)] + [entry.id for entry in ENTRIES if isinstance(entry, Idiom)]

    assert len(ids) == len(set(ids))
    assert all(rule.version >= 1 and rule.reason.endswith(".") for rule in (*rules, *DETAIL_RULES))
    assert {rule.kind for rule in rules} == set(Kind) - {Kind.PERSONAL_DETAILS}


def test_every_rule_can_be_explained():
    assert explain("crisis.intent.reflexive") == "Verbs that mean suicide whenever their object is the speaker."
    with pytest.raises(KeyError):
        explain("crisis.no-such-rule")


def test_combinations_need_signs_that_exist():
    names = {entry.name for entry in SIGNALS if isinstance(entry, Sign)} | {"fever.measured", "fever.low", "link"}
    needed = {name for combination in COMBINATIONS for need in combination.needs for name in need.split("|")}

    assert needed <= names


def test_no_phrase_asks_for_words_that_the_tokeniser_joins():
    """ "any more" reaches the rules as "anymore"; a phrase with the two words could never match."""
    pairs = {f" {first} {second} " for first, second in JOINED if first != "self"}
    asked = [
        (phrase, pair)
        for entry in SIGNALS
        for phrase in phrases_of(entry.phrases)
        for pair in pairs
        if pair in f" {phrase} "
    ]

    assert asked == []


def test_a_phrase_written_wrongly_is_refused_when_it_is_compiled():
    grammar = Grammar({"kin": "mum | dad"}, {})
    for wrong in ("( a | b", "a ) b", "<nobody> cares", "a| b"):
        with pytest.raises(PatternError):
            grammar.read(wrong)


def test_expressions_of_the_scanners_cannot_backtrack_without_end():
    """No repeated group may itself hold an unbounded repetition of what it repeats."""
    from portal.safety.screening import words
    from portal.safety.screening.details import addresses, contacts, links, names, phones, records

    nested = re.compile(r"\((?:\?:)?[^()]*[+*](?!\+)[^()]*\)[+*](?!\+)")
    for module in (words, addresses, contacts, links, names, phones, records):
        for value in vars(module).values():
            if isinstance(value, re.Pattern):
                assert nested.search(value.pattern) is None, value.pattern
