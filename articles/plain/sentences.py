"""Sentences and words of running text."""

import re

SHORT = {
    "dr",
    "mr",
    "mrs",
    "ms",
    "prof",
    "sr",
    "jr",
    "st",
    "no",
    "vs",
    "etc",
    "fig",
    "e.g",
    "i.e",
    "eg",
    "ie",
    "al",
    "cf",
    "approx",
    "dept",
    "est",
    "inc",
    "ltd",
    "co",
    "vol",
    "pp",
    "p",
    "ed",
    "eds",
    "rev",
    "gen",
    "col",
    "sgt",
    "capt",
    "lt",
    "hon",
    "mt",
    "ave",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "u.s",
    "u.k",
    "a.m",
    "p.m",
    "ph.d",
    "m.d",
    "b.c",
    "a.d",
    "tel",
}
MAY_END = {"etc", "u.s", "u.k", "a.m", "p.m", "ph.d", "m.d", "inc", "ltd", "co", "jr", "sr", "al", "b.c", "a.d"}
STOP = re.compile(r"(?:[.!?]+|…)[\"'”’)\]]*(?=\s|$)")
WORD = re.compile(r"[^\W_](?:[\w'’.,%/\-‐‑]*[\w%])?", re.UNICODE)
CLOSING = "\"'”’)]"


def sentences(text: str) -> list[str]:
    """Each with its stop. A paragraph without a stop at its end is one too. Semicolons and colons do not end one."""
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text):
        found += _of_paragraph(" ".join(paragraph.split()))
    return [one for one in found if words(one)]


def _of_paragraph(text: str) -> list[str]:
    found, begin = [], 0
    for stop in STOP.finditer(text):
        rest = text[stop.end() :].lstrip()
        if _goes_on(text[begin : stop.start()], stop[0], rest):
            continue
        found.append(text[begin : stop.end()].strip())
        begin = stop.end()
    return [*found, text[begin:].strip()]


def _goes_on(before: str, stop: str, rest: str) -> bool:
    first = rest.lstrip("\"'“‘([")[:1]
    if not rest:
        return False
    if first.islower():
        return True  # after an abbreviation, an ellipsis or a quoted question, and in names such as iPhone
    if not stop.startswith(".") or stop.startswith(".."):
        return False
    last = re.search(r"([A-Za-z.]+)$", before)
    word = last[1].lower().lstrip(".") if last else ""
    if word in SHORT:
        return word not in MAY_END and (word not in ("no", "ed", "mar", "p", "co") or first.isdigit() or word == "mar")
    return (
        len(word) == 1 and word.isalpha() and word != "i" and last is not None and last[1].isupper() and first.isupper()
    )


def words(text: str) -> list[str]:
    """A hyphened word, a contraction and a number are each one word. A dash between words parts them."""
    text = re.sub(r"\s*(?:--+|—|–(?!\d))\s*", " ", text)
    return WORD.findall(text)
