"""Many rows in one statement: each column travels as one array, and new keys lie side by side in their index."""

import os
from collections.abc import Iterable

PREFIX_BYTES, REST_BYTES = 4, 11


def column(values: Iterable[str | None]) -> str:
    """An array literal for `unnest(%s::text[])`, or any other type that is written as text; None is NULL. The driver
    would write one value after the other, which takes longer than the database needs to store them."""
    quoted = ("NULL" if one is None else '"' + one.replace("\\", "\\\\").replace('"', '\\"') + '"' for one in values)
    return "{" + ",".join(quoted) + "}"


def plain_column(values: Iterable[str]) -> str:
    """The same, quicker, for values without commas, quotes, braces, backslashes and spaces: keys, dates, moments."""
    return "{" + ",".join(values) + "}"


def prefix() -> str:
    """What the keys of one batch share: eight hexadecimal digits, random too. A batch then touches a few pages of the
    index, not one for each row, and its keys still tell nothing."""
    return os.urandom(PREFIX_BYTES).hex()


def new_ids(count: int) -> list[str]:
    """Random keys (UUID, version 4) for rows that are written together."""
    first, rest, width = prefix(), os.urandom(REST_BYTES * count).hex(), 2 * REST_BYTES
    parts = (rest[start : start + width] for start in range(0, width * count, width))
    return [f"{first}-{one[:4]}-4{one[4:7]}-a{one[7:10]}-{one[10:]}" for one in parts]
