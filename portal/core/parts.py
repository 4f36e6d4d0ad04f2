"""Files that lie sealed in the database for a while, in parts: what they hold must not lie about in a folder."""

import uuid
from collections.abc import Iterator
from typing import Any, Self

from django.db import models

from portal.core.crypto import SealedColumn, seal, unseal

PART = 1024 * 1024


def pieces(content: bytes, size: int = PART) -> Iterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]


class SealedPart(models.Model):
    """A piece of a file, sealed for its place in it. Whoever builds on it adds `owner`, a foreign key, and says that
    owner and number are unique together."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField()
    content_sealed = SealedColumn()

    owner_id: Any

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.owner_id}, {self.number}"

    @property
    def place(self) -> str:
        return f"{self._meta.label_lower}|{self.owner_id}|{self.number}"

    def read(self) -> bytes:
        return unseal(bytes(self.content_sealed), associated=self.place)

    @classmethod
    def keep(cls, owner: Any, content: bytes) -> None:
        """Put a whole file away. Called in the transaction that makes its owner ready."""
        for number, piece in enumerate(pieces(content)):
            cls.keep_part(owner, number, piece)

    @classmethod
    def keep_part(cls, owner: Any, number: int, content: bytes) -> None:
        part = cls(number=number)
        part.owner_id = owner.pk
        part.content_sealed = seal(content, associated=part.place)
        part.save(force_insert=True)

    @classmethod
    def parts_of(cls, owner: Any) -> Iterator[Self]:
        rows: Any = cls._default_manager
        yield from rows.filter(owner=owner).order_by("number").iterator(chunk_size=1)


class SealingWriter:
    """A file that can only be written on, for `zipfile` and its like: each full part is sealed and saved at once, so
    that no more than one lies open in memory."""

    def __init__(self, kind: type[SealedPart], owner: Any) -> None:
        self.kind, self.owner = kind, owner
        self.waiting = bytearray()
        self.number = self.size = 0

    def write(self, content: Any) -> int:
        self.waiting += content
        self.size += len(content)
        while len(self.waiting) >= PART:
            self._save(PART)
        return len(content)

    def flush(self) -> None:
        """Nothing waits for the disk: parts are saved whole."""

    def close(self) -> None:
        if self.waiting:
            self._save(len(self.waiting))

    def _save(self, size: int) -> None:
        self.kind.keep_part(self.owner, self.number, bytes(self.waiting[:size]))
        del self.waiting[:size]
        self.number += 1
