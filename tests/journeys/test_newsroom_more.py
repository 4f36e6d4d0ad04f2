"""More of the newsroom: a guide that comes out at its time, a translation and its original, a WordPress export."""

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open, Site
from tests.journeys.test_journeys import eventually
from tests.journeys.test_newsroom import act

EXPORT = """<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:wp="w" xmlns:excerpt="e"
xmlns:dc="d"><channel><item><title>Resting in the afternoon</title><link>https://old.example/2020/resting-in-the-afternoon/</link>
<guid>https://old.example/?p=41</guid><content:encoded><![CDATA[<h2>A short rest</h2><p>Lie down for half an hour.</p>
<script>alert(1)</script><form><input name="mail"></form>]]></content:encoded><excerpt:encoded></excerpt:encoded>
<wp:post_id>41</wp:post_id><wp:post_name>resting-in-the-afternoon</wp:post_name><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type><category domain="category" nicename="x"><![CDATA[Lower back pain]]></category></item>
</channel></rss>"""


def to_desk_of(page: Page, site: Site, slug: str) -> None:
    page.goto(site.url(f"/admin/articles/article/?q={slug}"))
    page.locator("#result_list th.field-title a").first.click()
    page.get_by_role("link", name="Where it stands").first.click()


def write(editor: Page, site: Site, path: str, label: str, words: str) -> None:
    editor.goto(site.url(path))
    editor.get_by_role("link", name="Edit this guide").click()
    editor.get_by_label(label).first.fill(words)
    editor.get_by_role("button", name="Save", exact=True).click()
    expect(editor.locator(".messagelist .success")).to_be_visible()


def approve(editor: Page, reviewer: Page, site: Site, slug: str) -> None:
    to_desk_of(editor, site, slug)
    act(editor, "Send to clinical review", "Please look at it.")
    to_desk_of(reviewer, site, slug)
    act(reviewer, "Approve", "Sound.")
    editor.reload()


def test_an_approved_guide_comes_out_by_itself_at_its_time(signed_in_as: Open, open_page: Open, site: Site) -> None:
    guide, words = "/en/learn/moving-safely/", "How to move on a bad day and on a better one."
    editor, reviewer = signed_in_as("editor"), signed_in_as("reviewer")
    write(editor, site, guide, "Lead", words)
    approve(editor, reviewer, site, "moving-safely")
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=65)
    editor.get_by_label("When").fill(soon.strftime("%Y-%m-%dT%H:%M"))
    act(editor, "Schedule", "A first line that says more")
    reader = open_page(guide)
    expect(reader.locator("p.lead")).not_to_have_text(words)

    def shown() -> bool:
        reader.reload()
        return reader.locator("p.lead").inner_text() == words

    eventually(shown, 180, "the guide comes out at its time")
    editor.reload()
    expect(editor.locator(".desk__steps")).to_contain_text("By itself")


def test_a_translation_is_begun_published_and_shows_the_newer_care_card_of_its_original(
    signed_in_as: Open, open_page: Open, site: Site
) -> None:
    guide, slug = "/en/learn/tests-and-scans/", "tests-and-scans"
    editor, reviewer = signed_in_as("editor", guide), signed_in_as("reviewer")
    editor.get_by_role("link", name="Edit this guide").click()
    editor.get_by_role("link", name="Translate").click()
    editor.get_by_label("Language").select_option("tr")
    editor.get_by_role("button", name="Start the translation").click()
    editor.get_by_label("Title").first.fill("Testler ve taramalar")
    editor.get_by_role("button", name="Save", exact=True).click()
    approve_translation(editor, reviewer, site)
    act(editor, "Publish", "")
    reader = open_page("/tr/learn/tests-and-scans/")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Testler ve taramalar")
    expect(reader.locator("article.reading")).to_have_attribute("lang", "tr")

    write(editor, site, guide, "How soon", "Within the hour")
    approve(editor, reviewer, site, f"{slug}&language__exact=en")
    act(editor, "Publish", "Sooner")

    reader.reload()
    expect(reader.get_by_text("Within the hour").first).to_be_visible()
    expect(reader.get_by_text("This box is newer than the translation")).to_be_visible()


def approve_translation(editor: Page, reviewer: Page, site: Site) -> None:
    approve(editor, reviewer, site, "tests-and-scans&language__exact=tr")


def imported(site: Site, export: Path) -> str:
    """What the command says that loads an export, run beside the site as its README tells."""
    manage = [sys.executable, "manage.py", "import_wordpress", str(export)]
    run = [sys.executable, "-m", "portal.launch", "beside", "--", *manage]
    return subprocess.run(run, cwd=site.folder, env=site.env, capture_output=True, text=True, check=True).stdout


def test_a_wordpress_export_becomes_drafts_that_are_reviewed_and_take_over_the_old_address(
    signed_in_as: Open, open_page: Open, site: Site, tmp_path: Path
) -> None:
    export = tmp_path / "export.xml"
    export.write_text(EXPORT)
    told = imported(site, export)
    assert re.search(r"script|form", told)
    old = "/2020/resting-in-the-afternoon/"
    reader = open_page(old)
    expect(reader.get_by_text("Lie down for half an hour")).to_have_count(0)

    editor, reviewer = signed_in_as("editor"), signed_in_as("reviewer")
    editor.goto(site.url("/admin/articles/article/?q=resting-in-the-afternoon"))
    editor.locator("#result_list th.field-title a").first.click()
    editor.get_by_label("Lead").fill("A rest that does not spoil the night.")
    editor.get_by_role("button", name="Save", exact=True).click()
    approve(editor, reviewer, site, "resting-in-the-afternoon")
    act(editor, "Publish", "")

    reader.goto(site.url(old))
    expect(reader).to_have_url(re.compile("/en/learn/resting-in-the-afternoon/$"))
    expect(reader.get_by_text("Lie down for half an hour")).to_be_visible()
    assert imported(site, export).count("Resting in the afternoon") <= told.count("Resting in the afternoon")
