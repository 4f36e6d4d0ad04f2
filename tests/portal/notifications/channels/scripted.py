"""A mail server that answers by a script: for each step a reply, or it hangs up, or it says nothing,
or it waits until the test says `go`."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

HANG_UP, SILENCE, WAIT = "hang up", "silence", "wait"
FINE = {"HELLO": "220 here", "EHLO": "250 here", "MAIL": "250 ok", "RCPT": "250 ok", "DATA": "354 go on",
        "DOT": "250 2.0.0 taken", "RSET": "250 ok", "QUIT": "221 bye"}  # fmt: skip


class Scripted:
    """`script` may be changed between messages. A list is used up reply by reply; its last one stays."""

    def __init__(self, **script: Any) -> None:
        self.script: dict[str, Any] = FINE | script
        self.mails: list[bytes] = []
        self.envelopes: list[str] = []
        self.connections = 0
        self.over, self.waiting, self.go = threading.Event(), threading.Event(), threading.Event()
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _reply(self, step: str) -> str:
        reply = self.script[step]
        if isinstance(reply, list):
            reply = reply.pop(0) if len(reply) > 1 else reply[0]
        return str(reply)

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while not self.over.is_set():
                line, _ = self.socket.accept()
                self.connections += 1
                threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _talk(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError), line, line.makefile("rwb") as file:
            if not self._say(file, "HELLO"):
                return
            while heard := file.readline():
                step = heard.split()[0].decode(errors="replace").upper()
                if step in {"MAIL", "RCPT"}:
                    self.envelopes.append(heard.decode().strip())
                if step not in self.script or not self._say(file, step):
                    return
                if step == "DATA" and self.script_said("DATA").startswith("354") and not self._take(file):
                    return

    def script_said(self, step: str) -> str:
        reply = self.script[step]
        return str(reply[0] if isinstance(reply, list) else reply)

    def _take(self, file: Any) -> bool:
        words = b""
        if self.script.get("BODY") == HANG_UP:
            file.readline()
            return False
        while (part := file.readline()) != b".\r\n":
            if not part:
                return False
            words += part
        self.mails.append(words)
        return self._say(file, "DOT")

    def _say(self, file: Any, step: str) -> bool:
        reply = self._reply(step)
        if reply == WAIT:
            self.waiting.set()
            self.go.wait(60)
            reply = FINE[step]
        if reply == SILENCE:
            self.over.wait(20)
        if reply in {HANG_UP, SILENCE}:
            return False
        file.write(reply.encode() + b"\r\n")
        file.flush()
        return not reply.startswith("421")

    def close(self) -> None:
        self.over.set()
        self.socket.close()


@contextmanager
def mail_server(settings: Any, **script: Any) -> Iterator[Scripted]:
    """Running, and the one that the settings name."""
    server = Scripted(**script)
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.EMAIL_HOST_USER, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = "", False, False
    try:
        yield server
    finally:
        server.close()
