"""A mail server that answers by a script: for each step a reply, or it hangs up, or it says nothing, or it drips
bytes of no answer, or it waits until the test says `go`. With a certificate it talks TLS."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

HANG_UP, SILENCE, WAIT, DRIP = "hang up", "silence", "wait", "drip"
FINE = {"HELLO": "220 here", "EHLO": "250 here", "MAIL": "250 ok", "RCPT": "250 ok", "DATA": "354 go on",
        "DOT": "250 2.0.0 taken", "RSET": "250 ok", "QUIT": "221 bye"}  # fmt: skip


class Scripted:
    """`script` may be changed between messages. A list is used up reply by reply; its last one stays. `closed`: TLS
    from the first byte on; otherwise after STARTTLS."""

    def __init__(self, tls: ssl.SSLContext | None = None, closed: bool = False, **script: Any) -> None:
        self.script: dict[str, Any] = FINE | script
        self.tls, self.closed = tls, closed
        if tls is not None and not closed:
            self.script |= {"EHLO": "250-here\r\n250 STARTTLS", "STARTTLS": "220 go on"}
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
        with contextlib.suppress(OSError), line:
            if self.tls is None:
                self._converse(line)
            elif self.closed or self._converse(line):
                with self.tls.wrap_socket(line, server_side=True) as covered:
                    self._converse(covered, greeting=self.closed)

    def _converse(self, line: socket.socket, greeting: bool = True) -> bool:
        """Until it is over, or has come to STARTTLS: then true."""
        with line.makefile("rwb") as file:
            if greeting and not self._say(file, "HELLO"):
                return False
            while heard := file.readline():
                step = heard.split()[0].decode(errors="replace").upper()
                if step in {"MAIL", "RCPT"}:
                    self.envelopes.append(heard.decode().strip())
                if step not in self.script or not self._say(file, step):
                    return False
                if step == "DATA" and self.script_said("DATA").startswith("354") and not self._take(file):
                    return False
                if step == "STARTTLS":
                    return True
        return False

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
        drops = 200 if reply == DRIP else 0  # ten seconds, so that a test without a deadline ends too
        while drops and not self.over.wait(0.05):
            file.write(b"2")
            file.flush()
            drops -= 1
        if reply == SILENCE:
            self.over.wait(20)
        if reply in {HANG_UP, SILENCE, DRIP}:
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
