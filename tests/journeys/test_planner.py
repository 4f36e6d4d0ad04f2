"""The planner in a real browser: a gated plan, another time zone, a treatment week, a hard day, a mail's buttons."""

import re
import urllib.request
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open, Site
from tests.journeys.test_journeys import HOME_ZONE, link_in_mail, mails, wait_for_mail

GOES_BY_THE_CLOCK_OF_LIMA = """{
  const options = Intl.DateTimeFormat.prototype.resolvedOptions;
  Intl.DateTimeFormat.prototype.resolvedOptions = function () {
    return { ...options.call(this), timeZone: "America/Lima" };
  };
}"""
SCRIPTS = pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])


def answer_safely_but(page: Page, question: str, answer: str) -> None:
    for group in page.locator("#gate-h").locator("xpath=..").locator("fieldset").all():
        asked = group.locator("legend").inner_text()
        group.get_by_label(answer if question in asked else "No", exact=True).check(force=True)


@SCRIPTS
def test_a_plan_that_may_not_be_safe_waits_until_the_person_has_checked(signed_in_as: Open, javascript: bool) -> None:
    page = signed_in_as("patient", "/plan/start/strength/", javascript=javascript)
    answer_safely_but(page, "low", "Not sure")
    page.get_by_role("button", name="Start this plan").click()
    expect(page.get_by_role("heading", name="Waiting for your team")).to_be_visible()
    expect(page.get_by_text("I answered: not sure.")).to_be_visible()

    page.get_by_role("button", name="I have checked").click()
    expect(page.get_by_role("heading", name="Waiting for your team")).to_be_visible()
    page.get_by_label("Who did you check with?").fill("my physiotherapist")
    page.get_by_role("button", name="I have checked").click()
    expect(page.get_by_text("I checked with my physiotherapist on")).to_be_visible()
    expect(page.get_by_text("We ask again on")).to_be_visible()
    page.get_by_role("link", name="End this plan").click()
    page.get_by_role("button", name="End this plan").click()
    expect(page.get_by_role("heading", name="Your week")).to_be_visible()


def test_somebody_travels_and_is_asked_once_whether_the_plan_comes_along(
    browser: object, signed_in_as: Open, site: Site, sign_ins: dict[str, tuple[str, str]]
) -> None:
    context = browser.new_context(timezone_id="Asia/Kathmandu", locale="en-GB")  # type: ignore[attr-defined]
    page = context.new_page()
    try:
        page.goto(site.url("/accounts/login/"))
        page.locator("input[type=email]").first.fill(sign_ins["patient"][0])
        page.locator("input[type=password]").first.fill(sign_ins["patient"][1])
        page.locator("main form button[type=submit], main form button:not([type])").first.click()
        page.wait_for_url(lambda url: "/accounts/login" not in url)
        page.goto(site.url("/plan/"))
        expect(page.get_by_text("Are you in another time zone?")).to_be_visible()
        page.get_by_role("button", name="See what would change").click()
        expect(page.get_by_role("heading", name="By the clock in Kathmandu")).to_be_visible()
        expect(page.get_by_role("row").filter(has_text="A short walk").first).to_contain_text("10 a.m.")
        page.get_by_role("button", name="Move my plan with me").click()
        expect(page.get_by_text("Times are for Kathmandu now.")).to_be_visible()
        page.goto(site.url("/plan/"))
        expect(page.get_by_text("Are you in another time zone?")).to_be_hidden()

        page.goto(site.url("/plan/time-zone/?zone=Europe/London"))
        page.get_by_role("button", name="Move my plan with me").click()
        expect(page.get_by_text("Times are for London now.")).to_be_visible()
        page.goto(site.url("/plan/time-zone/?zone=Asia/Kathmandu"))
        page.get_by_role("button", name="Stay with London").click()
        page.goto(site.url("/plan/"))
        expect(page.get_by_text("Are you in another time zone?")).to_be_hidden()

        page.add_init_script(GOES_BY_THE_CLOCK_OF_LIMA)
        page.goto(site.url("/plan/"))
        expect(page.get_by_text("Are you in another time zone?")).to_be_visible()
        page.get_by_role("button", name="See what would change").click()
        expect(page.get_by_role("heading", name="By the clock in Lima")).to_be_visible()
    finally:
        context.close()


@SCRIPTS
def test_a_treatment_week_rests_the_walks_and_ends_early(signed_in_as: Open, javascript: bool) -> None:
    page = signed_in_as("patient", "/plan/", javascript=javascript)
    page.get_by_label("Treatment week: drinking").check(force=True)
    today = datetime.now(HOME_ZONE).date()
    page.get_by_label("Last day").fill(str(today + timedelta(days=6)))
    page.get_by_label("Why (only you read this").fill("The third cycle")
    page.get_by_role("button", name="Rest my plan").click()
    expect(page.get_by_text("The third cycle")).to_be_visible()
    rows = page.locator("section", has=page.get_by_role("heading", name="Everything in your plan")).locator("li")
    expect(rows.filter(has_text="A short walk").first).to_contain_text("Resting until")
    page.get_by_role("button", name="End this rest").click()
    expect(page.get_by_text("Your rest is over.")).to_be_visible()
    expect(rows.filter(has_text="A short walk").first).not_to_contain_text("Resting until")


@SCRIPTS
def test_a_hard_day_keeps_only_what_is_small_and_needed(signed_in_as: Open, javascript: bool) -> None:
    page = signed_in_as("patient", "/today/", javascript=javascript)
    page.get_by_role("button", name="Having a hard day").click()
    expect(page.get_by_text("Only the essentials for today")).to_be_visible()
    page.get_by_role("button", name="Show my whole day").click()
    expect(page.get_by_role("button", name="Having a hard day")).to_be_visible()


@SCRIPTS
def test_a_thing_of_ones_own_shows_its_next_times_before_it_is_saved(signed_in_as: Open, javascript: bool) -> None:
    page = signed_in_as("patient", "/plan/activity/new/", javascript=javascript)
    name = f"Shoulder rolls {'a' if javascript else 'b'}"
    page.get_by_label("What", exact=True).fill(name)
    page.get_by_label("Some times a day, spread over my waking hours").check(force=True)
    page.get_by_label("How many times a day").fill("3")
    page.get_by_role("button", name="Show me the next times").last.click()
    expect(page.locator("#preview")).to_contain_text(re.compile("8 a.m.|2 p.m.|8 p.m."))
    page.get_by_role("button", name="Put it in my plan").click()
    expect(page.get_by_role("link", name=name).first).to_be_visible()


def test_a_scanner_opens_every_link_of_a_mail_fifty_times_and_then_done_works_signed_out(
    signed_in_as: Open, open_page: Open, site: Site, sign_ins: dict[str, tuple[str, str]]
) -> None:
    page = signed_in_as("patient", "/plan/activity/new/")
    known = set(mails(open_page("/demo/mail/"), site))
    page.get_by_label("What", exact=True).fill("Look out of the window")
    soon = datetime.now(HOME_ZONE) + timedelta(seconds=70)
    page.get_by_label("Time 1").fill(soon.strftime("%H:%M"))
    page.get_by_role("button", name="Put it in my plan").click()
    expect(page.get_by_role("heading", name="Your week")).to_be_visible()
    mail = wait_for_mail(open_page("/demo/mail/"), site, sign_ins["patient"][0], known, seconds=160)

    stranger = open_page("/demo/mail/")
    stranger.goto(mail)
    text = stranger.locator(".mail-text").inner_text()
    links = sorted(set(re.findall(r"https?://\S+", text)))
    assert sum("/plan/do/" in link for link in links) == 3
    for link in links:
        for method in ("GET", "HEAD"):
            for _n in range(25):
                with urllib.request.urlopen(urllib.request.Request(link, method=method), timeout=20) as answer:
                    assert answer.status == 200
    page.goto(site.url("/today/"))
    item = page.locator(".task").filter(has_text="Look out of the window")
    expect(item.get_by_role("button", name="Done")).to_be_visible()

    stranger.goto(link_in_mail(stranger, mail, "/plan/do/"))
    stranger.get_by_role("button", name="Done").click()
    expect(stranger.get_by_text("Done. Thank you for telling us.")).to_be_visible()
    stranger.reload()
    page.reload()
    expect(item.get_by_role("button", name="Undo")).to_be_visible()


def test_the_timer_of_an_exercise_runs_without_a_network_and_marks_nothing_by_itself(signed_in_as: Open) -> None:
    page = signed_in_as("patient", "/plan/activity/new/")
    page.get_by_label("What", exact=True).fill("March on the spot")
    page.get_by_label("What kind of thing").select_option("exercise")
    page.get_by_label("How long", exact=True).select_option("5")
    page.get_by_label("Time 1").fill("23:58")
    page.get_by_role("button", name="Put it in my plan").click()
    expect(page.get_by_role("heading", name="Your week")).to_be_visible()
    page.clock.install()
    page.goto(page.url.replace("/plan/", "/today/"))
    item = page.locator(".task").filter(has_text="March on the spot")
    expect(item.get_by_text("at which you can still talk")).to_be_visible()
    page.context.set_offline(True)
    item.get_by_role("button", name="Start a timer, 5 minutes").click()
    page.clock.run_for(60_000)
    expect(item.locator("[data-timer-left]")).to_have_text("4:00")
    page.clock.run_for(241_000)
    expect(item.get_by_text("The time is up.")).to_be_visible()
    expect(item.get_by_role("button", name="Done")).to_be_visible()
    page.context.set_offline(False)
