"""Rooms meet through registries: a house offers something here, and whoever needs it asks, knowing no house."""

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar


class Keyed(Protocol):
    @property
    def key(self) -> str: ...


Item = TypeVar("Item", bound=Keyed)


class Registry(Generic[Item]):
    """Things by their key, in the order they were offered. Offering a key twice is a programming error."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._items: dict[str, Item] = {}

    def register(self, item: Item) -> Item:
        if item.key in self._items:
            raise ValueError(f"There is already a {self.what} called {item.key!r}.")
        self._items[item.key] = item
        return item

    def get(self, key: str) -> Item:
        """Raises KeyError for a key that nobody offered."""
        return self._items[key]

    def find(self, key: str) -> Item | None:
        return self._items.get(key)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())
