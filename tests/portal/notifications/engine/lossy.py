"""A line to the database that breaks after a statement was carried out and before its reply arrives, once."""

import contextlib
import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

READY = b"Z\x00\x00\x00\x05"  # the database is done with it, and has committed


@contextmanager
def line_that_loses_a_reply(words: bytes, which: int) -> Iterator[threading.Event]:
    """The reply to the `which`th statement with these words is lost. Yields an event that is set when it was."""
    before, lost = dict(connection.settings_dict), threading.Event()
    port = before["PORT"] or "5432"
    place, seen = tempfile.mkdtemp(), [0]
    door = socket.socket(socket.AF_UNIX)
    door.bind(f"{place}/.s.PGSQL.{port}")
    door.listen()

    def between(here: socket.socket) -> None:
        with here, reach(before["HOST"], port) as there, contextlib.suppress(OSError):
            threading.Thread(target=carry_back, args=(there, here), daemon=True).start()
            while said := here.recv(65536):
                seen[0] += words in said
                if words in said and seen[0] == which and not lost.is_set():
                    lost.set()  # before it is said: nothing of the answer is carried back
                there.sendall(said)

    def carry_back(there: socket.socket, here: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while said := there.recv(65536):
                if lost.is_set() and not cut.is_set():
                    while READY not in said:
                        said += there.recv(65536)
                    cut.set()
                    here.shutdown(socket.SHUT_RDWR)
                    return
                here.sendall(said)

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                here, _ = door.accept()
                threading.Thread(target=between, args=(here,), daemon=True).start()

    cut = threading.Event()
    threading.Thread(target=serve, daemon=True).start()
    connection.close()
    connection.settings_dict.update(HOST=place, PORT=port)
    try:
        yield lost
    finally:
        connection.close()
        connection.settings_dict.update(HOST=before["HOST"], PORT=before["PORT"])
        door.close()
        shutil.rmtree(place)


def reach(host: str, port: str) -> Any:
    """The database itself, by its own socket or by name."""
    if not Path(host).is_dir():
        return socket.create_connection((host, int(port)))
    there = socket.socket(socket.AF_UNIX)
    there.connect(f"{host}/.s.PGSQL.{port}")
    return there
