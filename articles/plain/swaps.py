"""Hard words and what to say instead: the list that ships, with the newsroom's own over it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from articles.plain.swap_list import SWAPS


@dataclass(frozen=True)
class Hard:
    """A hard word as it stands in the text, and what to say instead. `swap` may be empty."""

    word: str
    swap: str


def built_in() -> dict[str, str]:
    pairs = (line.split("=", 1) for line in SWAPS.strip().splitlines())
    return {word.strip(): swap.strip() for word, swap in pairs}


def merged(own: Mapping[str, str]) -> dict[str, str]:
    """The list that ships with the newsroom's rows over it."""
    return built_in() | {" ".join(word.lower().split()): swap for word, swap in own.items() if word.strip()}


def hard_words(texts: Collection[str], swaps: Mapping[str, str], explained: Collection[str] = ()) -> list[Hard]:
    """Each hard word once, in the order of the text. A word that the article explains is not hard."""
    if not swaps:
        return []
    easy = {word.lower() for word in explained}
    pattern, forms = _pattern(tuple(swaps))
    found: dict[str, Hard] = {}
    for text in texts:
        for match in pattern.finditer(text.replace("’", "'")):
            said = " ".join(match[0].lower().split())
            word = forms[said]
            if word not in easy and said not in easy and word not in found:
                found[word] = Hard(match[0], swaps[word])
    return list(found.values())


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Longest first, so that “prior to” is found before “prior”; with the plain endings of each word."""
    forms = {form: word for word in words for form in _forms(word)} | {word: word for word in words}
    listed = sorted(forms, key=len, reverse=True)
    inner = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in listed)
    return re.compile(rf"(?<![\w-])(?:{inner})(?![\w-])", re.IGNORECASE), forms


def _forms(word: str) -> set[str]:
    """An ending belongs to single words; “commence” has commenced, and commencing without its e."""
    if " " in word:
        return {word}
    forms = {word, f"{word}s", f"{word}'s"}
    if word.endswith("e"):
        forms |= {f"{word}d", f"{word[:-1]}ing"}
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        forms |= {f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"}
    else:
        forms |= {f"{word}ed", f"{word}ing"}
    return forms
