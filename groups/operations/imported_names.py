"""Names for people of another forum: invented, the same for one writer in all threads of a group, and nobody's here."""

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Iterator

from django.conf import settings

from groups.foreign.names import Names
from groups.gentle_names import FIRST, SECOND
from groups.models import ImportedVoice, SupportGroup
from portal.accounts.models import User
from portal.accounts.names import fold

CHUNK = 1000


def digest_of(group: SupportGroup, source: str, author: str) -> bytes:
    """Names a writer without their name: keyed, so that nobody can try names out on a copy of the database."""
    plain = " ".join(unicodedata.normalize("NFKC", author).casefold().split())
    told = f"imported-voice|{group.uuid}|{source}|{plain}"
    return hmac.new(settings.INDEX_KEY.encode(), told.encode(), hashlib.sha256).digest()[:16]


def drawn(digest: bytes) -> Iterator[str]:
    """Names for one writer, the first that is free counts. They say nothing about the name there."""
    number = int.from_bytes(digest[:8], "big")
    first, number = FIRST[number % len(FIRST)], number // len(FIRST)
    second, number = SECOND[number % len(SECOND)], number // len(SECOND)
    yield f"{first} {second}"
    for turn in range(10_000):
        yield f"{first} {second} {100 + (number + turn) % 9_900}"


def names_for(group: SupportGroup, source: str, authors: Iterable[str]) -> tuple[Names, dict[str, bytes]]:
    """The name of each writer here, and their digest. Who spoke in an earlier run keeps their name; no name is that of
    an account."""
    digests = {author: digest_of(group, source, author) for author in sorted(set(authors))}
    rows = ImportedVoice.objects.filter(origin__group=group).values_list("digest", "voice__shown_name")
    held = {bytes(digest): name for digest, name in rows.distinct().iterator(chunk_size=CHUNK)}
    taken = {*held.values()}
    found: dict[str, str] = {}
    new = [author for author, digest in digests.items() if digest not in held]
    of_people = _names_of_people(next(drawn(digests[author])) for author in new)
    for author, digest in digests.items():
        if digest not in held:
            free = (name for name in drawn(digest) if name not in taken and fold(name) not in of_people)
            held[digest] = next(free)
            taken.add(held[digest])
        if author:
            found[author] = held[digest]
    return Names(found), digests


def _names_of_people(names: Iterable[str]) -> set[str]:
    keys = sorted({fold(name) for name in names})
    found: set[str] = set()
    for start in range(0, len(keys), CHUNK):
        rows = User.objects.filter(display_name_key__in=keys[start : start + CHUNK])
        found |= set(rows.values_list("display_name_key", flat=True))
    return found


def name_of(names: Names, digests: dict[str, bytes], author: str) -> str:
    return names.of(author) if author else next(drawn(digests[author]))
