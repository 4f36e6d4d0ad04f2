"""Web addresses, and those that lead to a person."""

import re
from collections.abc import Iterator

from ..findings import Band
from .detail import Detail, DetailRule, Source

LINK = DetailRule("details.link", 1, "link", Band.GREEN, "A web address.")
PROFILE = DetailRule("details.profile-link", 1, "social_handle", Band.AMBER, "A web address of a person's profile.")
RULES = (LINK, PROFILE)

_SCHEME = re.compile(r"(?:https?://|www\.)[^\s<>\"()\[\]]++")
_TLD = re.compile(
    r"\.(?:com|co|org|net|info|io|me|gg|tv|app|shop|store|online|site|uk|us|ie|de|fr|es|it|nl|eu|ca|au|nz|in|tr|ly|be|pl)"
    r"(?![a-z0-9-])(?:/[^\s<>\"()\[\]]*+)?"
)
_HOST = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-.")
_PROFILES = (
    "facebook.com/", "fb.com/", "fb.me/", "m.me/", "instagram.com/", "instagr.am/", "twitter.com/", "x.com/", "tiktok.com/@",
    "snapchat.com/", "t.me/", "wa.me/", "chat.whatsapp.com/", "linkedin.com/in/", "discord.gg/", "discord.com/", "youtube.com/@",
    "onlyfans.com/", "linktr.ee/", "reddit.com/user/", "reddit.com/u/", "threads.net/@", "telegram.me/", "signal.me/",
)  # fmt: skip
_LONGEST_HOST = 100


def _trimmed(plain: str, start: int, end: int) -> int:
    while end > start and plain[end - 1] in ".,;:!?'*":
        end -= 1
    return end


def _detail(plain: str, start: int, end: int) -> Detail:
    address = plain[start:end]
    return Detail(PROFILE if any(profile in address for profile in _PROFILES) else LINK, start, end)


def scan(source: Source, taken: bytearray) -> Iterator[Detail]:
    plain = source.plain
    for match in _SCHEME.finditer(plain):
        end = _trimmed(plain, match.start(), match.end())
        if end - match.start() > 6:
            yield _detail(plain, match.start(), end)  # the caller marks it as taken
    reached = 0
    for match in _TLD.finditer(plain):
        start = match.start()
        while start > reached and match.start() - start < _LONGEST_HOST and plain[start - 1] in _HOST:
            start -= 1
        end = _trimmed(plain, match.start(), match.end())
        reached = end
        host = plain[start : match.start()].strip(".-")
        if (
            any(taken[start:end])
            or not host
            or plain[start - 1 : start] in ("@", "/")
            or not _is_host(host, plain, match)
        ):
            continue
        yield _detail(plain, start, end)


def _is_host(host: str, plain: str, match: re.Match[str]) -> bool:
    """Not a missing space after a full stop: "better.in the end", "me.me"."""
    label = host.rsplit(".", 1)[-1]
    if not any(char.isalpha() for char in label):
        return False
    ending = match.group().split("/")[0]
    certain = ending in (
        ".com",
        ".org",
        ".net",
        ".io",
        ".info",
        ".gg",
        ".ly",
        ".app",
        ".shop",
        ".store",
        ".online",
        ".site",
    )
    return certain or "/" in match.group() or "." in host or ending in (".uk", ".ie", ".de", ".fr", ".tr", ".eu", ".nz")
