"""The port the pages are served on."""

import contextlib
import errno
import http.client
import socket
from collections.abc import Mapping

from portal.launch.refusal import Refusal

USUAL = 8000


def chosen_port(environment: Mapping[str, str]) -> int:
    text = environment.get("PORT") or str(USUAL)
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Refusal(f"PORT is {text!r}, but a port is a number from 1 to 65535.")
    return int(text)


def refuse_busy(port: int) -> None:
    """Both meanings of localhost must be free, or a browser may open somebody else's page."""
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family) as trial:
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if family == socket.AF_INET6:
                    trial.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                trial.bind((address, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise Refusal(
                    f"Port {port} is in use by another program: PORT={port + 1} scripts/run takes another."
                ) from None
            if error.errno == errno.EACCES:
                raise Refusal(f"Port {port} is reserved for root: PORT={USUAL} scripts/run takes another.") from None
            if family == socket.AF_INET:
                raise  # no IPv6 here is fine, no IPv4 is not


def answers(port: int) -> bool:
    """Whether the process page of the web server says that it serves."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(line):
        line.request("GET", "/healthz/", headers={"Host": "localhost"})
        return line.getresponse().status == 200
    return False
