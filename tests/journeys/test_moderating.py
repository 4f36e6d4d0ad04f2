"""The desk from three chairs: a moderator at the keyboard, the author of a hidden post, and a Safeguarding lead."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open, Site
from tests.journeys.test_journeys import eventually

KETTLE = "The third kettle night"


def write(author: Page, words: str) -> str:
    """Post these words in the first thread of the group. Returns the address of the thread."""
    author.locator("main .rows a.rows__go").first.click()
    expect(author.locator("li.post").first).to_be_visible()
    if not author.locator("#reply").count():
        author.get_by_role("link", name=re.compile("Write a reply")).first.click()
    author.locator("form textarea").last.fill(words)
    author.get_by_role("button", name="Post reply").click()
    expect(author.get_by_text(words)).to_be_visible()
    return author.url.partition("#")[0]  # going to the same place in the same page would load nothing


def report(reader: Page, words: str, reason: str) -> None:
    post = reader.locator("li.post").filter(has_text=words)
    post.locator("details.menu summary").click()
    post.get_by_role("link", name="Report to a moderator").click()
    reader.get_by_label(reason).check(force=True)
    reader.get_by_role("button", name="Send to the moderators").click()
    expect(reader.get_by_role("heading", name="Thank you for telling us")).to_be_visible()


def decide(moderator: Page, act: str) -> None:
    moderator.locator(f"input[name=act][value={act}]").check(force=True)
    moderator.get_by_role("button", name="Decide and close").click()
    expect(moderator.get_by_role("heading", name="Today’s queue")).to_be_visible()


def test_a_moderator_hides_by_keyboard_and_the_author_mends_it_and_is_read_again(
    signed_in_as: Open, site: Site
) -> None:
    author = signed_in_as("patient", "/groups/long-nights/")
    rude, kind = f"{KETTLE}, and you are all fools.", f"{KETTLE}, and I was rude. Sorry."
    thread = write(author, rude)
    reader = signed_in_as("editor", "/groups/long-nights/")
    reader.goto(thread)
    report(reader, rude, "It is unkind")

    moderator = signed_in_as("moderator", "/moderation/")
    row = moderator.locator("[data-queue] li").filter(has_text=KETTLE)
    expect(row).to_be_visible()
    for _press in range(12):
        moderator.keyboard.press("j")
        if row.locator("a").evaluate("link => link === document.activeElement"):
            break
    moderator.keyboard.press("Enter")
    moderator.wait_for_url(re.compile("/moderation/case/"))
    moderator.keyboard.press("c")
    expect(moderator.get_by_text("You have this until")).to_be_visible()
    decide(moderator, "hide")

    reader.goto(thread)
    expect(reader.get_by_text(rude)).to_have_count(0)
    author.goto(site.url("/decisions/"))
    author.locator("main .rows a.rows__go").first.click()
    expect(author.get_by_text("Juniper")).to_have_count(0)
    words = author.get_by_label("Your words, to mend and send again")
    expect(words).to_have_value(rude)
    words.fill(kind)
    author.get_by_role("button", name="Send it again").click()
    expect(author.get_by_text("A moderator reads it before others can.").first).to_be_visible()
    reader.goto(thread)
    expect(reader.get_by_text(kind)).to_have_count(0)

    moderator.goto(site.url("/moderation/"))
    moderator.locator("[data-queue] li").filter(has_text=KETTLE).locator("a").click()
    moderator.get_by_role("button", name="Take this one").first.click()
    decide(moderator, "publish")
    reader.goto(thread)
    expect(reader.get_by_text(kind)).to_be_visible()


def close_groups(moderator: Page) -> None:
    moderator.get_by_label(re.compile("All groups closed to them")).check(force=True)
    moderator.get_by_role("button", name="Decide and close").click()


def name_a_lead(administrator: Page, *, on: bool) -> None:
    """Give Juniper the role of a Safeguarding lead, or take it away."""
    administrator.get_by_role("link", name="Juniper").first.click()
    administrator.get_by_label("Safeguarding leads").set_checked(on, force=True)
    administrator.get_by_role("button", name="Save", exact=True).click()


def test_somebody_in_a_crisis_is_shut_out_by_a_safeguarding_lead_only_and_keeps_their_own_day(
    signed_in_as: Open, site: Site
) -> None:
    author = signed_in_as("patient", "/groups/long-nights/", javascript=False)
    words = "The fourth kettle night, and I shout at everybody."
    thread = write(author, words)
    reader = signed_in_as("editor", "/groups/long-nights/", javascript=False)
    reader.goto(thread)
    report(reader, words, "I’m worried about this person")

    moderator = signed_in_as("moderator", "/moderation/?first=serious", javascript=False)
    covered = moderator.locator("[data-queue] li").filter(has_text="Words to open with care")
    addresses = covered.locator("a").evaluate_all("all => all.map(a => a.href)")
    case = next(one for one in addresses if holds(moderator, one, words))
    moderator.get_by_role("button", name="Take this one").first.click()
    close_groups(moderator)
    expect(moderator.get_by_text("Only a Safeguarding lead may close the groups to them.").first).to_be_visible()

    people = "/admin/accounts/user/?q=Juniper"
    name_a_lead(signed_in_as("administrator", people, javascript=False), on=True)
    moderator.goto(case)
    close_groups(moderator)
    expect(moderator.get_by_role("heading", name="Today’s queue")).to_be_visible()

    author.goto(thread)
    expect(author.get_by_text("The groups are closed to you for a time").first).to_be_visible()
    for path in ("/today/", "/diary/"):
        assert author.goto(site.url(path)).status == 200
    author.goto(site.url("/decisions/"))
    author.locator("main .rows a.rows__go").first.click()
    author.get_by_role("button", name="Ask for another look").click()
    expect(author.get_by_text("Somebody who did not make this decision will read it").first).to_be_visible()

    moderator.goto(case)
    moderator.get_by_role("button", name="Take it back").first.click()
    author.goto(thread)
    expect(author.get_by_text("The groups are closed to you for a time")).to_have_count(0)
    name_a_lead(signed_in_as("administrator", people, javascript=False), on=False)


def holds(moderator: Page, case: str, words: str) -> bool:
    moderator.goto(case)
    return moderator.get_by_text(words).count() > 0


def test_an_open_queue_learns_of_a_new_case_by_itself(signed_in_as: Open, site: Site) -> None:
    moderator = signed_in_as("moderator", "/moderation/")
    author = signed_in_as("patient", "/groups/long-nights/")
    words = "The fifth kettle night, and a cough."
    thread = write(author, words)
    reader = signed_in_as("editor", "/groups/long-nights/")
    reader.goto(thread)
    report(reader, words, "It sells something or asks for money")

    row = moderator.locator("[data-queue] li").filter(has_text="fifth kettle night")
    eventually(lambda: row.count() == 1, 40, "the new case on the open desk")
