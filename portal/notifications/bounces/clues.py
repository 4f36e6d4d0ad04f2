"""What a mail server means by its code and its words. Hard: nobody is there. Soft: not now, or not this mail.

A wrong "hard" silences somebody, a wrong "soft" costs a mail. So hard needs to be said: in words, or by a code that
means nothing else while no word speaks against it. A bare "550" is soft.
"""

import re
from dataclasses import dataclass

from portal.notifications.bounces import phrases

HARD, SOFT, NONE, COMPLAINT = "hard", "soft", "none", "complaint"

REPLY = re.compile(r"(?:^|[;:#>(\[]\s*|said:? |error |code |reply |message )([45])[0-57]\d(?=[ :-]|$)", re.I)


@dataclass(frozen=True, slots=True)
class Meaning:
    kind: str
    reason: str


UNCLEAR = Meaning(SOFT, "unclear")
FULL = Meaning(SOFT, "mailbox full")
BIG = Meaning(SOFT, "message too big")
LATER = Meaning(SOFT, "not now")
SENDER = Meaning(SOFT, "sender refused")
POLICY = Meaning(SOFT, "refused by policy")
NO_DOMAIN = Meaning(HARD, "no such domain")
NOBODY = Meaning(HARD, "no such mailbox")
CLOSED = Meaning(HARD, "mailbox closed")

BY_STATUS = {
    "5.1.0": NOBODY, "5.1.1": NOBODY, "5.1.2": NO_DOMAIN, "5.1.3": Meaning(HARD, "not an address"), "5.1.4": NOBODY,
    "5.1.6": Meaning(HARD, "moved away"), "5.1.7": SENDER, "5.1.8": SENDER, "5.1.10": NO_DOMAIN, "5.2.1": CLOSED,
    "5.2.2": FULL, "5.2.3": BIG, "5.3.4": BIG, "5.4.4": NO_DOMAIN, "5.4.7": LATER, "5.4.310": NO_DOMAIN,
}  # fmt: skip
SURE = {"5.1.1", "5.1.10"}
NO_CAUSE = Meaning(SOFT, "refused, no cause given")
STATUS = re.compile(r"(?<![\d.])([45]\.[0-7]\.\d{1,3})(?![\d.])")
STATUS_SAID = re.compile(rf"(?:\b[45][0-57]\d[ -]#?|[#(;])\s?{STATUS.pattern}")


def status_in(text: str) -> str:
    """The enhanced code in what a server said; one that stands where codes stand goes before any other number."""
    found = STATUS_SAID.search(text) or STATUS.search(text)
    return found.group(1) if found else ""


def meaning_of(status: str, words: str, more: str = "", *, delayed: bool = False) -> Meaning:
    """`status` is an enhanced code (RFC 3463) such as 5.1.1, or empty; `words` what the server said; `more` what the
    report says around it, which is asked only where the words leave the cause open."""
    if delayed:
        return FULL if phrases.FULL.search(f"{words} {more}") else Meaning(SOFT, "delayed")
    said = re.search(r"[^\W\d_]{3,}", words)
    if not said and status in BY_STATUS:
        return FULL if phrases.FULL.search(more) else BY_STATUS[status]
    found = cause(status, words)
    return cause(status, more) if more and found in {UNCLEAR, NO_CAUSE} else found


def cause(status: str, words: str) -> Meaning:
    nobody = phrases.NOBODY.search(words) is not None
    full = phrases.FULL.search(words) is not None and not (nobody and status in SURE)
    if status.startswith("4.") or only_for_now(status, words):
        return FULL if full or status == "4.2.2" else LATER
    if full:
        return FULL
    if status == "5.4.1":
        return NOBODY if nobody or phrases.NO_ACCESS.search(words) else by_words(words) or LATER
    found = by_words(words, nobody=nobody, sure=status in SURE)
    if found is not None:
        return found
    if status in BY_STATUS:
        return BY_STATUS[status]
    if phrases.REFUSED.search(words):
        return NOBODY
    if status.startswith("5.7."):
        return POLICY
    return NO_CAUSE if status.startswith("5.") or REPLY.search(words) else UNCLEAR


def only_for_now(status: str, words: str) -> bool:
    """A server that says 4xx has not refused for good, whatever the one that gave up trying makes of it."""
    codes = set(REPLY.findall(words))
    return codes == {"4"} and (not status or status.endswith(".0.0"))


def by_words(words: str, *, nobody: bool = False, sure: bool = False) -> Meaning | None:
    """The cause that the words name, or None. What is said of us and of the way comes before what is said of them."""
    if phrases.TOO_BIG.search(words) and not nobody:
        return BIG
    if phrases.SENDER.search(words) and not (nobody and sure):
        return POLICY if phrases.UNWELCOME.search(words) else SENDER
    if phrases.NAME_TROUBLE.search(words) and not nobody:
        return LATER
    if phrases.NO_DOMAIN.search(words):
        return NO_DOMAIN
    if phrases.CLOSED.search(words):
        return LATER if "temporar" in words.lower() else CLOSED
    if nobody:
        return NOBODY
    if phrases.UNWELCOME.search(words):
        return POLICY
    return LATER if phrases.NOT_NOW.search(words) else None
