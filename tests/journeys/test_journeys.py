"""What people come for, from the first click to the last, with JavaScript and without it."""

import datetime
import re
import time
import zoneinfo
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open, Site

SCRIPTS = pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
HOME_ZONE = zoneinfo.ZoneInfo("Europe/London")


def eventually(look: Callable[[], bool], seconds: float, what: str) -> None:
    """Look again until it is so; fail after the given time."""
    deadline = time.monotonic() + seconds
    while not look():
        assert time.monotonic() < deadline, f"not within {seconds:.0f} s: {what}"
        time.sleep(0.5)


def mails(page: Page, site: Site) -> list[str]:
    page.goto(site.url("/demo/mail/"))
    return page.locator(".rows .rows__go").evaluate_all("all => all.map(a => a.href)")


def wait_for_mail(page: Page, site: Site, to: str, known: set[str], seconds: float = 90) -> str:
    """The address of the newest mail to this person that was not there before."""
    found: list[str] = []

    def look() -> bool:
        page.goto(site.url("/demo/mail/"))
        rows = page.locator(".rows li").filter(has_text=to).locator("a.rows__go")
        found[:] = [href for href in rows.evaluate_all("all => all.map(a => a.href)") if href not in known]
        return bool(found)

    eventually(look, seconds, f"a mail to {to}")
    return found[0]


def link_in_mail(page: Page, mail: str, words: str) -> str:
    """The first address of the plain text part that contains these words."""
    page.goto(mail)
    text = page.locator(".mail-text").inner_text()
    addresses = [address for address in re.findall(r"https?://\S+", text) if words in address]
    assert addresses, text
    return addresses[0]


@SCRIPTS
def test_a_visitor_reads_an_article_from_the_front_door(open_page: Open, javascript: bool) -> None:
    page = open_page("/", javascript=javascript)
    page.get_by_role("link", name="Browse the guides").click()
    page.get_by_role("link", name="Cancer and lower back pain", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cancer and lower back pain")
    expect(page.get_by_text("not clinically reviewed").first).to_be_visible()
    expect(page.get_by_role("heading", name="Sources")).to_be_visible()
    expect(page.get_by_text("999").first).to_be_visible()


@SCRIPTS
def test_a_misspelt_search_still_finds_the_guide(open_page: Open, javascript: bool) -> None:
    page = open_page("/search/", javascript=javascript)
    page.get_by_label("Search Handrail").fill("spinal cord compresion")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("link", name=re.compile("Spinal cord compression", re.I)).first).to_be_visible()


@SCRIPTS
def test_somebody_joins_and_confirms_the_address_from_the_mail(open_page: Open, site: Site, javascript: bool) -> None:
    page = open_page("/accounts/signup/", javascript=javascript)
    email = f"otter{'js' if javascript else 'plain'}@example.org"
    known = set(mails(open_page("/demo/mail/"), site))
    page.locator("input[type=email]").first.fill(email)
    page.locator("input[type=password]").first.fill("a-quiet-river-bends-twice")
    page.get_by_label("Display name").fill("Ruth Miller")
    page.get_by_label("Country").select_option("GB")
    for box in page.locator("main input[type=checkbox][required]").all():
        box.check(force=True)
    page.get_by_role("button", name=re.compile("join|sign up|create", re.I)).click()
    expect(page.get_by_text("looks like a full name").first).to_be_visible()
    expect(page.locator("input[type=email]").first).to_have_value(email)
    page.get_by_label("Display name").fill(f"Otter {'one' if javascript else 'two'}")
    page.locator("input[type=password]").first.fill("a-quiet-river-bends-twice")
    page.get_by_role("button", name=re.compile("join|sign up|create", re.I)).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    mail = wait_for_mail(open_page("/demo/mail/"), site, email, known)
    page.goto(link_in_mail(page, mail, "/confirm-email/"))
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "/confirm-email/" not in url)
    if "/login" in page.url:
        page.locator("input[type=email]").first.fill(email)
        page.locator("input[type=password]").first.fill("a-quiet-river-bends-twice")
        page.locator("main form button").first.click()
    page.goto(site.url("/today/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Otter")


@SCRIPTS
def test_a_patient_joins_a_group_and_writes(signed_in_as: Open, site: Site, javascript: bool) -> None:
    page = signed_in_as("patient", "/groups/", javascript=javascript)
    if javascript:
        page.goto(site.url("/groups/eating-and-drinking/"))
        if page.get_by_role("link", name=re.compile("^Join")).count():
            page.get_by_role("link", name=re.compile("^Join")).first.click()
            for box in page.locator("main input[type=checkbox]").all():
                box.check(force=True)
            page.get_by_role("button", name="Join").click()
    page.goto(site.url("/groups/back-pain-and-cancer/"))
    page.locator("main .rows a.rows__go").first.click()
    page.get_by_role("link", name=re.compile("Write a reply|Read on")).first.click() if not page.locator(
        "#reply"
    ).count() else None
    words = f"The low chair helped me more than I thought. {'One' if javascript else 'Two'}."
    page.locator("form textarea").last.fill(words)
    page.get_by_role("button", name="Post reply").click()
    expect(page.get_by_text(words)).to_be_visible()


@SCRIPTS
def test_a_reminder_a_minute_away_arrives_and_done_works_signed_out(
    signed_in_as: Open, open_page: Open, site: Site, sign_ins: dict[str, tuple[str, str]], javascript: bool
) -> None:
    template = "relaxation-and-sleep" if javascript else "fatigue-pacing"
    page = signed_in_as("patient", f"/plan/start/{template}/", javascript=javascript)
    known = set(mails(open_page("/demo/mail/"), site))
    soon = datetime.datetime.now(HOME_ZONE) + datetime.timedelta(seconds=70)
    for group in page.locator("fieldset").filter(has=page.locator("input[value=no]")).all():
        group.locator("input[value=no]").check(force=True)
    page.get_by_label("Time 1").first.fill(soon.strftime("%H:%M"))
    page.get_by_role("button", name="Start this plan").click()
    expect(page.locator(".note--done, .note").first).to_be_visible()
    mail = wait_for_mail(open_page("/demo/mail/"), site, sign_ins["patient"][0], known, seconds=160)
    stranger = open_page("/demo/mail/", javascript=javascript)
    address = link_in_mail(stranger, mail, "/plan/do/")
    subject = stranger.get_by_role("heading", level=1).inner_text()
    assert not re.search("relax|sleep|pain|breath|cancer", subject, re.I)
    stranger.goto(address)
    stranger.get_by_role("button", name=re.compile("Done", re.I)).click()
    expect(stranger.get_by_text("Done. Thank you for telling us.")).to_be_visible()
    page.goto(site.url("/today/"))
    expect(page.locator(".task[data-state=done]").first).to_be_visible()


@SCRIPTS
def test_a_report_ends_in_a_hidden_post_and_its_author_is_told_why(
    signed_in_as: Open, open_page: Open, site: Site, sign_ins: dict[str, tuple[str, str]], javascript: bool
) -> None:
    author = signed_in_as("patient", "/groups/long-nights/", javascript=javascript)
    author.locator("main .rows a.rows__go").first.click()
    drops = f"{'Seven' if javascript else 'Nine'} miracle drops"
    words = f"{drops} cost forty at my shop."
    if not author.locator("#reply").count():
        author.get_by_role("link", name=re.compile("Write a reply")).first.click()
    author.locator("form textarea").last.fill(words)
    author.get_by_role("button", name="Post reply").click()
    anyway = author.get_by_role("button", name=re.compile("anyway", re.I))
    if anyway.count():
        anyway.first.click()
    expect(author.get_by_text(words)).to_be_visible()
    known = set(mails(open_page("/demo/mail/"), site))

    reader = signed_in_as("editor", "/groups/long-nights/", javascript=javascript)
    reader.goto(author.url)
    post = reader.locator("li.post").filter(has_text=words)
    post.locator("details.menu summary").click()
    post.get_by_role("link", name="Report to a moderator").click()
    reader.get_by_label("It sells something").check(force=True)
    reader.get_by_role("button", name="Send to the moderators").click()
    expect(reader.get_by_text(re.compile("thank you", re.I)).first).to_be_visible()

    moderator = signed_in_as("moderator", "/moderation/", javascript=javascript)
    moderator.get_by_role("link", name=re.compile(drops)).first.click()
    moderator.get_by_role("button", name="Take this one").first.click()
    moderator.get_by_label("Hide", exact=False).first.check(force=True)
    moderator.get_by_label("Message to the person").fill("Selling is not allowed here, also when it is meant well.")
    moderator.get_by_label("I have read the message").check(force=True)
    moderator.get_by_role("button", name="Decide and close").click()

    mail = wait_for_mail(open_page("/demo/mail/"), site, sign_ins["patient"][0], known, seconds=60)
    page = open_page("/demo/mail/")
    page.goto(mail)
    assert "miracle" not in page.get_by_role("heading", level=1).inner_text()
    author.reload()
    expect(author.get_by_text("The moderation team has hidden this post.").first).to_be_visible()
    reader.goto(author.url)
    expect(reader.get_by_text(words)).to_have_count(0)
    author.goto(link_in_mail(page, mail, "/moderation/decision/"))
    expect(author.get_by_text("Selling is not allowed here").first).to_be_visible()


def test_the_page_about_urgent_help_answers_for_another_country(open_page: Open) -> None:
    page = open_page("/urgent-help/?country=US", javascript=False)
    expect(page.get_by_text("911").first).to_be_visible()


@pytest.mark.parametrize(
    "path", ["/", "/en/learn/", "/groups/", "/today/", "/plan/", "/diary/", "/plan/start/", "/inbox/"]
)
def test_no_page_scrolls_sideways_at_320(signed_in_as: Open, open_page: Open, site: Site, path: str) -> None:
    page = open_page("/", width=320) if path == "/" else signed_in_as("patient", path, width=320)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320
