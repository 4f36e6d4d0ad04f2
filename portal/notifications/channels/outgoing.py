"""Calls that leave this site for an address that somebody gave: to public places only, without following anywhere,
within one deadline."""

import http.client
import ipaddress
import select
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

PASSED_OVER = 16_384  # bytes of an answer; who says more is not asked again on the same connection


class NotAllowed(ValueError):
    """This address may not be called. The text is a sentence."""


class Failed(Exception):
    """Nobody answered as they should. `code` is short and holds no address. `begun`: the words were on their way, so
    that nobody knows whether they arrived."""

    def __init__(self, code: str, *, begun: bool = False) -> None:
        super().__init__(code)
        self.code, self.begun = code, begun


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back. Nothing else of an answer is read."""

    status: int
    retry_after: str = ""


def is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def checked_place(url: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and path of an address whose form is allowed. Raises NotAllowed."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise NotAllowed(_("This is not an address.")) from error
    host = parts.hostname or ""
    if not host or parts.username or parts.password or parts.fragment or any(ord(sign) <= 32 for sign in url):
        raise NotAllowed(_("Write the whole address, without a name or a password in it."))
    if not url.isascii():
        raise NotAllowed(_("Write the address in ASCII letters."))
    if parts.scheme != "https" and not (parts.scheme == "http" and settings.DEMO and is_loopback(host)):
        raise NotAllowed(_("The address begins with https://."))
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path


def checked_address(host: str, port: int) -> Any:
    """Where to connect: every address of the host has to be a public one, unless the host is allowed by a setting.
    Raises NotAllowed, Failed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Failed("no such host") from error
    allowed = host in settings.WEBHOOK_PRIVATE_HOSTS or (settings.DEMO and is_loopback(host))
    for one in found:
        address = ipaddress.ip_address(str(one[4][0]).partition("%")[0])
        address = getattr(address, "ipv4_mapped", None) or address
        if not allowed and (not address.is_global or address.is_multicast):
            raise NotAllowed(_("The address leads into a private network."))
    return found[0]


class Line:
    """One connection to a place that was checked. `handle` is of the same connection, also when TLS took the first
    socket over: whoever holds it can end a call that takes too long."""

    def __init__(self, scheme: str, host: str, port: int) -> None:
        family, kind, protocol, _name, self.place = checked_address(host, port)
        self.scheme, self.host = scheme, host
        self.connection = http.client.HTTPConnection(host, port)
        self.connection.auto_open = 0  # never by itself, to a place that nobody checked
        self.plain = socket.socket(family, kind, protocol)
        self.handle = self.plain.dup()

    def ready(self, seconds: float) -> None:
        """Connected, by TLS where it is asked for, and each wait no longer than that."""
        if self.connection.sock is None:
            self.plain.settimeout(seconds)
            self.plain.connect(self.place)
            tls = self.scheme == "https"
            self.connection.sock = trusted().wrap_socket(self.plain, server_hostname=self.host) if tls else self.plain
        self.connection.sock.settimeout(seconds)

    def fit(self) -> bool:
        """Nothing came since the last answer: neither an end nor words that nobody asked for."""
        ears = select.poll()
        ears.register(self.handle, select.POLLIN)
        return not ears.poll(0)

    def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[Reply, bool]:
        """The answer, and whether the connection can take another call. What a short answer says is passed over."""
        self.connection.request("POST", path, body=body, headers=dict(headers))
        answer = self.connection.getresponse()
        reply = Reply(answer.status, answer.headers.get("Retry-After", ""))
        if answer.will_close:
            return reply, False
        try:
            answer.read(PASSED_OVER)
        except (OSError, http.client.HTTPException):
            return reply, False
        return reply, answer.isclosed() and not answer.length

    def close(self) -> None:
        self.connection.close()
        self.plain.close()
        self.handle.close()


class Lines:
    """Calls that follow each other: a connection is kept for the next one to the same place. For one thread, which
    closes them in the end."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str, int], Line] = {}

    def post(self, url: str, body: bytes, headers: Mapping[str, str], *, seconds: float) -> Reply:
        """The name is looked up once for a connection, and what was checked is what is connected to; nothing is
        followed. Raises NotAllowed, Failed."""
        scheme, host, port, path = checked_place(url)
        try:
            line = self._kept((scheme, host, port)) or Line(scheme, host, port)
        except OSError as error:
            raise Failed("no answer") from error
        ended, begun, again = threading.Event(), False, False
        deadline = threading.Timer(seconds, _end, [line.handle, ended])
        deadline.daemon = True
        deadline.start()
        try:
            line.ready(seconds)
            begun = True
            reply, again = line.post(path, body, headers)
            return reply
        except TimeoutError as error:
            raise Failed("too slow", begun=begun) from error
        except ssl.SSLError as error:
            raise Failed("no trusted certificate", begun=begun) from error
        except (OSError, http.client.HTTPException) as error:
            raise Failed("too slow" if ended.is_set() else "no answer", begun=begun) from error
        finally:
            deadline.cancel()
            if again and not ended.is_set():
                self.kept[scheme, host, port] = line
            else:
                line.close()

    def _kept(self, place: tuple[str, str, int]) -> Line | None:
        line = self.kept.pop(place, None)
        if line is None or line.fit():
            return line
        line.close()
        return None

    def close(self) -> None:
        while self.kept:
            self.kept.popitem()[1].close()


def exchange(url: str, body: bytes, headers: Mapping[str, str], *, seconds: float) -> Reply:
    """One call by itself. Raises NotAllowed, Failed."""
    with closing(Lines()) as lines:
        return lines.post(url, body, {**headers, "Connection": "close"}, seconds=seconds)


@lru_cache
def trusted() -> ssl.SSLContext:
    """Reading the machine's certificates takes longer than a call, so it is done once."""
    return ssl.create_default_context()


def _end(handle: socket.socket, ended: threading.Event) -> None:
    """Whoever sends a letter now and then does not hold a worker."""
    ended.set()
    try:
        handle.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
