"""Display names: pseudonyms, unique after everything that only looks different is folded together."""

import re
import unicodedata

from django.conf import settings

LOOK_ALIKE = str.maketrans(
    {
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "һ": "h",
        "ԁ": "d", "ԛ": "q", "ԝ": "w", "в": "b", "к": "k", "м": "m", "н": "h", "т": "t", "α": "a", "β": "b", "ε": "e",
        "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "u", "χ": "x", "ß": "ss", "ı": "i", "ł": "l",
        "0": "o", "1": "l", "|": "l", "i": "l", "5": "s", "$": "s", "@": "a",
    }
)  # fmt: skip

DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def fold(name: str) -> str:
    """The key under which a display name is unique: NFKC, case, accents, spacing and look-alike letters folded."""
    text = unicodedata.normalize("NFKC", name).casefold()
    text = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    text = text.translate(LOOK_ALIKE)
    return re.sub(r"[\W_]+", "", text).replace("rn", "m").replace("vv", "w")


def looks_like_full_name(name: str) -> bool:
    """Two or three capitalised words, the way people write a first and a family name."""
    words = name.strip().split()
    return 2 <= len(words) <= 3 and all(re.fullmatch(r"[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ][\w'’-]*", word) for word in words)


def equals_mailbox(name: str, email: str) -> bool:
    """Whether the name gives away the part of the email address before the @."""
    mailbox = email.partition("@")[0].partition("+")[0]
    return bool(fold(name)) and fold(name) == fold(mailbox)


def has_hidden_signs(name: str) -> bool:
    """Signs that one cannot see but that change how a name reads: control signs and those that turn the direction.
    Joiners stay: Persian words and some emoji need them."""
    return any(
        unicodedata.category(char) in {"Cc", "Co", "Cn"} or unicodedata.bidirectional(char) in DIRECTIONS
        for char in name
    )


def is_reserved(name: str) -> bool:
    """Whether people could take this for somebody who runs the site, or for somebody who left it."""
    key = fold(name)
    return key.startswith((fold(settings.SITE_NAME), fold("Former member"))) or key in RESERVED


RESERVED = {
    fold(name)
    for name in (
        "admin", "administrator", "moderator", "moderators", "moderation", "staff", "support", "helpdesk", "system",
        "safeguarding", "safeguarding lead", "the team", "anonymous", "deleted",
    )
}  # fmt: skip
