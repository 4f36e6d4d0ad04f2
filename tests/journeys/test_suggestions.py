"""Suggestions while typing, from the keyboard; and nothing else without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open

BOXES = pytest.mark.parametrize(
    ("path", "label"), [("/search/", "Search Handrail"), ("/en/learn/", "Search the guides")]
)


@BOXES
def test_names_are_chosen_with_the_arrow_keys(open_page: Open, path: str, label: str) -> None:
    page = open_page(path)
    box = page.get_by_role("combobox", name=label)
    box.press_sequentially("spin")
    options = page.get_by_role("option")
    expect(options.filter(has_text="Spinal cord compression").first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text=re.compile(r"Suggestions: \d"))).to_have_count(1)
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))

    box.press("ArrowDown")
    chosen = options.first
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "none")
    words = chosen.inner_text()
    expect(box).to_have_value(words)

    box.press("ArrowUp")
    expect(box).to_have_value("spin")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)

    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))
    expect(page.get_by_label("Search Handrail")).to_have_value(words)
    expect(page.locator(".rows__go").first).to_be_visible()


def test_escape_closes_the_list_and_gives_the_words_back(open_page: Open) -> None:
    page = open_page("/search/")
    box = page.get_by_role("combobox")
    box.press_sequentially("spin")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    box.press("ArrowDown")

    box.press("Escape")

    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(box).to_have_value("spin")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_be_focused()


def test_a_name_can_be_pressed_and_a_slip_is_forgiven_on_a_small_screen(open_page: Open) -> None:
    page = open_page("/search/", width=320)
    page.get_by_role("combobox").press_sequentially("spinel cord")
    page.get_by_role("option").first.click()
    page.wait_for_url(re.compile(r"/search/\?q="))
    expect(page.locator(".rows__go").first).to_be_visible()
    assert no_sideways(page)


def test_several_keys_in_a_row_ask_once(open_page: Open) -> None:
    page = open_page("/search/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/search/suggest/" in request.url else None)
    page.get_by_role("combobox").press_sequentially("spinal")
    expect(page.get_by_role("option").first).to_be_visible()
    assert len(asked) == 1


def test_without_scripts_the_box_is_a_search_field(open_page: Open) -> None:
    page = open_page("/search/", javascript=False)
    expect(page.get_by_role("combobox")).to_have_count(0)
    page.get_by_role("searchbox").fill("spinal cord")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".rows__go").first).to_be_visible()


def no_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
