"""The diary in a real browser: danger first, the sheet for an appointment, sharing with a carer; without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Open, Site
from tests.journeys.test_journeys import link_in_mail, mails, wait_for_mail
from tests.pdf_text import pdf_text


@pytest.mark.parametrize("javascript", [True, False])
def test_a_danger_sign_leads_to_help_first_and_exercise_rests_until_checked(
    signed_in_as: Open, javascript: bool
) -> None:
    page = signed_in_as("patient", "/diary/", javascript=javascript)
    page.locator("#new input[name=worst][value='3']").check(force=True)
    page.get_by_label("Weak, heavy or numb legs").check(force=True)
    page.get_by_label("A note to yourself").fill("Kept words")
    page.get_by_role("button", name="Save entry").click()

    expect(page.get_by_role("heading", name="Call for help now")).to_be_visible()
    expect(page.locator("#help-first a[href^='tel:']").first).to_be_visible()
    expect(page.get_by_label("A note to yourself")).to_have_value("Kept words")
    expect(page.get_by_role("heading", name="Your exercises are resting")).to_have_count(0)
    page.get_by_role("button", name="Save entry too").click()

    expect(page.get_by_role("heading", name="Your exercises are resting")).to_be_visible()
    page.get_by_label("Who checked you?").fill("the emergency doctor")
    page.get_by_role("button", name="I have been checked").click()
    expect(page.get_by_text("Your exercises are awake again")).to_be_visible()

    page.get_by_role("link", name=re.compile("^Change")).first.click()
    page.get_by_role("link", name="Delete this entry").click()
    page.get_by_role("button", name="Delete this entry").click()
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_text("The entry is back.")).to_be_visible()


def test_a_part_of_the_body_leads_to_its_line_by_keyboard(signed_in_as: Open) -> None:
    page = signed_in_as("patient", "/diary/")
    page.get_by_text("More about the pain").click()
    page.get_by_role("link", name="Lower back", exact=True).focus()
    page.keyboard.press("Enter")
    line = page.locator("#id_pain-lower-back")
    expect(line).to_be_focused()
    line.select_option("6")
    expect(page.locator("a[data-site='lower-back'][data-on]")).to_have_count(1)


def test_the_sheet_for_an_appointment_shows_on_paper_what_it_shows_on_the_page(signed_in_as: Open) -> None:
    page = signed_in_as("patient", "/diary/appointment/", javascript=False)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="PDF").click()
    pages, words = pdf_text(waiting.value.path().read_bytes())
    page.get_by_role("button", name="Show the page").click()

    expect(page.get_by_role("heading", name="How bad the pain was")).to_be_visible()
    assert pages == 1
    rows = page.locator(".facts > div").all()
    assert len(rows) > 5
    for row in rows:
        assert f"{row.locator('dt').inner_text()}: {row.locator('dd').inner_text()}" in words
    assert re.fullmatch(r"handrail-\d{4}-\d\d-\d\d\.pdf", waiting.value.suggested_filename)


def test_a_carer_asked_by_mail_sees_only_what_was_shared_and_nothing_after_the_end(
    signed_in_as: Open, open_page: Open, site: Site
) -> None:
    owner = signed_in_as("patient", "/carers/", javascript=False)
    owner.get_by_label("Who is it?").fill("My neighbour")
    owner.get_by_label("A summary: numbers of the last four weeks, no notes").check()
    owner.get_by_role("button", name="Make an invitation").click()
    known = set(mails(open_page("/demo/mail/"), site))
    owner.get_by_label("Their email address").fill("neighbour@elsewhere.example")
    owner.get_by_role("button", name="Mail the invitation").click()
    expect(owner.get_by_text("The invitation is on its way.")).to_be_visible()
    mail = wait_for_mail(open_page("/demo/mail/"), site, "neighbour@elsewhere.example", known)

    carer = signed_in_as("moderator", "/today/")
    carer.goto(link_in_mail(open_page("/demo/mail/"), mail, "/carers/invitation/"))
    hidden = carer.get_by_role("region", name="You would not see")
    expect(hidden.get_by_text("Their diary: single entries and notes")).to_be_visible()
    carer.get_by_role("button", name="Yes, I want to see it").click()
    expect(carer.get_by_role("heading", name="The last four weeks in numbers")).to_be_visible()
    for hidden in ("This week", "The newest diary entries"):
        expect(carer.get_by_role("heading", name=hidden)).to_have_count(0)
    expect(carer.get_by_text("second cup of tea")).to_have_count(0)
    shared = carer.url

    owner.goto(owner.url.split("/carers/")[0] + "/carers/")
    looks = owner.get_by_role("region", name="Who looked, and when")
    expect(looks.get_by_text("My neighbour").first).to_be_visible()
    owner.get_by_role("button", name=re.compile("Stop sharing")).first.click()
    expect(owner.get_by_text("Nothing is shared any more.")).to_be_visible()
    assert carer.goto(shared).status == 404


@pytest.mark.parametrize(
    "path", ["/diary/trends/", "/diary/week/", "/diary/appointment/", "/carers/", "/plan/calendar/"]
)
def test_no_new_page_scrolls_sideways_at_320(signed_in_as: Open, path: str) -> None:
    page = signed_in_as("patient", path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
