"""Syllables of English words: a list of known words, then rules for endings and for vowels that do not melt."""

import re
from functools import lru_cache

from articles.plain.exceptions import KNOWN

HEADS = [
    "some",
    "home",
    "life",
    "care",
    "there",
    "where",
    "time",
    "side",
    "fire",
    "safe",
    "note",
    "base",
    "make",
    "name",
    "case",
    "white",
    "line",
    "space",
    "house",
    "horse",
    "store",
    "stone",
    "wide",
    "like",
    "live",
    "fore",
    "bone",
    "whole",
    "nurse",
    "face",
    "wave",
    "shoe",
    "smoke",
]
TAILS = [
    "ness",
    "less",
    "ful",
    "fully",
    "ment",
    "ments",
    "some",
    "ship",
    "hood",
    "ward",
    "wards",
    "like",
    "wise",
    "man",
    "men",
    "time",
    "where",
    "thing",
    "things",
]
GROUP = re.compile(r"[aeiouy]+")
TWO_SOUNDS = re.compile(
    r"(?<![cts])ia(?!ge)|(?<=[cts])ia(?=t(e|i|o)|s|b|$)|(?<![cgstxnh])io|(?<=[^ln]n)io(?!n)|(?<=[hcst])io(?=[^nu]|$)|(?<=[bp]h)io|iu"
    r"|(?<=[^ct])ie(?=n[ct]|t)|i(?=ers?$|est$)e|eo(?!u)|(?<!g)eou|eu(?=m$|s$)|ua|ue(?=n|l|t)|uou?|ui(?=t[yi]|d|n(?!e|t))"
    r"|oe(?=[mt])|oi(?=c$|ng)|ai(?=c)|ao|ii|ea(?=$)|ea(?=t(ed|es?|ing|ive|or)$)(?<=crea)|ei(?=ng|ty)|ya|ye|yo|yi|eei|oa(?=[lc]i|sis)"
)
LONG_LETTER = "w"


def syllables(word: str) -> int:
    """Of one word as it is written: hyphens, contractions and capitals read aloud. At least 1."""
    parts = [part for part in re.split(r"[-‐‑/–—]", word.replace("’", "'")) if re.search(r"\w", part)]
    return max(1, sum(_part(part) for part in parts))


def _part(part: str) -> int:
    bare = part.strip("'\".,;:!?()[]{}“”‘*_")
    if re.search(r"\d", bare):
        return _figures(bare)
    letters = re.sub(r"[^A-Za-zÀ-ÿ']", "", bare)
    if 1 < len(letters) <= 5 and letters.rstrip("s").isupper() and _spelled(letters.rstrip("s")):
        return sum(3 if one.lower() == LONG_LETTER else 1 for one in letters.rstrip("s"))
    return _word(_plain(letters.lower()))


def _spelled(letters: str) -> bool:
    """MRI and NHS are read letter by letter; AIDS and PIN are words, and so is DOCTOR shouted."""
    return (
        len(letters) <= 3 and letters not in ("PIN", "THE", "AND", "FOR", "NOT", "CAT", "YOU", "DO", "IT", "IS", "TO")
    ) or (not re.search(r"[AEIOUY]", letters))


def _plain(word: str) -> str:
    for old, new in (("é", "e"), ("è", "e"), ("ê", "e"), ("ï", "i"), ("ö", "o"), ("ü", "u"), ("ç", "c"), ("ñ", "n")):
        word = word.replace(old, new)
    return word


def _figures(text: str) -> int:
    """A number is one syllable, as in the published tools: 25, 2026 and 3.5 alike. Letters beside it count too."""
    letters = re.sub(r"[^a-zA-Z]", "", text)
    return 1 + (syllables(letters) if letters and letters.lower() not in ("th", "st", "nd", "rd") else 0)


@lru_cache(maxsize=20_000)
def _word(word: str) -> int:
    if word in KNOWN:
        return KNOWN[word]
    if "'" in word:
        return _contracted(word)
    if (
        word.endswith("s")
        and not word.endswith("ss")
        and word[:-1] in KNOWN
        and not word.endswith(("ces", "ses", "ges", "zes"))
    ):
        return KNOWN[word[:-1]]
    return max(1, _endings(word))


def _contracted(word: str) -> int:
    stem, _, end = word.partition("'")
    if end == "s":
        return _word(stem) + bool(re.search(r"(s|x|z|ch|sh|ce|ge|se|ze)$", stem))
    if word.endswith("n't"):
        return _word(word[:-3]) + 1
    if end in ("ll", "ve", "d"):
        return _word(stem) + (end != "d" and not re.search(r"[aeiouy]$", stem))
    return _word(stem) if stem else _word(end or "a")


def _endings(word: str) -> int:
    for head in HEADS:
        rest = word[len(head) :]
        if word.startswith(head) and len(rest) > 2 and rest[0] not in "aeiouy" and re.search(r"[aeiouy]", rest):
            return 1 + _word(rest)
    for tail in TAILS:
        stem = word[: -len(tail)]
        if word.endswith(tail) and len(stem) > 2 and re.search(r"[aeiouy]", stem):
            return _word(stem) + _word(tail)
    if word.endswith("ing") and re.search(r"[aeiouy]", word[:-3]):
        return _word(word[:-3]) + 1 if word[:-3] in KNOWN or word[-4] in "aeiouy" else _vowels(word[:-3]) + 1
    if word.endswith("ly") and re.search(r"[aeiouy]", word[:-2]) and len(word) > 4:
        return _word(word[:-2]) + 1
    if word.endswith("ed") and re.search(r"[aeiouy]", word[:-2]) and word[-3] != "e":
        stem = word[:-1]
        base = KNOWN.get(stem) or KNOWN.get(word[:-2]) or _silent(stem)
        return base + (word[-3] in "td")
    if word.endswith("es") and re.search(r"[aeiouy]", word[:-2]) and word[-3] not in "aeiouy":
        return _word(word[:-1]) + bool(re.search(r"(s|x|z|ch|sh|c|g)es$", word))
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")) and len(word) > 3:
        return _word(word[:-1])
    return _silent(word)


def _silent(word: str) -> int:
    """The final e is not heard after a consonant, but in table and centre."""
    if re.search(r"[^aeiouy]e$", word) and re.search(r"[aeiouy]", word[:-1]):
        return _vowels(word[:-1]) + bool(re.search(r"[^aeiouylr](le|re)$", word))
    if re.search(r"[gq]ue$", word) and re.search(r"[aeiouy]", word[:-3]):
        return _vowels(word[:-2])
    return _vowels(word)


def _vowels(word: str) -> int:
    word = re.sub(r"qu(?=[aeiouy])", "q", word)
    word = re.sub(r"gu(?=[aeiy][^ln]|e$)(?!a[lr]$)", "g", word) if not word.startswith("argu") else word
    word = re.sub(r"(^|(?<=[aeiou]))y(?=[aeiou])", "w", word)
    said = len(GROUP.findall(word)) + len(TWO_SOUNDS.findall(word))
    return said + bool(re.search(r"(th|[is]s|as)m$|ism$|asm$", word))
