"""The engine's clock: the database's own time, which a test harness may shift to simulate whole nights."""

from datetime import datetime

from django.db import connection
from django.db.models import DateTimeField, Func


class HandrailNow(Func):
    """`handrail_now()` inside a query."""

    function = "handrail_now"
    template = "%(function)s()"
    output_field = DateTimeField()


def handrail_now() -> datetime:
    """The same time as an aware datetime; one query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT handrail_now()")
        return cursor.fetchone()[0]
