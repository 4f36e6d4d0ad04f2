"""From a guide to the people behind it: a question to the team, and an error that is reported."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open, Site
from tests.journeys.test_journeys import SCRIPTS, link_in_mail, wait_for_mail

GUIDE = "/en/learn/pain-medicines/"


def newest_case(desk: Page, site: Site, words: str) -> None:
    desk.goto(site.url("/moderation/"))
    for address in desk.locator("a[href*='/moderation/case/']").evaluate_all("all => all.map(a => a.href)"):
        desk.goto(address)
        if desk.locator("article[aria-labelledby='case-h']").get_by_text(words).count():
            return
    raise AssertionError(f"no case says: {words}")


@SCRIPTS
def test_a_question_goes_to_the_team_and_its_answer_is_read_behind_a_link(
    open_page: Open, signed_in_as: Open, site: Site, javascript: bool
) -> None:
    words = f"May I swim with a sore back{' today' if javascript else ''}?"
    address = f"reed{'js' if javascript else 'plain'}@example.org"
    page = open_page("/ask/", javascript=javascript, width=390)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("link", name="Write something first, then go on.")).to_be_visible()
    page.get_by_label("Something else").check(force=True)
    page.get_by_label("What would you like to ask or say?").fill(words)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("By e-mail").check(force=True)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("link", name="Write the address or the number")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_label("What would you like to ask or say?")).to_have_value(words)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("By e-mail").check(force=True)
    page.get_by_label("Your e-mail address or phone number").fill(address)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text(words)).to_be_visible()
    page.get_by_role("button", name="Send to the team").click()
    expect(page.get_by_text("Your reference is")).to_be_visible()
    receipt = wait_for_mail(page, site, address, set())

    desk = signed_in_as("moderator")
    newest_case(desk, site, words)
    desk.get_by_role("button", name="Take this one").first.click()
    desk.get_by_role("textbox", name="Answer").fill("Swimming is fine as long as it does not hurt more.")
    desk.get_by_label("I have read the message").check(force=True)
    desk.get_by_role("button", name="Answer and close").click()
    mail = wait_for_mail(page, site, address, {receipt})
    page.goto(link_in_mail(page, mail, "/ask/"))
    expect(page.get_by_text("Swimming is fine")).to_be_visible()


@SCRIPTS
def test_an_error_in_a_guide_becomes_a_case(open_page: Open, signed_in_as: Open, site: Site, javascript: bool) -> None:
    words = f"The second link leads nowhere{' now' if javascript else ''}."
    page = open_page(GUIDE, javascript=javascript, width=390)
    page.get_by_role("link", name="Something is wrong here").click()
    page.get_by_role("radio").last.check(force=True)
    page.locator("main textarea").first.fill(words)
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_text(re.compile("thank you", re.I)).first).to_be_visible()

    newest_case(signed_in_as("moderator"), site, words)
