"""From a misspelt search to the appointment: find, read, keep, vote, take a question, print."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open, Site
from tests.journeys.test_journeys import SCRIPTS, eventually

GUIDE = "/en/learn/cancer-and-lower-back-pain/"


def find_misspelt(page: Page) -> None:
    page.get_by_label("Search Handrail").fill("spinal cord compresion")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=re.compile("Spinal cord compression", re.I)).first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@SCRIPTS
def test_a_reader_finds_keeps_votes_asks_and_prints(signed_in_as: Open, site: Site, javascript: bool) -> None:
    page = signed_in_as("patient", "/search/", javascript=javascript)
    find_misspelt(page)
    page.goto(site.url(GUIDE))

    page.get_by_role("button", name="Keep this guide for later").click()
    expect(page.get_by_role("button", name="Kept")).to_be_visible()
    page.goto(site.url("/learn/kept/"))
    page.get_by_role("button", name="No longer keep").first.click()
    expect(page.get_by_role("heading", name="You keep no guides yet")).to_be_visible()

    page.goto(site.url(GUIDE))
    page.locator("#helpful").get_by_role("button", name="No").click()
    expect(page).to_have_url(re.compile("#helpful$"))
    page.get_by_label("It is hard to understand").check()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="Thank you for telling us")).to_be_visible()

    page.get_by_text("Take these to my appointment").click()
    page.get_by_role("button", name="Add to my questions").nth(0).click()
    page.goto(site.url("/learn/questions/"))
    page.get_by_label("Your question").fill("May I go swimming?")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("button", name="Move up").last.click()
    expect(page.locator(".asklist__words").first).to_contain_text("May I go swimming?")
    page.get_by_role("button", name="Remove").first.click()
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_text("May I go swimming?")).to_be_visible()
    while page.get_by_role("button", name="Remove").count():
        page.get_by_role("button", name="Remove").first.click()
        page.goto(site.url("/learn/questions/"))
    expect(page.get_by_role("heading", name="No questions yet")).to_be_visible()


@SCRIPTS
def test_the_printed_sheet_carries_addresses_and_a_code(open_page: Open, javascript: bool) -> None:
    page = open_page(GUIDE, javascript=javascript)
    expect(page.locator("[data-print]").first).to_be_visible(visible=javascript)

    page.emulate_media(media="print")

    expect(page.locator(".sheet")).to_be_visible()
    assert page.locator(".sheet__code").evaluate("image => image.naturalWidth") > 0
    expect(page.get_by_role("button")).to_have_count(0)
    if javascript:
        shown = "link => getComputedStyle(link, '::after').content"
        assert "https://" in page.locator(".sources a").first.evaluate(shown)


def test_one_goes_on_where_one_stopped_until_one_says_no(open_page: Open, site: Site) -> None:
    page = open_page(GUIDE)
    expect(page.locator("[data-resume]")).to_be_hidden()
    heading = page.locator(".reading h2[id]").nth(3)
    heading.evaluate("heading => heading.scrollIntoView()")
    eventually(lambda: bool(page.evaluate("localStorage.getItem('handrail.stopped')")), 10, "the place is remembered")

    page.goto(site.url("/en/learn/"))
    page.goto(site.url(GUIDE))
    expect(page.locator("[data-resume]")).to_contain_text(heading.inner_text())

    page.get_by_role("button", name="Do not remember where I stop").click()
    page.reload()
    expect(page.locator("[data-resume]")).to_be_hidden()
    assert page.evaluate("localStorage.getItem('handrail.stopped')") is None


def test_larger_words_stay_on_this_device(open_page: Open) -> None:
    page = open_page(GUIDE)
    page.get_by_role("button", name="Larger text").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-text", "large")
    page.get_by_role("button", name="Smaller text").click()
    expect(page.locator("html")).to_have_attribute("data-text", "standard")


VOICE = """
const voice = new EventTarget();
Object.assign(voice, {
  paused: false, said: [],
  getVoices: () => [{ name: "A voice of this test's device" }],
  speak: (words) => { voice.said.push(words.text); voice.words = words; },
  cancel: () => {}, pause: () => { voice.paused = true; }, resume: () => { voice.paused = false; },
});
Object.defineProperty(window, "speechSynthesis", { value: voice });
"""


def test_a_device_without_a_voice_offers_no_listening(open_page: Open) -> None:
    page = open_page(GUIDE)
    expect(page.locator("[data-text-size]")).to_be_visible()
    expect(page.locator("[data-listen]")).to_be_visible(
        visible=bool(page.evaluate("speechSynthesis.getVoices().length"))
    )


def test_listening_reads_piece_by_piece_goes_to_the_next_part_and_stops(open_page: Open) -> None:
    page = open_page(GUIDE)
    page.context.add_init_script(VOICE)
    page.reload()
    group = page.get_by_role("group", name="Listen to this guide")

    group.get_by_role("button", name="Listen").press("Enter")
    expect(page.locator(".is-spoken")).to_have_text("Cancer and lower back pain")
    page.evaluate("speechSynthesis.words.dispatchEvent(new Event('end'))")
    expect(page.locator(".is-spoken")).to_have_class(re.compile("lead"))
    group.get_by_role("button", name="Pause").click()
    group.get_by_role("button", name="Go on").click()
    group.get_by_role("button", name="Next part").click()
    expect(page.locator("h2.is-spoken")).to_have_text("When to get help")
    group.get_by_role("button", name="Stop").click()

    expect(group.get_by_role("button", name="Listen")).to_be_focused()
    expect(page.locator(".is-spoken")).to_have_count(0)
    assert page.evaluate("speechSynthesis.said.length") == 3


@SCRIPTS
def test_a_reader_says_what_fits_and_folds_the_rest(open_page: Open, site: Site, javascript: bool) -> None:
    address = "/en/learn/moving-safely/"
    page = open_page(address, javascript=javascript)
    moves = page.get_by_role("heading", name="Gentle moves for everyday back pain")
    expect(moves).to_be_visible()

    page.get_by_text("Show for my situation").click()
    page.get_by_label("Cancer in the bones").check()

    expect(moves).to_be_hidden()
    expect(page.get_by_role("heading", name="If cancer has reached your bones")).to_be_visible()
    expect(page.locator(".care--emergency")).to_be_visible()
    line = page.get_by_label("“Gentle moves for everyday back pain” is not for your situation: show")
    line.focus()
    page.keyboard.press("Space")
    expect(moves).to_be_visible()
    line.uncheck()
    page.locator(".toc--fold, .reading__toc").get_by_role("link", name="Gentle moves").first.click()
    expect(moves).to_be_visible()

    page.goto(site.url(address))
    expect(moves).to_be_visible()
    if javascript:
        assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('situation'))") == []
        page.get_by_text("Show for my situation").click()
        page.get_by_label("Cancer in the bones").check()
        page.get_by_label("Remember on this device").check()
        page.goto(site.url(address))
        expect(moves).to_be_hidden()
        page.get_by_label("Remember on this device").uncheck()
        page.goto(site.url(address))
        expect(moves).to_be_visible()


@SCRIPTS
def test_a_hard_word_is_explained_where_it_stands(open_page: Open, javascript: bool) -> None:
    page = open_page("/en/learn/spinal-cord-compression/", javascript=javascript)
    word = page.get_by_role("button", name="cauda equina")
    word.focus()
    before = page.locator("html").bounding_box()
    page.keyboard.press("Enter")
    meaning = page.get_by_text("The bundle of nerves below the end of the spinal cord.").first
    expect(meaning).to_be_visible()
    assert page.locator("html").bounding_box() == before, "nothing moves"
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()

    page.emulate_media(media="print")
    expect(page.locator(".words dt", has_text="Cauda equina")).to_be_visible()
