"""One look at one address of the web, politely and safely.

Only public addresses are asked: a guide's link must not let anybody reach into the network that this site stands in,
so a name is resolved first and the connection goes to the very address that was checked, at each redirect again.
"""

import hashlib
import http.client
import ipaddress
import re
import socket
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.utils.html import strip_tags

TIMEOUT = 10
MOST_REDIRECTS = 5
MOST_BYTES = 500_000
UNREAD = re.compile(
    r"<(script|style|nav|header|footer|aside|template|noscript)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
MAIN = re.compile(r"<main\b.*?</main\s*>", re.DOTALL | re.IGNORECASE)
NOT_WORDS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` is the answer's code, None when there was none; `problem` says why in a few words, empty when the page
    is there; `fingerprint` is of its words, empty when it is not a page of text."""

    status: int | None = None
    problem: str = ""
    fingerprint: str = ""


class NotAsked(Exception):
    """An address that is not asked, and why."""


def look_at(url: str) -> Answer:
    """Ask for a page and follow up to five redirects. Never raises; ten seconds for each step at most."""
    try:
        for _hop in range(MOST_REDIRECTS + 1):
            status, headers, body = _ask(url)
            if status not in {301, 302, 303, 307, 308} or not headers.get("Location"):
                return _answer(status, headers, body)
            url = urljoin(url, headers["Location"])
    except NotAsked as error:
        return Answer(problem=str(error))
    except TimeoutError:
        return Answer(problem="no answer in time")
    except (OSError, http.client.HTTPException, ValueError):
        return Answer(problem="could not be reached")
    return Answer(problem="too many redirects")


def _ask(url: str) -> tuple[int, Any, bytes]:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise NotAsked("not an address of the web")
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    port = parts.port or (443 if parts.scheme == "https" else 80)
    place = _public(parts.hostname, port)
    connection = kind(parts.hostname, port, timeout=TIMEOUT)
    connection._create_connection = lambda _address, *rest: socket.create_connection(place, *rest)  # type: ignore[attr-defined]
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        agent = f"Handrail link check ({settings.BASE_URL})"
        connection.request("GET", target, headers={"User-Agent": agent, "Accept": "text/html,*/*;q=0.5"})
        response = connection.getresponse()
        return response.status, response.headers, response.read(MOST_BYTES)
    finally:
        connection.close()


def _public(host: str, port: int) -> tuple[str, int]:
    """An address of this host to connect to. Raises NotAsked unless all of its addresses are public."""
    found = [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for address in found:
        if not ipaddress.ip_address(address).is_global and address not in settings.LINK_CHECK_ALSO:
            raise NotAsked("not a public address")
    return found[0], port


def _answer(status: int, headers: Any, body: bytes) -> Answer:
    if status in {401, 403, 405, 429, 503}:
        return Answer(status)  # there, but not for machines: no reason to worry an editor
    if status >= 400:
        return Answer(status, problem=f"answers {status}")
    return Answer(status, fingerprint=fingerprint(body) if "html" in headers.get("Content-Type", "") else "")


def fingerprint(body: bytes) -> str:
    """A digest of the words of a page's main part. Numbers and marks do not count: dates and counters move daily."""
    page = body.decode("utf-8", "replace")
    main = MAIN.search(page)
    words = NOT_WORDS.sub(" ", strip_tags(UNREAD.sub(" ", main.group() if main else page))).lower().split()
    return hashlib.sha256(" ".join(words).encode()).hexdigest() if words else ""
