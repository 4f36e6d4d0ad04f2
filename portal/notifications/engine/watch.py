"""Signs of life. A role that beats tells the others that its work is being done.

A sign from the future is none: it was given before the clock of the database was set back.
"""

from django.db import connection

BEAT = """
INSERT INTO notifications_heartbeat AS h (role, seq, at) VALUES (%s, 1, handrail_now())
ON CONFLICT (role) DO UPDATE SET seq = h.seq + 1, at = EXCLUDED.at
"""
TURN = BEAT + "WHERE h.at NOT BETWEEN handrail_now() - make_interval(secs => %s) AND handrail_now()"
QUIET = """
SELECT NOT EXISTS (SELECT 1 FROM notifications_heartbeat WHERE role = %s
                   AND at BETWEEN handrail_now() - make_interval(secs => %s) AND handrail_now())
"""


def beat(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(BEAT, [role])


def my_turn(role: str, seconds: float) -> bool:
    """Beat, if nobody did for so long: true for exactly one of those who ask at once."""
    with connection.cursor() as cursor:
        cursor.execute(TURN, [role, seconds])
        return cursor.rowcount == 1


def quiet(role: str, seconds: float) -> bool:
    """Whether nobody was heard in this role for so long."""
    with connection.cursor() as cursor:
        cursor.execute(QUIET, [role, seconds])
        return bool(cursor.fetchone()[0])
