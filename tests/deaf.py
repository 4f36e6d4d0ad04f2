"""A server that takes every connection and never says a word, as one does that is frozen."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager


class DeafServer:
    def __init__(self, listening: socket.socket) -> None:
        self.listening, self.lines = listening, list[socket.socket]()
        self.port: int = listening.getsockname()[1]

    def calls(self) -> int:
        """How often it was called so far."""
        try:
            while True:
                self.lines.append(self.listening.accept()[0])
        except BlockingIOError:
            return len(self.lines)


@contextmanager
def deaf_server() -> Iterator[DeafServer]:
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:
        listening.setblocking(False)
        server = DeafServer(listening)
        yield server
        server.calls()
        for line in server.lines:
            line.close()
