"""The few words of a section that are shown beside an answer."""

import re

LONGEST = 160
BEFORE = 60
START, END = "\x02", "\x03"
SENTENCE = re.compile(r"(?<=[.!?;:])\s+")


def snippet(marked: str, longest: int = LONGEST) -> str:
    """The sentences that say most of what was asked, up to about `longest` signs. `marked` is a whole section, with
    the two marker signs round each word found; they are kept and not counted."""
    marked = marked.strip()
    if _length(marked) <= longest:
        return marked
    sentences = SENTENCE.split(marked)
    windows = [_from(sentences, first, longest) for first in range(len(sentences))]
    best = max(range(len(windows)), key=lambda first: (_found(windows[first]), START in sentences[first], -first))
    return _shortened(windows[best], longest, more=best + _count(windows[best]) < len(sentences))


def _from(sentences: list[str], first: int, longest: int) -> str:
    """One sentence, and those after it that still have room."""
    said = sentences[first]
    for sentence in sentences[first + 1 :]:
        if _length(said) + _length(sentence) >= longest:
            break
        said = f"{said} {sentence}"
    return said


def _found(text: str) -> int:
    return len({word.lower() for word in re.findall(f"{START}([^{END}]*){END}", text)})


def _length(text: str) -> int:
    return len(text) - text.count(START) - text.count(END)


def _count(text: str) -> int:
    return len(SENTENCE.split(text))


def _shortened(text: str, longest: int, *, more: bool) -> str:
    """Cut between words where even one sentence is too long, with the first word found in sight."""
    if _length(text) <= longest:
        return f"{text.rstrip(' ;:,')} …" if more and text[-1:] in ";:," else text
    words = text.split()
    at = next((place for place, word in enumerate(words) if START in word), 0)
    first = at if _length(" ".join(words[: at + 1])) > longest - BEFORE // 2 else 0
    while first and at - first < 6:
        first -= 1
    shown = words[first]
    for word in words[first + 1 :]:
        if _length(shown) + 1 + _length(word) > longest:
            return f"{'… ' if first else ''}{shown.rstrip(' ;:,')} …"
        shown = f"{shown} {word}"
    return f"{'… ' if first else ''}{shown}"
