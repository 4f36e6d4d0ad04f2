"""The processes of the product itself."""

import signal
import socket
import sys
from collections.abc import Mapping

from portal.launch.account import own_account
from portal.launch.places import Places
from portal.launch.processes import Program


def python_program(
    name: str,
    words: list[str],
    places: Places,
    env: Mapping[str, str],
    dies_with: signal.Signals = signal.SIGTERM,
    pass_fds: tuple[int, ...] = (),
) -> Program:
    return Program(
        name=name,
        command=[sys.executable, "-m", *words],
        log=places.logs / f"{name}.log",
        cwd=places.root,
        env=env,
        account=own_account(),
        dies_with=dies_with,
        pass_fds=pass_fds,
    )


def prepare(places: Places, env: Mapping[str, str]) -> Program:
    return python_program("prepare", ["portal.launch.prepare"], places, env)


def mailbox(places: Places, env: Mapping[str, str], listening: socket.socket) -> Program:
    words = ["portal.launch.mail_sink", "--descriptor", str(listening.fileno()), "--folder", str(places.mail)]
    return python_program("mailbox", words, places, env, pass_fds=(listening.fileno(),))


def web(places: Places, env: Mapping[str, str], port: int) -> Program:
    words = ["gunicorn", "portal.wsgi:application", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"]
    words += ["--threads", "8", "--timeout", "60", "--graceful-timeout", "2", "--no-control-socket"]
    return python_program("web", words, places, env)


def worker(places: Places, env: Mapping[str, str]) -> Program:
    """Threads share one small pool of database sessions; a forked worker would hold one for each task."""
    words = ["celery", "-A", "portal", "worker", "--pool", "threads", "-c", "4", "-l", "info"]
    words += ["--without-gossip", "--without-mingle", "-n", "worker@handrail"]
    return python_program(
        "worker", words, places, env, dies_with=signal.SIGKILL
    )  # it would wait for a broker that is gone


def beat(places: Places, env: Mapping[str, str]) -> Program:
    words = ["celery", "-A", "portal", "beat", "-s", str(places.beat_schedule), "-l", "warning"]
    return python_program("beat", words, places, env)


def product(places: Places, env: Mapping[str, str], port: int) -> list[Program]:
    return [web(places, env, port), worker(places, env), beat(places, env)]
