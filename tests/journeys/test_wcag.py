"""Every page, for each role that sees it differently, against WCAG 2.2 A and AA: both themes, phone and desk."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from tests.journeys.conftest import Open, Site

# How each text is drawn: its element and all around it, with what the styles may look at. Texts that are drawn alike
# have the same colours on every page, and colours take axe most of its time.
DRAWN = """() => {
    const step = e => [
        e.tagName, e.getAttribute("class") || "", e.getAttribute("style") || "",
        ...["aria-current", "aria-selected", "aria-pressed", "aria-disabled", "aria-invalid", "disabled", "open"]
            .map(name => e.getAttribute(name)),
        e.getAttribute("type"), ["TR", "LI", "TD"].includes(e.tagName) ? [...e.parentNode.children].indexOf(e) % 2 : "",
    ].join("|")
    const known = new Map()
    const path = e => {
        if (e === document.documentElement) return ""
        if (!known.has(e)) known.set(e, path(e.parentElement) + ">" + step(e))
        return known.get(e)
    }
    const spoken = e => e.matches("input, select, textarea") ||
        [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim())
    return [...new Set([...document.body.querySelectorAll("*")].filter(spoken).map(path))]
}"""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
EVERY_RULE = {"type": "tag", "values": TAGS}
COLOURS = ["color-contrast", "link-in-text-block"]
RULES_OF_COLOUR = {"type": "rule", "values": COLOURS}
LOOKS = [  # the dark theme changes colours alone, so it is asked about colours alone
    ("light", 1280, EVERY_RULE),
    ("dark", 1280, RULES_OF_COLOUR),
    ("dark", 390, RULES_OF_COLOUR),
    ("light", 390, EVERY_RULE),
]
NO_PAGE = {
    "account_logout": "signing out would end the walk",
    "home:mail_html": "a mail in a sandboxed frame; the page around it is visited",
    "admin:logout": "answers a POST only",
    "admin:jsi18n": "a script",
    "api:schema": "for machines",
}
STAFF_PAGES = ("admin:",)
DESK_PAGES = (
    "moderation:desk",
    "moderation:case",
    "moderation:pass_case",
    "moderation:hand_on",
    "moderation:decision",
    "moderation:reply_list",
    "moderation:new_reply",
    "moderation:change_reply",
    "groups:desk_request",
    "groups:thread",
    "groups:group",
    "groups:request_list",
    "groups:member_list",
    "groups:member_role",
    "groups:invitation_list",
    "groups:cohort",
    "groups:review",
    "groups:hold_session",
    "groups:change_session",
    "groups:cancel_session",
    "groups:session",
    "groups:unanswered",
)
ROLES = {
    "patient": (["/today/", "/plan/", "/diary/", "/groups/", "/inbox/", "/settings/", "/search/?q=night+pain"], ()),
    "moderator": (["/moderation/", "/groups/"], DESK_PAGES),
    "editor": (["/admin/"], STAFF_PAGES),
    "reviewer": (["/admin/"], STAFF_PAGES),
    "administrator": (["/admin/"], STAFF_PAGES),
}


Drawn = dict[tuple[str, int], set[str]]


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    """What the walks have seen so far, in each look."""
    return {}


def view_of(path: str) -> str:
    """The route behind an address; empty for what is no page of ours."""
    try:
        return resolve(path).view_name or ""
    except Resolver404:
        return ""


def links(page: Page, site: Site) -> list[str]:
    hrefs = page.eval_on_selector_all(
        "a[href]", "all => all.map(a => new URL(a.getAttribute('href'), document.baseURI).href)"
    )
    own = [href.split("#")[0] for href in hrefs if href.startswith(site.base + "/")]
    return [href for href in dict.fromkeys(own) if not href.startswith((site.base + "/static/", site.base + "/api/"))]


def violations(page: Page, drawn: Drawn) -> list[str]:
    """What axe finds in each look; of colours only where something is drawn as on no page before (`drawn`)."""
    found, axe = [], Axe()
    for scheme, width, rules in LOOKS:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        ways, known = set(page.evaluate(DRAWN)), drawn.setdefault((scheme, width), set())
        if ways <= known and rules is RULES_OF_COLOUR:
            continue
        without = {name: {"enabled": False} for name in COLOURS} if ways <= known else {}
        options = {"runOnly": rules, "rules": without, "resultTypes": ["violations"], "preload": False}
        results = axe.run(page, options=options)
        known |= ways
        for violation in results.response["violations"]:
            where = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
            found.append(f"{scheme} {width}: {violation['id']} at {where}")
    return found


def walk(
    page: Page, site: Site, drawn: Drawn, start: list[str], only: tuple[str, ...] = ()
) -> tuple[set[str], dict[str, list[str]]]:
    """Follow links from the start, one page for each route, and examine each. Returns the routes and what was wrong.

    With `only`, just routes whose names begin so are examined; others on the way are followed, not examined.
    """
    waiting, visited, wrong = [site.url(path) for path in start], set(), {}
    while waiting:
        url = waiting.pop(0)
        view = view_of(urlsplit(url).path)
        if not view or view in visited or view in NO_PAGE:
            continue
        if only and not view.startswith(only) and site.base + urlsplit(url).path not in map(site.url, start):
            continue
        response = page.goto(url)
        assert response is not None
        assert response.status < 400, f"{url} answered {response.status}"
        landed = view_of(urlsplit(page.url).path)
        is_page = "text/html" in response.headers.get("content-type", "")
        if is_page and landed not in visited and (found := violations(page, drawn)):
            wrong[f"{landed} {urlsplit(page.url).path}"] = found
        visited |= {view, landed}
        waiting += links(page, site) if is_page else []
    return visited, wrong


def test_signed_out_pages_have_no_violation(open_page: Open, site: Site, drawn: Drawn) -> None:
    page = open_page("/")
    start = ["/", "/search/?q=back+pain", "/accounts/signup/", "/accounts/login/", "/demo/mail/", "/urgent-help/"]
    visited, wrong = walk(page, site, drawn, [*start, "/api/v1/docs/"])
    assert wrong == {}
    assert {
        "home:home",
        "articles:article",
        "groups:group",
        "groups:thread",
        "account_signup",
        "account_login",
    } <= visited


@pytest.mark.parametrize("role", list(ROLES))
def test_pages_of_a_role_have_no_violation(signed_in_as: Open, site: Site, drawn: Drawn, role: str) -> None:
    start, only = ROLES[role]
    visited, wrong = walk(signed_in_as(role), site, drawn, start, only)
    assert wrong == {}
    assert len(visited) > 2
