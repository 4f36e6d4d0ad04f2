"""Sealing anew what an earlier key sealed, so that the earlier key can go."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, models

from portal.core.crypto import CannotOpen, Sealed, SealedColumn, label_of_first_key, seal, unseal

BATCH = 200


@dataclass(frozen=True)
class Resealed:
    """What became of one column: rows sealed anew, and rows that no key of this site opens, which stay as they are."""

    column: str
    anew: int
    closed: int


@dataclass(frozen=True)
class Place:
    """A column, and what its values are sealed with beside the key."""

    column: str
    purpose: str
    associated: Callable[[Any], str]


def places_of(model: type[models.Model]) -> Iterator[Place]:
    """Every sealed column of a model: those with a descriptor, and pieces of files, which know their own place."""
    described = {one.column: one for base in model.__mro__ for one in vars(base).values() if isinstance(one, Sealed)}
    for field in model._meta.concrete_fields:
        if isinstance(field, SealedColumn):
            one = described.get(field.name)
            yield (
                Place(field.name, one.purpose, one.associated)
                if one
                else Place(field.name, "health", lambda row: row.place)
            )


def reseal_columns() -> Iterator[Resealed]:
    """Every column of which something was sealed with another key than the first. May be stopped and run again."""
    for model in apps.get_models():
        for place in places_of(model):
            anew = closed = 0
            for row in _sealed_earlier(model, place):
                done = _reseal(row, place)
                anew, closed = anew + done, closed + (not done)
            if anew or closed:
                yield Resealed(f"{model._meta.label}.{place.column}", anew, closed)


def _sealed_earlier(model: type[models.Model], place: Place) -> Iterator[models.Model]:
    """Rows whose value does not begin with the label of the first key, in the order of their keys."""
    label, table = label_of_first_key(place.purpose), connection.ops.quote_name(model._meta.db_table)
    column, pk = connection.ops.quote_name(place.column), connection.ops.quote_name(str(model._meta.pk.column))
    after: Any = None
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {pk} FROM {table} WHERE substring({column} FROM 1 FOR %s) <> %s"  # noqa: S608 - names of ours
                f" AND (%s::uuid IS NULL OR {pk} > %s) ORDER BY {pk} LIMIT %s",
                [len(label), label, after, after, BATCH],
            )
            found = [key for (key,) in cursor.fetchall()]
        if not found:
            return
        yield from model._base_manager.filter(pk__in=found).iterator(chunk_size=1)
        after = found[-1]


def _reseal(row: models.Model, place: Place) -> bool:
    """Write one value anew, unless somebody wrote it meanwhile. False when it does not open."""
    before, associated = bytes(getattr(row, place.column)), place.associated(row)
    try:
        plain = unseal(before, associated=associated, purpose=place.purpose)
    except CannotOpen:
        return False
    table, column = connection.ops.quote_name(row._meta.db_table), connection.ops.quote_name(place.column)
    pk = connection.ops.quote_name(str(row._meta.pk.column))
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {column} = %s WHERE {pk} = %s AND {column} = %s",  # noqa: S608 - names of ours
            [seal(plain, associated=associated, purpose=place.purpose), row.pk, before],
        )
    return True
