"""A process that has loaded the product once and forks a sender for each line it reads, so that one that was killed is
back at once: what a run measures is the engine, not Python's imports.

Reads JSON lines: {"words": […], "out": FILE, "err": FILE} answers with the number of the new process; {"poll": NUMBER}
answers with its exit code, or with nothing while it lives.
"""

import json
import os
import random
import signal
import sys
from typing import Any

import django
from django.core.management import execute_from_command_line


def load() -> None:
    """What a sender needs, the pages' addresses included, because letters hold links."""
    django.setup()
    from django.template.loader import get_template
    from django.urls import get_resolver

    import portal.notifications.management.commands.deliver  # noqa: F401

    _ = get_resolver().url_patterns
    for name in ("message.txt", "message.html"):
        get_template(f"notifications/email/{name}")


def become(words: list[str]) -> None:
    """Run a command in this process as if it had been started with it."""
    if words[:2] == ["-m", "bench.faults.skewed"]:
        from bench.faults.skewed import set_clock_wrong

        set_clock_wrong(float(words[2]))
        become(words[3:])
    elif words[:2] == ["-m", "celery"]:
        from celery.__main__ import main

        sys.argv = ["celery", *words[2:]]
        main()
    else:
        execute_from_command_line(words)


def fork(words: list[str], out: str, err: str) -> int:
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
        os.dup2(os.open(err, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)
        random.seed()
        become(words)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def answer(asked: dict[str, Any], living: set[int]) -> str:
    if "poll" in asked:
        pid, status = os.waitpid(asked["poll"], os.WNOHANG)
        living.discard(pid)
        return str(os.waitstatus_to_exitcode(status)) if pid else ""
    pid = fork(**asked)
    living.add(pid)
    return str(pid)


def main() -> None:
    """Until the harness is gone, however it went: then everybody goes."""
    load()
    print("Loaded.", flush=True)
    living: set[int] = set()
    for line in sys.stdin:
        print(answer(json.loads(line), living), flush=True)
    for pid in living:
        os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
