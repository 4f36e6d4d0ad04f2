"""E-mail addresses and names on social platforms."""

import re
from collections.abc import Iterator

from ..findings import Band
from .detail import Detail, DetailRule, Source, mentions

EMAIL = DetailRule(
    "details.email", 1, "email", Band.AMBER, "An e-mail address, written plainly or with words for its signs."
)
HANDLE = DetailRule("details.social-handle", 1, "social_handle", Band.AMBER, "A name on a social platform.")
RULES = (EMAIL, HANDLE)

_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._%+-")
_DOMAIN = re.compile(r"[a-z0-9-]{1,63}+(?:\.[a-z0-9-]{1,63}+){1,5}+")
_SPELLED_AT = re.compile(r" ?[(\[{<*_-]\s?at\s?[)\]}>*_-] ?| at ")
_SPELLED_DOMAIN = re.compile(
    r"([a-z0-9-]{1,40}+) ?(?:[(\[{<]\s?dot\s?[)\]}>] ?| dot |\. ?)(?:co(?: ?(?:[(\[{<]dot[)\]}>]| dot |\.) ?)uk|com|org|net|co|uk|edu|gov|nhs|ie|de|fr)"
    r"(?![a-z0-9])"
)
_MAIL_HOSTS = frozenset(
    "gmail googlemail hotmail yahoo outlook icloud live aol btinternet protonmail proton gmx me msn".split()
)
_AT_NAME = re.compile(r"@([a-z0-9_.]{2,30}+)")
_REDDIT = re.compile(r"(?<![a-z0-9/])/?u/[a-z0-9_-]{3,20}+")
_PLATFORM = re.compile(
    r"(?<![a-z0-9])(?:instagram|insta|ig|facebook|fb|twitter|tiktok|snapchat|snap|telegram|discord|skype|whatsapp|linkedin|youtube"
    r"|kik|wechat|signal|messenger|threads|bluesky|mastodon|twitch|reddit|tumblr|username|handle)(?![a-z0-9])"
)
_NAME_AFTER = re.compile(
    r"\s*(?:me\s+)?(?:handle|name|username|account|id|user|page|profile)?\s*(is|:|=|as|under|-|at|,)?\s*:?\s*@?([a-z0-9_.#-]{3,32}+)"
)
_CUES = frozenset(
    "instagram insta ig facebook fb twitter tiktok snapchat snap telegram discord skype whatsapp linkedin follow add find dm pm"
    " message contact handle socials reach me".split()
)
_PLAIN_WORDS = frozenset(
    "private public page group full down slow great good account better called just the and but not because full called also too"
    " lovely helpful really they there with from that this when where what full page group groups live story post posts ads"
    " friends friend family support feed marketplace video videos call calls chat chats message messages about for are has was".split()
)


def scan(source: Source, taken: bytearray) -> Iterator[Detail]:
    yield from _emails(source.plain)
    yield from _spelled_emails(source.plain)
    yield from _handles(source)


def _emails(plain: str) -> Iterator[Detail]:
    at = plain.find("@")
    reached = 0
    while at >= 0:
        start = at
        while start > reached and at - start < 64 and plain[start - 1] in _LOCAL:
            start -= 1
        domain = _DOMAIN.match(plain, at + 1)
        if (
            start < at
            and domain
            and domain.group().rsplit(".", 1)[-1].isalpha()
            and len(domain.group().rsplit(".", 1)[-1]) > 1
        ):
            reached = domain.end()
            yield Detail(EMAIL, start, domain.end())
        at = plain.find("@", max(at + 1, reached))


def _spelled_emails(plain: str) -> Iterator[Detail]:
    """ "jane dot smith at gmail dot com", "jane (at) mail (dot) org"."""
    for match in _SPELLED_AT.finditer(plain):
        domain = _SPELLED_DOMAIN.match(plain, match.end())
        if domain is None:
            continue
        bracketed = any(mark in match.group() for mark in "([{<*_")
        if not (bracketed or domain.group(1) in _MAIL_HOSTS or " dot " in domain.group()):
            continue
        start = match.start()
        while start > 0 and match.start() - start < 64 and plain[start - 1] in _LOCAL:
            start -= 1
        if plain[max(0, start - 5) : start] == " dot ":
            start -= 5
            while start > 0 and plain[start - 1] in _LOCAL:
                start -= 1
        if start < match.start():
            yield Detail(EMAIL, start, domain.end())


def _handles(source: Source) -> Iterator[Detail]:
    plain = source.plain
    for match in _AT_NAME.finditer(plain):
        at, end = match.start(), match.end()
        while end > at and plain[end - 1] == ".":
            end -= 1
        alone = not plain[at - 1 : at].isalnum() if at else True
        around = source.before(at, 70) + " " + source.after(end, 40)
        if alone and end - at > 2 and (mentions(around, _CUES) or any(char in "_0123456789" for char in match.group())):
            yield Detail(HANDLE, at, end)
    for match in _REDDIT.finditer(plain):
        yield Detail(HANDLE, match.start(), match.end())
    for match in _PLATFORM.finditer(plain):
        named = _NAME_AFTER.match(plain, match.end())
        if named is None:
            continue
        link, name = named.group(1) or "", named.group(2).rstrip(".-")
        marked = any(char in "_0123456789#" for char in name) or "." in name[1:-1] or plain[named.start(2) - 1] == "@"
        told = link in ("is", ":", "=", "as", "under") and name not in _PLAIN_WORDS and len(name) > 3
        personal = mentions(source.before(match.start(), 30), frozenset("my me on im".split())) or link in (":", "=")
        if name.replace("-", "").isdigit() or not name:
            continue
        if (marked and (link or personal)) or (told and personal and link in (":", "=", "as", "under")):
            end = named.start(2) + len(name)
            if link in ("as", "under") and (second := re.compile(r" ([A-Z][a-z]+)").match(source.cased, end)):
                end = second.end()
            yield Detail(HANDLE, named.start(2), end)
