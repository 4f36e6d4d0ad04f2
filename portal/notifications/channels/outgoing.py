"""Calls that leave this site for an address that somebody gave: to public places only, without following anywhere,
within one deadline."""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _


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


def exchange(url: str, body: bytes, headers: Mapping[str, str], *, seconds: float) -> Reply:
    """Post to an address. The name is looked up once, and what was checked is what is connected to; nothing is
    followed. Raises NotAllowed, Failed."""
    scheme, host, port, path = checked_place(url)
    family, kind, protocol, _name, place = checked_address(host, port)
    connection = http.client.HTTPConnection(host, port, timeout=seconds)
    ended, begun = threading.Event(), False
    try:
        plain = socket.socket(family, kind, protocol)
        handle = plain.dup()  # of the same connection, also when TLS took the first over
        deadline = threading.Timer(seconds, _end, [handle, ended])
        deadline.daemon = True
        deadline.start()
        try:
            plain.settimeout(seconds)
            plain.connect(place)
            connection.sock = _dressed(plain, scheme, host)
            begun = True
            connection.request("POST", path, body=body, headers={**headers, "Connection": "close"})
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers.get("Retry-After", ""))
        finally:
            deadline.cancel()
            connection.close()
            plain.close()
            handle.close()
    except TimeoutError as error:
        raise Failed("too slow", begun=begun) from error
    except ssl.SSLError as error:
        raise Failed("no trusted certificate", begun=begun) from error
    except (OSError, http.client.HTTPException) as error:
        raise Failed("too slow" if ended.is_set() else "no answer", begun=begun) from error


def _dressed(plain: socket.socket, scheme: str, host: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host) if scheme == "https" else plain


def _end(handle: socket.socket, ended: threading.Event) -> None:
    """Whoever sends a letter now and then does not hold a worker."""
    ended.set()
    try:
        handle.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
