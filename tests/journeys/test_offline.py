"""Handrail without a connection: only what its person allowed is on the device, and what was pressed counts once."""

from playwright.sync_api import expect

from tests.journeys.conftest import Open, Site

KEPT = "localStorage.getItem('handrail.today')"


def test_today_is_kept_when_allowed_marked_offline_and_cleared_at_sign_out(signed_in_as: Open, site: Site) -> None:
    page = signed_in_as("patient", "/today/")
    assert page.evaluate(KEPT) is None, "nothing is kept unasked"

    page.goto(site.url("/settings/device/"))
    page.get_by_role("button", name="Keep today on this device").click()
    expect(page.get_by_text("Today is kept on this device.")).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    water = site.url("/api/v1/water/")
    before = page.context.request.get(water).json()["ml"]

    page.context.set_offline(True)
    page.goto(site.url("/today/"))
    expect(page.get_by_role("heading", name="You are offline")).to_be_visible()
    expect(page.get_by_role("heading", name="Today, as this device last saw it")).to_be_visible()
    page.get_by_role("button", name="Add a cup").click()
    expect(page.get_by_text("Kept. It is sent when you are online again.")).to_be_visible()
    sent = lambda answer: answer.url == water and answer.request.method == "POST"  # noqa: E731
    with page.expect_response(sent, timeout=60_000):
        page.context.set_offline(False)  # the device notices by itself, and sends
    assert page.context.request.get(water).json()["ml"] == before + 250

    other = page.context.new_page()
    page.close()
    other.goto(site.url("/accounts/logout/"))
    other.locator("main form button").first.click()
    other.goto(site.url("/safety/"))
    assert other.evaluate(KEPT) is None
    assert other.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
