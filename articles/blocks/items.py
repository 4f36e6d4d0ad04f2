"""Items inside blocks keep their ids when the words around them change."""

from collections.abc import Mapping
from typing import Any

from articles.blocks.base import Data


def keep_item_ids(old: Mapping[str, Any], new: Data) -> Data:
    """The new words with the old items' ids, wherever an item says the same or stands in the same place."""
    return {name: _keep(old.get(name), value) for name, value in new.items()}


def _keep(old: Any, new: Any) -> Any:
    if not (isinstance(new, list) and new and isinstance(new[0], dict) and isinstance(old, list)):
        return new
    known = [item for item in old if isinstance(item, dict) and item.get("id")]
    taken: set[str] = set()
    ids = [_by_words(item, known, taken) for item in new]
    if len(known) == len(new):
        for place, item in enumerate(known):
            if ids[place] is None and item["id"] not in taken:
                ids[place] = item["id"]
                taken.add(item["id"])
    return [{**item, "id": kept or item["id"]} for item, kept in zip(new, ids, strict=True)]


def _by_words(item: Mapping[str, Any], known: list[Any], taken: set[str]) -> str | None:
    for other in known:
        if other["id"] not in taken and {**other, "id": ""} == {**item, "id": ""}:
            taken.add(other["id"])
            return str(other["id"])
    return None
