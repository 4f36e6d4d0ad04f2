"""A signed-out reader, a newcomer, the mentor who answers, and somebody blocked: what each meets in the groups."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Open, Site
from tests.journeys.test_journeys import link_in_mail, mails, wait_for_mail

GROUP = "/groups/back-pain-and-cancer/"
QUESTION = "How do you all sit through a long wait?"
NAME = "Plover"


@pytest.fixture(scope="module")
def newcomer(browser: Browser, site: Site) -> Iterator[Page]:
    """The page of somebody who has just signed up, with an address confirmed from the mail."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    page, mailbox = context.new_page(), context.new_page()
    page.set_default_timeout(20_000)
    email, known = "sits-and-waits@example.org", set(mails(mailbox, site))
    page.goto(site.url("/accounts/signup/"))
    page.locator("input[type=email]").first.fill(email)
    page.locator("input[type=password]").first.fill("a-quiet-river-bends-twice")
    page.get_by_label("Display name").fill(NAME)
    page.get_by_label("Country").select_option("GB")
    for box in page.locator("main input[type=checkbox][required]").all():
        box.check(force=True)
    page.get_by_role("button", name=re.compile("join|sign up|create", re.I)).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    page.goto(link_in_mail(mailbox, wait_for_mail(mailbox, site, email, known), "/confirm-email/"))
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "/confirm-email/" not in url)
    if "/login" in page.url:
        page.locator("input[type=email]").first.fill(email)
        page.locator("input[type=password]").first.fill("a-quiet-river-bends-twice")
        page.locator("main form button").first.click()
    yield page
    context.close()


def block_whoever_wrote(page: Page, words: str) -> None:
    post = page.locator(".post", has_text=words)
    post.locator("details.menu > summary").first.click()
    post.get_by_role("link", name="Block this person").click()
    page.get_by_role("button", name="Block this person").click()


def test_a_signed_out_reader_reads_what_is_open_and_is_asked_in_where_members_write(open_page: Open) -> None:
    page = open_page(GROUP, javascript=False)
    page.locator("main .rows a.rows__go").first.click()
    expect(page.locator(".post").first).to_be_visible()
    expect(page.get_by_text("Members of the group write here.")).to_be_visible()
    assert page.locator("main textarea").count() == 0
    thread = page.url.split("?")[0]
    page.locator("main").get_by_role("link", name="Sign in").click()
    expect(page.locator("input[type=email]").first).to_be_visible()
    assert thread.rsplit("/groups/")[1].rstrip("/") in page.url
    for listed in page.request.get(thread.split("/groups/")[0] + "/api/v1/groups/").json()["results"]:
        assert page.goto(f"{thread.split('/groups/')[0]}/groups/{listed['slug']}/").status == 200  # type: ignore[union-attr]


def test_a_newcomer_joins_agrees_to_the_rules_and_asks(newcomer: Page, site: Site) -> None:
    page = newcomer
    page.goto(site.url("/groups/"))
    page.goto(site.url(GROUP))
    page.get_by_role("link", name="Join this group").click()
    expect(page.get_by_role("heading", name="Ground rules")).to_be_visible()
    for box in page.locator("main input[type=checkbox]").all():
        box.check(force=True)
    page.get_by_role("button", name="Join", exact=True).click()
    page.goto(site.url(f"{GROUP}new/"))
    page.get_by_label("Title").fill(QUESTION)
    page.get_by_label("Write as you would speak").fill("The chairs in the waiting room are hard. What do you bring?")
    page.get_by_role("button", name="Post", exact=True).click()
    expect(page.locator(".post__text", has_text="The chairs in the waiting room")).to_be_visible()


def test_a_mentor_finds_who_waits_answers_and_the_newcomer_is_told(
    newcomer: Page, signed_in_as: Open, site: Site
) -> None:
    team = signed_in_as("moderator", f"{GROUP}people/")
    team.get_by_role("link", name=re.compile("Role.*Heron")).click()
    team.get_by_label("Mentor").check()
    team.get_by_role("button", name="Save").click()

    mentor = signed_in_as("patient", GROUP)
    mentor.get_by_role("link", name="Threads without an answer").click()
    mentor.get_by_role("link", name=QUESTION).click()
    mentor.get_by_label("Write as you would speak").fill("A rolled towel behind the back. And welcome, Plover.")
    mentor.get_by_role("button", name="Post reply").click()
    expect(mentor.locator(".post", has_text="A rolled towel").get_by_text("Mentor")).to_be_visible()
    mentor.goto(site.url("/groups/unanswered/"))
    expect(mentor.get_by_role("link", name=QUESTION)).to_have_count(0)

    newcomer.goto(site.url("/inbox/"))
    newcomer.locator("main").get_by_role("link", name=re.compile("answer|repl", re.I)).first.click()
    expect(newcomer.locator(".post", has_text="A rolled towel")).to_be_visible()
    newcomer.goto(site.url("/search/?q=rolled+towel"))
    expect(newcomer.locator("main").get_by_text("rolled towel behind").first).to_be_visible()


def test_who_is_blocked_and_who_blocks_no_longer_meet(newcomer: Page, signed_in_as: Open, site: Site) -> None:
    reader = signed_in_as("patient", GROUP, javascript=False)
    reader.get_by_role("link", name=QUESTION).first.click()
    thread = reader.url.split("?")[0]
    block_whoever_wrote(reader, "The chairs in the waiting room")
    reader.goto(site.url(f"/search/?q={QUESTION.replace(' ', '+')}"))
    expect(reader.locator("main").get_by_text(NAME)).to_have_count(0)

    newcomer.goto(thread)
    expect(newcomer.get_by_text("A rolled towel")).to_have_count(0)
    newcomer.goto(site.url("/search/?q=rolled+towel"))
    expect(newcomer.locator("main").get_by_text("rolled towel behind")).to_have_count(0)

    signed_out = newcomer.context.browser.new_page()  # type: ignore[union-attr]
    signed_out.goto(thread)
    expect(signed_out.get_by_text("A rolled towel")).to_be_visible()
    signed_out.close()
    reader.goto(site.url("/settings/blocked/"))
    reader.get_by_role("button", name=re.compile("unblock|again", re.I)).first.click()
