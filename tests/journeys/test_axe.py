"""Every page, for each role that sees it differently, against WCAG 2.2 A and AA: both themes, phone and desk."""

import os
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from tests.journeys.conftest import Open, Site

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}}
LOOKS = [("light", 1280), ("dark", 1280), ("dark", 390), ("light", 390)]
NO_PAGE = {
    "account_logout": "its page is visited last, on purpose",
    "home:mail_html": "somebody's mail in a frame; the page around it is visited",
}
SHARED = {"home:safety", "home:privacy", "home:accessibility", "home:contact", "home:consent", "safety:urgent_help"}


def view_of(path: str) -> str:
    """The route behind an address; empty for what is no page of ours."""
    try:
        return resolve(path).view_name or ""
    except Resolver404:
        return ""


def links(page: Page, site: Site) -> list[str]:
    hrefs = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
    own = [href.split("#")[0] for href in hrefs if href.startswith(site.base + "/")]
    return [href for href in dict.fromkeys(own) if not href.startswith((site.base + "/static/", site.base + "/api/"))]


def violations(page: Page) -> list[str]:
    found = []
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        results = Axe().run(page, options=RULES)
        for violation in results.response["violations"]:
            where = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
            found.append(f"{scheme} {width}: {violation['id']} at {where}")
    return found


def walk(
    page: Page, site: Site, start: list[str], seen_elsewhere: set[str]
) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Follow links from the start, one page for each route, and examine each. Returns routes and what was wrong."""
    waiting, visited, wrong = [site.url(path) for path in start], {}, {}
    while waiting:
        url = waiting.pop(0)
        view = view_of(urlsplit(url).path)
        if not view or view in visited or view in NO_PAGE or view in seen_elsewhere:
            continue
        response = page.goto(url)
        assert response is not None
        assert response.status < 400, f"{url} answered {response.status}"
        if "text/html" not in response.headers.get("content-type", ""):
            visited[view] = url
            continue
        landed = view_of(urlsplit(page.url).path)
        visited[view] = url
        if landed != view and landed in visited:
            continue
        visited[landed] = page.url
        if found := violations(page):
            wrong[f"{view} {urlsplit(page.url).path}"] = found
        waiting += links(page, site)
    return visited, wrong


ROLES = {
    "patient": [
        "/today/",
        "/plan/",
        "/diary/",
        "/plan/start/",
        "/groups/",
        "/inbox/",
        "/settings/",
        "/search/?q=night+pain",
    ],
    "moderator": ["/moderation/", "/groups/"],
    "editor": ["/admin/"],
    "reviewer": ["/admin/"],
    "administrator": ["/admin/"],
}


def test_signed_out_pages_have_no_violation(open_page: Open, site: Site) -> None:
    page = open_page("/")
    start = ["/", "/search/?q=back+pain", "/accounts/signup/", "/accounts/login/", "/demo/mail/", "/urgent-help/"]
    visited, wrong = walk(page, site, start, set())
    assert wrong == {}
    assert {"home:home", "articles:article", "groups:group", "account_signup", "account_login"} <= set(visited)


@pytest.mark.parametrize("role", list(ROLES))
def test_pages_of_a_role_have_no_violation(signed_in_as: Open, site: Site, role: str) -> None:
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    page = signed_in_as(role)
    if role == "patient":
        skip = SHARED | {"articles:library", "articles:topic"}
    elif role == "moderator":
        skip = SHARED | {view for view in PATIENT_VIEWS}
    else:
        skip = SHARED | NOT_ADMIN
    visited, wrong = walk(page, site, ROLES[role], skip)
    assert wrong == {}
    assert len(visited) > 2
