"""One SMTP connection, stepped by hand, so that it is always known how far a message got."""

import contextlib
import math
import re
import smtplib
import socket
import ssl
import threading
import time
from collections.abc import Container, Iterator
from contextlib import contextmanager
from functools import lru_cache

from django.conf import settings

DEADLINE_SECONDS = 30.0
CLOSING = 421
YES = range(200, 300)  # whatever the rest of the code says: the message is theirs (RFC 5321, 4.2.1)
NO = range(400, 600)
LONGEST_LINE = 8192
FIRST_DOT = re.compile(rb"^\.", re.M)  # doubled, so that no line of a mail looks like its end (RFC 5321, 4.5.2)


class Refused(Exception):
    """The far end answered, and the answer was no."""

    def __init__(self, code: int, words: bytes) -> None:
        super().__init__(code)
        self.code = code
        self.words = words


@lru_cache
def trusted() -> ssl.SSLContext:
    """Reading the machine's certificates takes longer than sending a mail, so it is done once."""
    return ssl.create_default_context()


@lru_cache
def our_name() -> str:
    """How we greet a mail server: the machine's full name or, when it has none, the domain that our mail comes from.
    Finding out may ask the network, so it is done once."""
    name = socket.getfqdn()
    return name if "." in name else settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"


class Line:
    """`stage` is the last step begun: connect, tls, login, mail, rcpt, data, body, dot. Only a failure in "dot"
    leaves it open whether the message was accepted: until then the final dot has not gone out."""

    def __init__(self) -> None:
        self.smtp: smtplib.SMTP | None = None
        self.stage = "connect"
        self.used = False
        self.held = b""  # of an answer, not read to its end
        self.grouped = False

    def _begin_counting(self, until: float) -> None:
        self.ends_at = min(until, time.monotonic() + DEADLINE_SECONDS)

    @contextmanager
    def _cut_in_time(self) -> Iterator[None]:
        """While a library talks: whatever the far end does, even one byte at a time, in the end the socket is shut."""
        timer = threading.Timer(self._left(), self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _cut(self) -> None:
        sock = self.smtp.sock if self.smtp is not None else None
        if sock is not None:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def _left(self) -> float:
        left = self.ends_at - time.monotonic()
        if left <= 0:
            raise TimeoutError("deadline")
        return left

    def open(self) -> None:
        """TLS when it is configured, or no connection at all: never a silent fall-back to plain text."""
        self.stage, self.used, self.held = "connect", False, b""
        with self._cut_in_time():
            self._open()

    def _open(self) -> None:
        """The object is made before it connects, so that `_cut` has something to cut whatever the far end does."""
        host, port, us = settings.EMAIL_HOST, settings.EMAIL_PORT, our_name()
        if getattr(settings, "EMAIL_USE_SSL", False):
            self.smtp = smtplib.SMTP_SSL(local_hostname=us, timeout=self._left(), context=trusted())
        else:
            self.smtp = smtplib.SMTP(local_hostname=us, timeout=self._left())
        self.smtp._host = host  # type: ignore[attr-defined]  # whose certificate it must be; else its constructor's work
        code, words = self.smtp.connect(host, port)
        if code != 220:
            raise Refused(code, words)
        self._socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # the final dot travels alone
        self.smtp.ehlo_or_helo_if_needed()
        if getattr(settings, "EMAIL_USE_TLS", False):
            self.stage = "tls"
            code, words = self.smtp.starttls(context=trusted())
            if code != 220:
                raise Refused(code, words)
            self.smtp.ehlo()
        if settings.EMAIL_HOST_USER:
            self.stage = "login"
            self.smtp.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)

    def send(self, sender: str, address: str, letter: bytes, until: float = math.inf) -> tuple[int, bytes]:
        """Raises Refused with the stage recorded, or whatever the network raises. Nothing goes out after `until`."""
        self._begin_counting(until)
        if self.smtp is None:
            self.open()
        try:
            self._begin(sender, address)
        except (smtplib.SMTPServerDisconnected, OSError, Refused) as error:
            if not self.used or (isinstance(error, Refused) and error.code != CLOSING):
                raise
            self.drop()  # an old connection that the far end closed meanwhile: nothing of this message went out
            self.open()
            self._begin(sender, address)
        self.used = True
        try:
            self._ask_for_data(address)
        except Refused:
            if self.grouped:
                self.drop()  # answers to what was said after the refusal are still to come: nobody waits for them
            raise
        return self._hand_in(letter)

    def _begin(self, sender: str, address: str) -> None:
        """All three at once where the far end takes them so (RFC 2920); its answers keep their order."""
        self.stage = "mail"
        self.grouped = self._connected().has_extn("pipelining")
        first = f"MAIL FROM:<{sender}>"
        try:
            self._say(f"{first}\r\nRCPT TO:<{address}>\r\nDATA" if self.grouped else first, {250})
        except Refused:
            if self.grouped:
                self.drop()
            raise

    def _ask_for_data(self, address: str) -> None:
        for stage, words, fine in (("rcpt", f"RCPT TO:<{address}>", {250, 251}), ("data", "DATA", {354})):
            self.stage = stage
            if self.grouped:
                self._answer(fine)
            else:
                self._say(words, fine)

    def _hand_in(self, letter: bytes) -> tuple[int, bytes]:
        self.stage = "body"
        lines = letter.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        lines = FIRST_DOT.sub(b"..", lines)
        sock = self._socket()
        sock.settimeout(self._left())
        sock.sendall(lines if lines.endswith(b"\r\n") else lines + b"\r\n")
        self._left()
        self.stage = "dot"
        sock.sendall(b".\r\n")
        return self._answer(YES)

    def _connected(self) -> smtplib.SMTP:
        if self.smtp is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        return self.smtp

    def _socket(self) -> socket.socket:
        sock = self._connected().sock
        if sock is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        return sock

    def _say(self, words: str, fine: Container[int]) -> None:
        sock = self._socket()
        sock.settimeout(self._left())
        sock.sendall(words.encode("ascii") + b"\r\n")
        self._answer(fine)

    def _answer(self, fine: Container[int]) -> tuple[int, bytes]:
        code, words = self._reply()
        if code not in fine:
            raise Refused(code, words)
        return code, words

    def _reply(self) -> tuple[int, bytes]:
        """One reply, which may have several lines (RFC 5321, 4.2.1)."""
        words = []
        while True:
            line = self._read_line()
            words.append(line[4:].strip())
            if line[3:4] != b"-":
                return (int(line[:3]) if line[:3].isdigit() else -1), b"\n".join(words)

    def _read_line(self) -> bytes:
        """Each wait is for what is left of the deadline: dripping does not prolong it."""
        sock = self._socket()
        while b"\n" not in self.held:
            sock.settimeout(self._left())
            more = sock.recv(4096)
            if not more:
                raise smtplib.SMTPServerDisconnected("closed")
            self.held += more
            if len(self.held) > LONGEST_LINE:
                raise smtplib.SMTPResponseException(500, "line too long")
        line, _, self.held = self.held.partition(b"\n")
        return line

    def reset(self) -> None:
        """Make the connection fit for the next message, or drop it."""
        self._begin_counting(math.inf)
        try:
            self._say("RSET", {250})
        except (OSError, smtplib.SMTPException, Refused):
            self.drop()

    def drop(self) -> None:
        if self.smtp is not None:
            with contextlib.suppress(OSError):
                self.smtp.close()
        self.smtp = None

    def close(self) -> None:
        if self.smtp is not None and self.smtp.sock is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                self.smtp.sock.settimeout(2)
                self.smtp.quit()
        self.drop()
