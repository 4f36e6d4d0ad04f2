"""A passkey from making it to removing it, with the browser's own virtual device."""

import re
from collections.abc import Callable

from playwright.sync_api import CDPSession, Page, expect

from tests.journeys.conftest import Open, Site
from tests.journeys.test_journeys import link_in_mail, mails, wait_for_mail

PASSWORD = "a-quiet-river-bends-twice"
EMAIL = "kittiwake@example.org"
Device = Callable[[bool], None]


def join(page: Page, open_page: Open, site: Site) -> None:
    """Somebody of this test's own: a passkey on a demo person would ask every other journey for it."""
    known = set(mails(open_page("/demo/mail/"), site))
    page.get_by_label("Email").fill(EMAIL)
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_label("Display name").fill("Shearwater")
    for box in page.locator("main input[type=checkbox][required]").all():
        box.check(force=True)
    page.get_by_role("button", name="Join").click()
    page.goto(link_in_mail(open_page("/demo/mail/"), wait_for_mail(open_page("/demo/mail/"), site, EMAIL, known),
                           "/confirm-email/"))  # fmt: skip
    page.get_by_role("button", name="Yes, it is mine").click()
    expect(page).to_have_url(site.url("/today/"))


def device_of(page: Page) -> Device:
    """A phone with a fingerprint reader. Calling it says whether the finger fits."""
    cdp: CDPSession = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    number = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]

    def finger_fits(fits: bool) -> None:
        cdp.send("WebAuthn.setUserVerified", {"authenticatorId": number, "isUserVerified": fits})

    return finger_fits


def prove_it(page: Page) -> None:
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def sign_out(page: Page, site: Site) -> None:
    page.goto(site.url("/accounts/logout/"))
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.goto(site.url("/accounts/login/"))


def test_a_passkey_is_made_signs_in_alone_and_after_a_password_and_is_removed(open_page: Open, site: Site) -> None:
    page = open_page("/accounts/signup/")
    join(page, open_page, site)
    finger_fits = device_of(page)

    page.goto(site.url("/accounts/2fa/webauthn/add/"))
    prove_it(page)
    page.get_by_label("A name for it").fill("My phone")
    finger_fits(False)
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_text("Your device gave us no passkey.")).to_be_visible()
    finger_fits(True)
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Codes for the day you lose your phone")
    expect(page.locator(".codes li")).to_have_count(10)

    sign_out(page, site)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(site.url("/today/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Shearwater")

    sign_out(page, site)
    page.get_by_label("Email").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One more step")
    finger_fits(False)
    page.get_by_role("button", name="Use my passkey").click()
    expect(page.locator("[data-passkey-trouble]")).to_be_focused()
    finger_fits(True)
    page.get_by_role("button", name="Use my passkey").click()
    page.wait_for_url(site.url("/today/"))

    page.goto(site.url("/accounts/2fa/webauthn/"))
    expect(page.get_by_text("My phone").first).to_be_visible()
    page.get_by_role("link", name=re.compile("Remove.*My phone")).click()
    prove_it(page)
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_text("The passkey is removed.")).to_be_visible()


def test_without_scripts_nothing_offers_a_passkey_that_cannot_work(open_page: Open) -> None:
    page = open_page("/accounts/login/", javascript=False)

    expect(page.get_by_role("button", name="Use a passkey")).to_have_count(0)
    expect(page.get_by_role("link", name=re.compile("Email me a code"))).to_be_visible()
