"""A whole Handrail for the journeys: a copy of this checkout, started as a newcomer would, and a real browser."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from portal.core.push_key import new_key

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180


def stop_in_order(*_: object) -> NoReturn:
    """Told to stop, the run ends as on Ctrl-C: the site it started is stopped too."""
    raise KeyboardInterrupt


signal.signal(signal.SIGTERM, stop_in_order)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True)
class Site:
    """The running product and what a newcomer was told when it started."""

    base: str
    folder: Path
    output: Path
    env: dict[str, str]

    def url(self, path: str) -> str:
        return self.base + path


def copy_of_checkout(to: Path) -> None:
    """What a clone would hold: tracked files and new ones that are not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    )
    for name in listed.stdout.decode().split("\0"):
        source = ROOT / name
        if name and source.is_file():
            target = to / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


UNTIL = """async (arg) => {
  const ask = %s;
  for (const end = performance.now() + 20000; performance.now() < end; await new Promise((go) => setTimeout(go, 50))) {
    const told = await ask(arg);
    if (told) return told;
  }
  throw new Error("It did not come to be so within 20 seconds.");
}"""
WORKER_IS_AWAKE = "async () => (await navigator.serviceWorker.ready).active?.state === 'activated'"


def until(page: Page, script: str, arg: object = None) -> Any:
    """What an asynchronous function tells in the page as soon as that is true. Raises an error after 20 seconds.

    `Page.wait_for_function` is for plain functions only: the promise that an asynchronous one gives is true at once.
    """
    return page.evaluate(UNTIL % script, arg)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as response:
            return response.status == 200
    except OSError:
        return False


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    checkout = folder / "checkout"
    copy_of_checkout(checkout)
    port = free_port()
    ours = ("HANDRAIL_", "DATABASE_", "CELERY_", "CACHE_", "EMAIL_", "SECRET_KEY", "DJANGO_SETTINGS_MODULE", "COVERAGE")
    env = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    embedded = Path(tempfile.mkdtemp(prefix="handrail-site-"))
    embedded.chmod(0o711)  # as root, the database's own user must be able to pass through
    env |= {"PORT": str(port), "HANDRAIL_EMBEDDED_DIR": str(embedded), "HANDRAIL_CONTENT_LANGUAGES": "en,tr"}
    env |= {"HANDRAIL_PUSH_KEY": new_key(), "HANDRAIL_PUSH_CONTACT": "mailto:push@handrail.example"}
    output = folder / "output.txt"
    with output.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "portal.launch", "run"],
            cwd=checkout,
            env=env,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        base = f"http://localhost:{port}"
        deadline = time.monotonic() + PATIENCE
        while "Sign in as" not in output.read_text(errors="replace"):
            assert process.poll() is None, output.read_text(errors="replace")[-4000:]
            assert time.monotonic() < deadline, output.read_text(errors="replace")[-4000:]
            time.sleep(0.2)
        assert answers(base + "/healthz/")
        yield Site(base, checkout, output, env)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
        shutil.rmtree(embedded, ignore_errors=True)


QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


def chromium(preferred: str = "") -> str:
    """The path of the first browser that is on this machine; the preferred one is asked for first."""
    for name in (preferred, os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"):
        if name and (path := shutil.which(name)):
            return path
    pytest.fail("No Chromium was found. Install it (Debian: apt install chromium), or name it in CHROMIUM.")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Where it is known, the browser without a window; it shows no notifications."""
    return {"executable_path": chromium(os.environ.get("CHROMIUM_SHELL", "")), "headless": True, "args": QUIET}


@pytest.fixture(scope="session")
def sign_ins(site: Site) -> dict[str, tuple[str, str]]:
    """The demo sign-ins, read from what the start printed."""
    found = {}
    for line in site.output.read_text().splitlines():
        match = re.match(r"\s+([a-z ]+?)\s{2,}(\S+@\S+)\s+(\S+)$", line)
        if match:
            found[match[1].split()[-1]] = (match[2], match[3])
    assert set(found) == {"patient", "moderator", "editor", "reviewer", "administrator"}
    return found


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Open]:
    """Open a page in a context of its own. A message about the content policy on the console fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_one(path: str = "/", *, javascript: bool = True, width: int = 1280, scheme: str = "light") -> Page:
        context = browser.new_context(
            java_script_enabled=javascript,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            locale="en-GB",
            timezone_id="Europe/London",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda message: note(message.text))
        page.goto(site.url(path))
        return page

    def note(text: str) -> None:
        if "Content Security Policy" in text or "Content-Security-Policy" in text:
            complaints.append(text)

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def signed_in_as(open_page: Open, sign_ins: dict[str, tuple[str, str]], site: Site) -> Open:
    """Open a page signed in as one of the demo people, through the sign-in form."""

    def open_as(role: str, path: str = "/today/", **kwargs: object) -> Page:
        page = open_page("/accounts/login/", **kwargs)
        email, password = sign_ins[role]
        page.locator("input[type=email]").first.fill(email)
        page.locator("input[type=password]").first.fill(password)
        page.locator("main form button[type=submit], main form button:not([type])").first.click()
        page.wait_for_url(lambda url: "/accounts/login" not in url)
        page.goto(site.url(path))
        return page

    return open_as
