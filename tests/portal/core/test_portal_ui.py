"""Icons, faces, drawings and devices."""

import pytest

from portal.core.templatetags.portal_ui import DRAWINGS, art, device, face, icon


def test_an_icon_is_a_picture_nobody_has_to_hear():
    assert icon("bell") == (
        '<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><use href="/static/portal/icons.svg#i-bell"/></svg>'
    )
    assert 'class="i i--l flip"' in icon("arrow", flip=True, large=True)
    assert "<script>" not in icon('"><script>')


def test_every_icon_of_the_frame_is_in_the_sprite():
    import re
    from pathlib import Path

    root = Path(__file__).resolve().parents[3]
    sprite = (root / "portal/core/static/portal/icons.svg").read_text()
    known = set(re.findall(r'id="i-([\w-]+)"', sprite))
    asked = {
        name
        for house in ("portal", "articles", "groups", "selfcare")
        for page in (root / house).rglob("*.html")
        for name in re.findall(r'{% icon "([\w-]+)"', page.read_text())
    }
    assert asked - known == set()


@pytest.mark.parametrize(("name", "letter"), [("heron", "H"), ("  ämsel", "Ä"), ("…7th", "7"), ("💧", "·"), ("", "·")])
def test_a_face_shows_a_letter_and_is_the_same_each_time(name, letter):
    assert f">{letter}</span>" in face(name)
    assert face(name) == face(name)
    assert 'aria-hidden="true"' in face(name)


def test_a_face_cannot_carry_markup():
    assert "<b>" not in face("<b>")


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_every_drawing_is_there_and_silent(name):
    assert 'aria-hidden="true"' in art(name)


def test_a_drawing_that_we_never_drew_is_the_walk():
    assert art("unicorn") == art("walk")


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ("Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36", "Chrome on Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Version/17.5 Mobile/15E148 Safari/604.1", "Safari on iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox on Linux"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5)", "Mac"),
        ("curl/8", "A device we do not know"),
        ("", "A device we do not know"),
    ],
)
def test_a_device_is_named_in_words_people_know(says, words):
    assert device(says) == words
