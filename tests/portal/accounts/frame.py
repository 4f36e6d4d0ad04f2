"""What every page of ours has in common, read from its HTML."""

from html.parser import HTMLParser

from django.http import HttpResponse

WORDS_OF_OTHERS = ("{% trans", "{% blocktrans", "{% translate", "{% blocktranslate")
NAMELESS = {"hidden", "submit"}


class Reading(HTMLParser):
    """The few facts the tests ask for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.lang = ""
        self.headings: list[str] = []
        self.levels: list[int] = []
        self.title = ""
        self.styles: list[str] = []
        self.inline: list[str] = []
        self.ids: list[str] = []
        self.labels: set[str] = set()
        self.controls: list[dict[str, str | None]] = []
        self.described: list[str] = []
        self._within = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._within = tag
        if tag == "html":
            self.lang = given.get("lang") or ""
        if tag in {"h1", "h2", "h3", "h4"}:
            self.levels.append(int(tag[1]))
            if tag == "h1":
                self.headings.append("")
        if tag == "link" and given.get("rel") == "stylesheet":
            self.styles.append(given["href"] or "")
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/json"):
            self.inline.append(tag)
        self.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "label" and given.get("for"):
            self.labels.add(given["for"] or "")
        if tag in {"input", "select", "textarea"} and given.get("type") not in NAMELESS:
            self.controls.append(given)
        self.described += (given.get("aria-describedby") or "").split()

    def handle_data(self, data: str) -> None:
        if self._within == "h1" and self.headings:
            self.headings[-1] += data
        if self._within == "title":
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        self._within = ""


def assert_in_our_frame(response: HttpResponse, status: int = 200) -> Reading:
    """One heading, our stylesheet alone, nothing inline, every control named, every word ours."""
    assert response.status_code == status
    page = Reading(response.content.decode())
    assert page.lang == "en"
    assert [heading.strip() != "" for heading in page.headings] == [True]
    assert page.levels[0] == 1
    assert page.title.endswith(" – Handrail")
    assert page.title.split(" – ")[0].strip() != ""
    assert page.styles == ["/static/portal/css/portal.css"]
    assert page.inline == []
    assert sorted(page.ids) == sorted(set(page.ids))
    unnamed = [field for field in page.controls if field.get("tabindex") != "-1" and field.get("id") not in page.labels]
    assert unnamed == []
    assert [name for name in page.described if name not in page.ids] == []
    assert "'unsafe" not in response["Content-Security-Policy"]
    assert words_of_others(response) == []
    return page


def words_of_others(response: HttpResponse) -> list[str]:
    """Templates of installed packages that brought words of their own onto the page, and forms that are not ours."""
    found = [
        template.origin.name
        for template in response.templates
        if "/allauth/" in (template.origin.name or "") and any(sign in template.source for sign in WORDS_OF_OTHERS)
    ]
    for context in response.context or []:
        for value in context.get("form"), context.get("webauthn_form"):
            if value is not None and list(value.fields) and not type(value).__module__.startswith("portal."):
                found.append(f"{type(value).__module__}.{type(value).__name__}")
    return [name for name in found if "site-packages" in name or name.startswith("allauth.")]
