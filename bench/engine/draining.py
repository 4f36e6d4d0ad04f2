"""How fast what is due goes out: the engine, the floor, and one task for each message, to the same far end."""

import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import connection

from bench.faults.crowd import LOOP, ROOT, Crowd, end, plain_environment
from bench.faults.house.apps import DOMAIN, KIND
from bench.faults.judge import accepted, read_log
from bench.faults.run import make_people
from bench.faults.servers import Broker
from bench.scores import percentile
from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.notifications.models import Delivery

PEOPLE = 1000
MOST_TASKS_PER_SECOND = 1000  # more than one task a message was ever seen to reach here
MB = 1024 * 1024


def people(count: int = PEOPLE) -> list[User]:
    """So many, made when they are not there yet."""
    found = list(User.objects.filter(email__endswith=f"@{DOMAIN}").order_by("pk")[:count])
    return found + (make_people(count - len(found), f"q{len(found)}p") if len(found) < count else [])


DUE = """
INSERT INTO notifications_delivery (id, kind, subject_key, channel, recipient_id, due_at, next_try_at, not_after,
    state, attempts, render_errors, ambiguous, message_id, last_code)
SELECT gen_random_uuid(), %(kind)s, 'bench:' || n || ':0', %(channel)s,
    (%(people)s::uuid[])[1 + n %% cardinality(%(people)s::uuid[])], due, due, due + interval '12 hours',
    'pending', 0, 0, 0, '', ''
FROM (SELECT n, %(at)s::timestamptz + n * make_interval(secs => %(over)s::float / %(count)s) AS due
      FROM generate_series(0, %(count)s - 1) n)
"""


def make_due(channel: str, count: int, at: Any, over: float = 0.0) -> None:
    """`count` messages, all due at one moment or evenly over so many seconds. The tables are empty before."""
    given = {"kind": KIND, "channel": channel, "people": [one.pk for one in people()], "at": at, "over": over}
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE notifications_delivery, notifications_deliveryattempt")
        cursor.execute(DUE, given | {"count": count})
        cursor.execute("VACUUM ANALYZE notifications_delivery")


def compared(channel: str, due: int, senders: int, room: Path, sample: float) -> dict[str, Any]:
    """The three of them one after the other, with the same messages. The engine drains them all; the other two are
    stopped after `sample` seconds, because their rate does not change and they take long."""
    crowd = Crowd(plain_environment(), room, seed=0)
    broker = Broker()
    with crowd.ends:
        crowd.ends.callback(broker.close)
        broker.start()
        port = crowd.start_sink()
        crowd.environment |= {
            "EMAIL_URL": f"smtp://127.0.0.1:{port}", "CELERY_BROKER_URL": broker.url, "CACHE_URL": "",
        }  # fmt: skip
        make_due(channel, due, handrail_now())
        floor = of_floor(crowd, "null" if channel == "null" else str(port), sample)
        engine = of_engine(crowd, channel, due, senders)
        tasks = of_tasks(crowd, channel, due, senders, sample)
    return {
        "due": due,
        "engine_per_second": round(engine, 1),
        "floor_per_second": round(floor, 1),
        "task_per_message_per_second": round(tasks, 1),
        "to_floor": round(engine / floor, 3),
        "to_task_per_message": round(engine / tasks, 2),
    }


def of_floor(crowd: Crowd, where: str, sample: float) -> float:
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.engine.floor", where, str(sample)], cwd=ROOT, env=crowd.environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    crowd.ends.callback(end, process)
    assert process.stdin is not None and process.stdout is not None
    process.stdout.readline()
    process.stdin.write("\n")
    process.stdin.flush()
    done, seconds = process.stdout.readline().split()
    return int(done) / float(seconds)


def of_engine(crowd: Crowd, channel: str, due: int, senders: int) -> float:
    """From the moment that they are due until the last is settled; the senders run already and find them."""
    crowd.start_senders(*[LOOP] * senders)
    until(lambda: len(crowd.sending()) == senders, 300)
    at = make_due_soon(channel, due)
    until(lambda: not left(), patience(due))
    crowd.stop_senders()
    return due / span_since(at)


def of_tasks(crowd: Crowd, channel: str, due: int, senders: int, sample: float) -> float:
    """All in the queue before the workers start, and timed from the first that was marked: in their favour."""
    from bench.faults.house.tasks import send_one

    os.environ["CELERY_BROKER_URL"] = crowd.environment["CELERY_BROKER_URL"]
    make_due(channel, due, handrail_now())
    queued = min(due, int(MOST_TASKS_PER_SECOND * sample))
    with send_one.app.connection_for_write(crowd.environment["CELERY_BROKER_URL"]) as line:
        for pk in Delivery.objects.filter(kind=KIND).values_list("pk", flat=True)[:queued].iterator():
            send_one.apply_async([str(pk)], connection=line)
    worker = crowd.start_sender(("-m", "celery", "-A", "portal", "worker", "-c", str(senders), "--without-mingle"))
    until(lambda: sent() > 0, 300)
    ends = time.monotonic() + sample
    until(lambda: sent() == queued or time.monotonic() > ends, sample + 60)
    worker.kill()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) / extract(epoch FROM max(sent_at) - min(sent_at)) FROM notifications_delivery"
            " WHERE state = 'sent'"
        )
        return float(cursor.fetchone()[0])


def minute(due: int, senders: int, room: Path) -> dict[str, Any]:
    """So many due within one minute, evenly: how late the mail server had each of them, counted from when that one was
    due. `all_at_once` counts as if each had been due at the minute's first moment."""
    crowd = Crowd(plain_environment(), room, seed=0)
    with crowd.ends:
        crowd.log.unlink(missing_ok=True)
        crowd.environment["EMAIL_URL"] = f"smtp://127.0.0.1:{crowd.start_sink()}"
        crowd.start_senders(*[LOOP] * senders)
        until(lambda: len(crowd.sending()) == senders, 300)
        began = make_due_soon("email", due, over=60.0).timestamp()
        until(lambda: not left(), 60 + patience(due))
        crowd.stop_senders()
        took = first_copies(crowd.log)
    late = [at - due_at for due_at, at in took]
    return {
        "due": due,
        "due_spread_over_seconds": 60,
        "arrived": len(took),
        "lateness_p50": percentile(late, 0.5),
        "lateness_p99": percentile(late, 0.99),
        "lateness_max": round(max(late), 1),
        "all_at_once_p99": percentile([at - began for _due, at in took], 0.99),
        "per_second": round(len(took) / (max(at for _due, at in took) - began), 1),
    }


def first_copies(log: Path) -> list[tuple[float, float]]:
    """When each message was due and when the mail server had it."""
    from portal.notifications.channels.letter import message_id

    arrived: dict[str, float] = {}
    for line in accepted(read_log(log)):
        arrived.setdefault(line.message_id, line.at)
    rows = {message_id(row): row.due_at.timestamp() for row in Delivery.objects.filter(kind=KIND).iterator()}
    return [(due_at, arrived[key]) for key, due_at in rows.items() if key in arrived]


def memory(messages: int, room: Path) -> dict[str, Any]:
    """What one sender holds after each tenth of its messages: the first tenth warms it up."""
    crowd = Crowd(plain_environment(), room, seed=0)
    seen: dict[int, float] = {}
    with crowd.ends:
        crowd.environment["EMAIL_URL"] = f"smtp://127.0.0.1:{crowd.start_sink()}"
        crowd.start_senders(LOOP)
        until(lambda: len(crowd.sending()) == 1, 300)
        for tenth in range(1, 11):
            make_due("email", messages // 10, handrail_now())
            until(lambda: not left(), patience(messages // 10))
            seen[tenth * (messages // 10)] = resident(crowd.senders[0].pid)
        crowd.stop_senders()
    held = list(seen.values())
    return {
        "resident_mb_after": {str(count): mb for count, mb in seen.items()},
        "grown_mb": round(held[-1] - held[0], 1),
    }


def resident(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / MB, 1)


def make_due_soon(channel: str, count: int, over: float = 0.0) -> Any:
    """Due when they have all been written, so that no sender begins before. Returns the first moment."""
    at = handrail_now() + timedelta(seconds=3 + count / 8000)
    make_due(channel, count, at, over)
    return at


def patience(due: int) -> float:
    """Seconds that a drain may take before the bench gives it up: fifty messages in each are far too few."""
    return 120 + due / 50


def sent() -> int:
    return Delivery.objects.filter(kind=KIND, state="sent").count()


def left() -> bool:
    return Delivery.objects.filter(kind=KIND, state__in=Delivery.OPEN).exclude(state="sent").exists()


def span_since(at: Any) -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM max(sent_at) - %s::timestamptz) FROM notifications_delivery", [at])
        return float(cursor.fetchone()[0])


def until(done: Any, seconds: float) -> None:
    end_at = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end_at:
            raise SystemExit("The bench waits too long.")
        time.sleep(0.2)
