"""Talking in a group: a picture, a poll, a name called from the keyboard, and reading on where one stopped."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.test_journeys import SCRIPTS, eventually

GROUP = "/groups/back-pain-and-cancer/"


def a_photo() -> dict[str, object]:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Somebody's camera"
    Image.new("RGB", (900, 600), "teal").save(out, "JPEG", exif=exif)
    return {"name": "IMG_2041.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def menu_of(page: Page, words: str, choice: str) -> None:
    post = page.locator(".post", has_text=words)
    post.locator("details.menu > summary").first.click()
    post.get_by_role("link", name=choice).click()


@SCRIPTS
def test_a_member_opens_a_thread_with_a_picture_asks_a_poll_keeps_changes_and_puts_back(
    signed_in_as: Open, javascript: bool
) -> None:
    words = f"Six weeks on, and it heals ({'with' if javascript else 'without'} scripts)"
    page = signed_in_as("patient", f"{GROUP}new/", javascript=javascript)
    page.get_by_label("Title").fill(words)
    page.get_by_label("Write as you would speak").fill(f"{words}. What did you do?")
    page.get_by_text("Add a picture or a content note").click()
    page.get_by_label("A picture").set_input_files(a_photo())  # type: ignore[arg-type]
    page.get_by_label("Cover it until somebody opens it").check()
    page.get_by_role("button", name="Post", exact=True).click()

    expect(page.get_by_text("Say in a few words what the picture shows").first).to_be_visible()
    page.get_by_label("What the picture shows").fill("The scar on my back")
    page.get_by_role("button", name="Post", exact=True).click()
    picture = page.get_by_role("img", name="The scar on my back")
    expect(picture).to_be_hidden()
    page.get_by_text("Show the picture: The scar on my back").click()
    expect(picture).to_be_visible()
    site = page.url.split("/groups/")[0]
    answer = page.request.get(f"{site}{picture.get_attribute('src')}")
    assert answer.headers["content-type"] == "image/webp" and b"camera" not in answer.body()

    page.get_by_role("link", name="Ask a poll").click()
    page.get_by_label("Your question").fill("What helped most?")
    page.get_by_label("Answers to choose from").fill("Rest\nWalking")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.get_by_label("Walking").check()
    page.get_by_role("button", name="Vote").click()
    expect(page.get_by_role("button", name="Change my vote")).to_be_visible()
    expect(page.get_by_label("Walking")).to_be_checked()
    expect(page.get_by_text("Counts are shown from five votes on.")).to_be_visible()

    menu_of(page, words, "Keep this post")
    page.get_by_label("A note to yourself").fill("Show this to the nurse")
    page.get_by_role("button", name="Keep it").click()
    thread = page.url
    page.goto(f"{site}/groups/kept/")
    expect(page.get_by_text("Show this to the nurse").first).to_be_visible()

    page.goto(thread)
    menu_of(page, words, "Change my post")
    page.get_by_label("Write as you would speak").fill(f"{words}. What did you do at night?")
    page.get_by_role("button", name="Save").click()
    menu_of(page, words, "What it said before")
    page.get_by_role("button", name="Empty this version").click()
    expect(page.get_by_text("The writer has emptied this version.")).to_be_visible()

    page.goto(thread)
    menu_of(page, words, "Take my post down")
    page.get_by_role("button", name="Take it down").click()
    expect(page.get_by_text("You have taken this post down.")).to_be_visible()
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator(".post__text", has_text="What did you do at night?")).to_be_visible()


def test_somebody_is_named_from_the_keyboard(signed_in_as: Open) -> None:
    page = signed_in_as("patient", f"{GROUP}new/")
    page.get_by_label("Title").fill("A word of thanks")
    page.get_by_label("Write as you would speak").fill("To all of you")
    page.get_by_role("button", name="Post", exact=True).click()
    box = page.get_by_label("Write as you would speak")
    box.press_sequentially("Thank you @mari")
    option = page.get_by_role("option", name="Marigold")
    expect(option).to_be_visible()
    box.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    expect(box).to_have_value("Thank you @Marigold ")
    box.press_sequentially("and @nobodyhere")
    box.press("Escape")
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator(".mention")).to_have_text("@Marigold")


def test_reading_on_moves_the_mark_to_where_one_stopped(signed_in_as: Open) -> None:
    page = signed_in_as("patient", GROUP)
    row = page.locator("li[data-state=unread]", has_text="Getting back into the garden")
    row.get_by_role("link").first.click()
    expect(page.locator(".since")).to_be_visible()
    before = int(re.findall(r"\d+", page.locator(".since").inner_text())[0])
    page.mouse.wheel(0, 250)

    def fewer() -> bool:
        page.wait_for_timeout(3000)
        page.goto(page.url.split("?")[0])
        since = page.locator(".since")
        left = int(re.findall(r"\d+", since.inner_text())[0]) if since.count() else 0
        return left < before

    eventually(fewer, 20, "the mark moves while one reads")


@pytest.mark.parametrize("javascript", [False])
def test_without_scripts_a_button_moves_the_mark(signed_in_as: Open, javascript: bool) -> None:
    page = signed_in_as("patient", GROUP, javascript=javascript)
    row = page.locator("li[data-state=unread]", has_text="First radiotherapy to my spine on Monday")
    row.get_by_role("link").first.click()
    thread = page.url.split("?")[0]
    page.get_by_role("button", name="Mark as read").click()
    page.goto(thread)
    expect(page.locator(".since")).to_have_count(0)
