"""Style sheets without remarks and without rules inside rules, which phones of before 2023 drop.

Knows what our own sheets hold: declarations, rules, rules inside rules with `&`, and at-rules around either.
"""

import re
from collections.abc import Iterator

REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)


def flat(sheet: str) -> str:
    return "".join(_written(REMARK.sub("", sheet), ""))


def _written(text: str, parent: str) -> Iterator[str]:
    """The rules of a text that stands inside a rule (its selector is `parent`) or, without one, by itself."""
    own, parts = "", list(_parts(text))
    for head, inner in parts:
        if inner is None:
            own += f"{head} ;" if head.endswith(":") else f"{head};"  # a value that is nothing is written as a blank
    if own:
        yield f"{parent}{{{own}}}\n" if parent else f"{own}\n"
    for head, inner in parts:
        if inner is None:
            continue
        if head.startswith("@"):
            yield f"{head} {{\n{''.join(_written(inner, parent))}}}\n"
        else:
            yield from _written(inner, _within(parent, head))


def _parts(text: str) -> Iterator[tuple[str, str | None]]:
    """Each declaration, and each head with what stands in its braces."""
    start = at = 0
    while at < len(text):
        if text[at] == ";":
            yield _tidy(text[start:at]), None
            start = at + 1
        elif text[at] == "{":
            end = _closing(text, at)
            yield _tidy(text[start:at]), text[at + 1 : end]
            start, at = end + 1, end
        at += 1
    if rest := _tidy(text[start:]):
        yield rest, None


def _closing(text: str, at: int) -> int:
    depth = 0
    for place in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return place
    raise ValueError("A brace is not closed.")


def _within(parent: str, head: str) -> str:
    if not parent:
        return head
    if "&" not in head:
        raise ValueError(f"A rule inside a rule says & where it stands: {head}")
    around = f":is({parent})" if "," in re.sub(r"\([^()]*\)", "", parent) else parent
    return head.replace("&", around)


def _tidy(text: str) -> str:
    return " ".join(text.split())
