"""A day without a connection, in a real browser: kept when its person allowed it, sent once, cleared at sign-out."""

import re
from datetime import datetime
from uuid import uuid4

from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.conftest import WORKER_IS_AWAKE, Open, Site, until
from tests.journeys.test_journeys import HOME_ZONE

KEPT = """async () => ({
  local: Object.keys(localStorage).filter((name) => name.startsWith("handrail")),
  caches: await caches.keys(),
  bases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": [], "caches": [], "bases": 0, "workers": 0}
IT_ENDS = """(hours) => {
  const kept = JSON.parse(localStorage.getItem("handrail.today"));
  kept.ends_at = new Date(Date.now() + hours * 3_600_000).toISOString();
  localStorage.setItem("handrail.today", JSON.stringify(kept));
}"""
A_LIMIT = """(title) => {
  const kept = JSON.parse(localStorage.getItem("handrail.today"));
  kept.items.find((item) => item.title === title).ml = 250;
  kept.water = { ...kept.water, ml: 0, limited: true, aim_ml: 250 };
  localStorage.setItem("handrail.today", JSON.stringify(kept));
}"""
TODAY = """async () => {
  const answers = await Promise.all(["today", "diary"].map((part) => fetch(`/api/v1/${part}/`)));
  const [today, diary] = await Promise.all(answers.map((answer) => answer.json()));
  const items = today.items.map((one) => [one.title, one.state]);
  return { ml: today.water.ml, items, pains: diary.results.filter((one) => one.said.now === 8).length };
}"""


def keep_on_this_device(page: Page, site: Site) -> None:
    page.goto(site.url("/settings/device/"))
    page.get_by_role("button", name="Keep today on this device").press("Enter")
    expect(page.get_by_role("button", name="Stop, and clear it")).to_be_focused()
    expect(page.get_by_text("Today is kept on this device.")).to_be_visible()
    page.goto(site.url("/today/"))
    until(page, WORKER_IS_AWAKE)
    page.wait_for_function("() => Boolean(localStorage.getItem('handrail.today'))")


def offline(context: BrowserContext, page: Page) -> None:
    context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="You are offline")).to_be_visible()


def test_what_is_pressed_without_a_connection_waits_and_is_sent_once_from_two_tabs(
    signed_in_as: Open, site: Site
) -> None:
    page, herbs = signed_in_as("patient", "/plan/activity/new/"), f"Water the herbs {uuid4().hex[:6]}"
    page.get_by_label("What", exact=True).fill(herbs)
    page.get_by_label("What kind of thing").select_option("exercise")
    page.get_by_label("How long", exact=True).select_option("5")
    page.get_by_label("Time 1").fill("23:59")
    page.get_by_role("button", name="Put it in my plan").click()
    expect(page.get_by_role("heading", name="Your week")).to_be_visible()
    keep_on_this_device(page, site)
    before = page.evaluate(TODAY)

    offline(page.context, page)
    item = page.get_by_role("listitem").filter(has_text=herbs)
    today = datetime.now(HOME_ZONE)
    expect(page.get_by_role("heading", name=f"{today:%A} {today.day} {today:%B}")).to_be_visible()
    expect(item.get_by_text("at which you can still talk")).to_be_visible()
    item.get_by_role("button", name="Start a timer (5 min)").click()
    expect(item.locator("[data-timer-left]")).to_have_text(re.compile("4:5"))
    expect(page.locator("[data-timer]:visible")).to_have_count(page.locator("[data-minutes]:not(:empty)").count())
    check_in = page.get_by_role("listitem").filter(has_text="Pain today")
    check_in.get_by_text("How to do it").click()
    expect(check_in.get_by_text("When to stop")).to_be_visible()
    page.evaluate(IT_ENDS, -1)
    page.reload()
    expect(page.get_by_text("This day is over")).to_be_visible()
    expect(page.get_by_role("button", name="Done")).to_have_count(0)
    page.evaluate(IT_ENDS, 1)
    page.evaluate(A_LIMIT, herbs)
    page.reload()
    expect(item.get_by_text(f"{herbs}, 250 ml").first).to_be_visible()
    expect(page.get_by_text("as much as your team set")).to_be_hidden()
    item.get_by_role("button", name="Done").click()
    expect(page.get_by_text("as much as your team set")).to_be_visible()
    page.get_by_role("button", name="Add a cup").click()
    page.get_by_label("8", exact=True).check(force=True)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("If this pain is new")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Waiting to be sent: 3")).to_be_visible()
    expect(item.get_by_text("Marked.")).to_be_visible()
    other = page.context.new_page()
    other.goto(site.url("/today/"))
    other.get_by_role("button", name="Add a cup").click()
    expect(other.get_by_text("Waiting to be sent: 4")).to_be_visible()

    page.context.set_offline(False)  # both tabs go back to Today by themselves, and so does a third
    third = page.context.new_page()
    third.goto(site.url("/today/"))
    third.wait_for_function("() => localStorage.getItem('handrail.queue') === '[]'")
    page = page.context.new_page()  # one that has nothing to send, and so does not load itself again
    page.goto(site.url("/today/"))
    done = page.locator(".task").filter(has_text=herbs)
    expect(done.get_by_role("button", name="Undo")).to_be_visible()
    after = page.evaluate(TODAY)
    assert after["ml"] == before["ml"] + 500
    assert after["pains"] == before["pains"] + 1
    assert after["items"].count([herbs, "done"]) == 1

    page.goto(site.url("/accounts/logout/"))
    page.get_by_role("button", name="Sign out").last.click()
    page.wait_for_url(lambda url: "/accounts/logout" not in url)
    assert page.evaluate(KEPT) == NOTHING

    # A browser that does not clear when it is told to: whichever page comes next does.
    page.evaluate("() => localStorage.setItem('handrail.today', '{}')")
    page.goto(site.url("/urgent-help/"))
    assert page.evaluate("() => localStorage.getItem('handrail.today')") == "{}"  # this page knows nobody
    page.goto(site.url("/plan/start/"))
    page.wait_for_function("() => localStorage.getItem('handrail.today') === null")


def test_somebody_else_on_the_same_device_sees_and_sends_nothing_of_who_was_there(
    signed_in_as: Open, site: Site, sign_ins: dict[str, tuple[str, str]]
) -> None:
    page = signed_in_as("patient", "/today/")
    keep_on_this_device(page, site)
    offline(page.context, page)
    page.get_by_role("button", name="Add a cup").click()
    expect(page.get_by_text("Waiting to be sent: 1")).to_be_visible()
    page.context.set_offline(False)
    page.context.clear_cookies()  # the session ran out: nobody signed out
    page.goto(site.url("/urgent-help/"))
    answer = page.context.request.get(site.url("/accounts/login/"))
    assert answer.ok
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "csrftoken")
    email, password = sign_ins["moderator"]
    page.context.request.post(
        site.url("/accounts/login/"),
        form={"login": email, "password": password, "csrfmiddlewaretoken": token},
        headers={"Referer": site.url("/accounts/login/")},
    )

    page.goto(site.url("/today/"))
    expect(page.get_by_role("link", name="Queue")).to_be_visible()
    page.wait_for_function("() => localStorage.getItem('handrail.today') === null")
    assert page.evaluate(KEPT) == NOTHING
    assert page.evaluate(TODAY)["ml"] == 0
    page.context.set_offline(True)
    assert page.evaluate("() => fetch('/today/').then(() => 'kept', () => 'nothing')") == "nothing"
