"""What the engine is measured against: one process that claims, marks and commits each message, and nothing else.

python -m bench.engine.floor null | PORT SECONDS

prints "Ready.", waits for a line, prints how many and in how many seconds
"""

import os
import smtplib
import sys
import time
from urllib.parse import urlsplit

import psycopg

CLAIM = """
SELECT id FROM notifications_delivery WHERE state = 'pending' AND next_try_at <= clock_timestamp()
ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
"""
MARK = "UPDATE notifications_delivery SET state = 'sent', sent_at = clock_timestamp() WHERE id = %s"
LETTER = "\r\n".join(
    ["From: Handrail <no-reply@handrail.example>", "To: {to}", "Subject: Time for your plan",
     "Message-ID: <{key}@floor>", "Content-Type: text/html; charset=utf-8", "", "{body}", ""]
)  # fmt: skip


def drain(line: psycopg.Connection, port: int | None, body: str, seconds: float) -> int:
    smtp = smtplib.SMTP("127.0.0.1", port) if port else None
    done, ends = 0, time.monotonic() + seconds
    while time.monotonic() < ends:
        with line.transaction():
            row = line.execute(CLAIM).fetchone()
            if row is None:
                return done
            if smtp is not None:
                letter = LETTER.format(to="p@sink.example", key=row[0], body=body)
                smtp.sendmail("no-reply@handrail.example", ["p@sink.example"], letter.encode())
            line.execute(MARK, row)
        done += 1
    return done


def connect(url: str) -> psycopg.Connection:
    """The address as the product writes it: its path is the socket folder and the name."""
    parts = urlsplit(url)
    folder, _, name = parts.path[1:].rpartition("/")
    host = folder or (parts.hostname or "").replace("%2F", "/").replace("%2f", "/")
    return psycopg.connect(host=host, dbname=name, user=parts.username or "", port=parts.port or 5432, autocommit=True)


if __name__ == "__main__":
    port = None if sys.argv[1] == "null" else int(sys.argv[1])
    body = "<p>" + "x" * 70 + "</p>\r\n"
    line = connect(os.environ["DATABASE_URL"])
    print("Ready.", flush=True)
    sys.stdin.readline()
    began = time.monotonic()
    done = drain(line, port, body * int(os.environ.get("FLOOR_LINES", "60")), float(sys.argv[2]))
    print(done, time.monotonic() - began, flush=True)
