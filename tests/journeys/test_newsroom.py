"""A guide's way through the newsroom: written, reviewed by somebody else, published, compared, taken back."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open, Site

GUIDE = "/en/learn/drinking-enough/"
LEAD = "How much to drink on a hot day, and when less is better."


def to_desk(page: Page, site: Site) -> None:
    page.goto(site.url("/admin/articles/article/?q=drinking-enough"))
    page.locator("#result_list th.field-title a").first.click()
    page.get_by_role("link", name="Where it stands").first.click()
    expect(page.get_by_role("heading", name="Where it stands")).to_be_visible()


def act(page: Page, name: str, comment: str) -> None:
    page.get_by_label("Comment").fill(comment)
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".messagelist .success")).to_contain_text(name)


def reviewed_and_published(editor: Page, reviewer: Page, site: Site, note: str) -> None:
    to_desk(editor, site)
    act(editor, "Send to clinical review", "Please look at the first line.")
    to_desk(reviewer, site)
    act(reviewer, "Approve", "Sound.")
    to_desk(editor, site)
    act(editor, "Publish", note)


def test_words_reach_readers_through_a_second_person_and_can_be_taken_back(
    signed_in_as: Open, open_page: Open, site: Site
) -> None:
    editor = signed_in_as("editor", GUIDE)
    before = editor.locator("p.lead").inner_text()
    editor.get_by_role("link", name="Edit this guide").click()
    editor.get_by_label("Lead").fill(LEAD)
    editor.get_by_role("button", name="Save", exact=True).click()
    reader = open_page(GUIDE)
    expect(reader.locator("p.lead")).to_have_text(before)

    reviewer = signed_in_as("reviewer")
    reviewed_and_published(editor, reviewer, site, "A shorter first line")
    reader.reload()
    expect(reader.locator("p.lead")).to_have_text(LEAD)
    reader.goto(site.url(f"{GUIDE}versions/"))
    expect(reader.get_by_text("A shorter first line")).to_be_visible()

    editor.goto(editor.url.replace("/desk/", "/compare/?from=1&to=2"))
    expect(editor.locator("ins").first).to_be_visible()
    editor.get_by_role("link", name=re.compile("Take up “Version 1” again")).click()
    editor.get_by_role("button", name="Take it up again").click()
    reader.goto(site.url(GUIDE))
    expect(reader.locator("p.lead")).to_have_text(LEAD)
    reviewed_and_published(editor, reviewer, site, "The first line as it was")
    reader.reload()
    expect(reader.locator("p.lead")).to_have_text(before)
