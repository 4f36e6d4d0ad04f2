"""Messages on a device, in a real browser: turned on by a press, shown by the worker, answered from the notification.

A browser without a screen reaches no real push service, so its subscription is one of the test's: real keys, a service
on this machine. What the product sends there is handed to the worker as a browser would hand it.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser as WholeBrowser
from playwright.sync_api import Page, Playwright, expect

from tests.factories.push import Browser, PushService
from tests.journeys.conftest import QUIET, WORKER_IS_AWAKE, Open, Site, chromium, until

SUBSCRIPTION = """(said) => {
  const had = () => localStorage.getItem("handrail-test.on") !== null;
  const made = (key) => ({
    endpoint: said.endpoint,
    options: { applicationServerKey: key },
    toJSON: () => said,
    unsubscribe: async () => localStorage.removeItem("handrail-test.on"),
  });
  PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
    localStorage.setItem("handrail-test.on", JSON.stringify([...applicationServerKey]));
    return made(applicationServerKey);
  };
  PushManager.prototype.getSubscription = async () =>
    had() ? made(new Uint8Array(JSON.parse(localStorage.getItem("handrail-test.on")))) : null;
}"""
SHOWN = """async (body) => {
  const shown = await (await navigator.serviceWorker.ready).getNotifications();
  const buttons = (one) => one.actions.map((act) => act.title);
  return shown.some((one) => one.body === body)
    && shown.map((one) => ({ title: one.title, body: one.body, buttons: buttons(one), to: one.data.url }));
}"""
PRESS = """async (action) => {
  const [notification] = await registration.getNotifications();
  self.dispatchEvent(new NotificationEvent("notificationclick", { notification, action }));
}"""
LINK = """
from selfcare.models import Occurrence
from selfcare.messages.reminders import act_url
from portal.accounts.models import User
person = User.objects.get(email={email!r})
slot = Occurrence.objects.owned_by(person).filter(state="planned").order_by("due_at").select_related("activity")[0]
print("LINK", act_url("done", slot, person.pk))
"""


@pytest.fixture
def browser(playwright: Playwright) -> Iterator[WholeBrowser]:
    """The browser with all it has: the one without a window shows no notifications."""
    with playwright.chromium.launch(executable_path=chromium(), headless=True, args=QUIET) as whole:
        yield whole


def ask_the_site(site: Site, code: str) -> list[str]:
    command = [sys.executable, "-m", "portal.launch", "beside", "--", sys.executable, "manage.py", "shell", "-c", code]
    told = subprocess.run(command, cwd=site.folder, env=site.env, capture_output=True, text=True, check=True).stdout
    return next(line.split()[1:] for line in told.splitlines() if line.startswith("LINK"))


class Worker:
    """The worker of a page, given messages as a browser gives them."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page, self.site, self.registration = page, site, ""
        self.line = page.context.new_cdp_session(page)
        self.line.on("ServiceWorker.workerRegistrationUpdated", self._learn)
        self.line.send("ServiceWorker.enable")

    def _learn(self, event: dict[str, Any]) -> None:
        self.registration = next((one["registrationId"] for one in event["registrations"]), self.registration)

    def give(self, words: dict[str, Any]) -> list[dict[str, Any]]:
        until(self.page, WORKER_IS_AWAKE)
        message = {"origin": self.site.base, "registrationId": self.registration, "data": json.dumps(words)}
        self.line.send("ServiceWorker.deliverPushMessage", message)
        return until(self.page, SHOWN, words["body"])


def test_a_device_is_turned_on_told_and_answers_from_its_notification(
    signed_in_as: Open, site: Site, sign_ins: dict[str, tuple[str, str]]
) -> None:
    service = PushService()
    browser: Browser = service.browser()
    page = signed_in_as("patient", "/safety/")
    page.context.grant_permissions(["notifications"], origin=site.base)
    page.context.add_init_script(f"({SUBSCRIPTION})({json.dumps(browser.subscription())})")
    page.goto(site.url("/settings/device/"))
    page.get_by_role("button", name="Show messages on this device").click()
    expect(page.get_by_text("This device shows messages.")).to_be_visible()
    row = page.get_by_role("listitem").filter(has_text="No message yet")
    expect(row).to_contain_text("Chrome on Linux")
    worker = Worker(page, site)
    row.get_by_role("button", name="Send a try").click()
    assert service.heard.wait(30)
    words = browser.words(service.calls[0][1])
    [shown] = worker.give(words)
    assert (shown["title"], shown["to"]) == ("Handrail", "/settings/device/")
    assert shown["body"] == "This is how a message arrives on this device"

    [link] = ask_the_site(site, LINK.format(email=sign_ins["patient"][0]))
    reminder = {
        "title": "Handrail", "body": "A reminder from Handrail, 08:00", "tag": words["tag"], "url": "/today/",
        "actions": [{"title": "Done", "url": link.removeprefix(site.base)}],
    }  # fmt: skip
    [shown] = worker.give(reminder)  # the same tag: it stands in the place of the first
    assert (shown["body"], shown["buttons"]) == ("A reminder from Handrail, 08:00", ["Done"])
    pressed = page.context.expect_event("response", lambda one: one.url == link and one.request.method == "POST")
    with pressed as answer:
        page.context.service_workers[0].evaluate(PRESS, "0")
    assert answer.value.status == 200
    until(page, "async () => (await (await navigator.serviceWorker.ready).getNotifications()).length === 0")
    page.goto(link)
    expect(page.get_by_text("This is marked as done.")).to_be_visible()

    page.goto(site.url("/accounts/logout/"))
    page.get_by_role("button", name="Sign out").last.click()
    page.wait_for_url(lambda url: "/accounts/logout" not in url)
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    other = signed_in_as("patient", "/settings/device/")
    expect(other.get_by_role("heading", name="Messages on this device")).to_be_visible()
    expect(other.get_by_role("heading", name="Your devices")).to_have_count(0)
    service.close()
