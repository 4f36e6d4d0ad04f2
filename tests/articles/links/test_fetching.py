"""One look at an address, against a real server on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from articles.links.fetching import fingerprint, look_at


class Site(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["User-Agent"]))
        status, kind, body, where = {
            "/page": (200, "text/html", "<main>Walk a little each day.</main>", ""),
            "/moved": (301, "text/html", "", "/page"),
            "/round": (302, "text/html", "", "/round"),
            "/inward": (302, "text/html", "", "http://10.0.0.1/secret"),
            "/file": (302, "text/html", "", "file:///etc/hostname"),
            "/paper": (200, "application/pdf", "%PDF", ""),
            "/shy": (403, "text/html", "no", ""),
        }.get(self.path, (404, "text/html", "gone", ""))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if where:
            self.send_header("Location", where)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture
def site(settings) -> Iterator[str]:
    settings.LINK_CHECK_ALSO = ["127.0.0.1"]
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Site.asked.clear()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_that_is_there_has_a_status_and_a_fingerprint_of_its_words(site):
    answer = look_at(f"{site}/page")

    assert (answer.status, answer.problem) == (200, "")
    assert answer.fingerprint == fingerprint(b"<p>Walk a little each day.</p>")


def test_it_says_who_asks(site, settings):
    look_at(f"{site}/page")

    assert Site.asked == [("/page", f"Handrail link check ({settings.BASE_URL})")]


@pytest.mark.parametrize(
    ("place", "status", "problem"),
    [
        ("/moved", 200, ""),
        ("/gone", 404, "answers 404"),
        ("/shy", 403, ""),
        ("/paper", 200, ""),
        ("/round", None, "too many redirects"),
        ("/inward", None, "not a public address"),
        ("/file", None, "not an address of the web"),
    ],
)
def test_each_kind_of_answer_is_told_apart(site, place, status, problem):
    answer = look_at(site + place)

    assert (answer.status, answer.problem) == (status, problem)


def test_nobody_is_reached_through_a_link_into_this_network(site, settings):
    settings.LINK_CHECK_ALSO = []

    assert look_at(f"{site}/page").problem == "not a public address"
    assert Site.asked == []


@pytest.mark.parametrize("url", ["http://[::1", "http://127.0.0.1:99999999/", "javascript:alert(1)", "", "http://"])
def test_a_broken_address_is_a_problem_and_no_crash(url):
    assert look_at(url).problem


def test_a_server_that_is_not_there_is_said_so(site, settings):
    assert look_at("http://127.0.0.1:1/").problem == "could not be reached"


def test_numbers_menus_and_scripts_do_not_change_a_fingerprint():
    before = b"<nav>Home</nav><main>Take 2 walks.<script>one()</script></main><footer>2025</footer>"
    after = b"<nav>Start</nav><main>Take 3 walks.<script>two()</script></main><footer>2026</footer>"

    assert fingerprint(before) == fingerprint(after)


def test_other_words_change_it():
    assert fingerprint(b"<main>Take two walks.</main>") != fingerprint(b"<main>Take no walks.</main>")
