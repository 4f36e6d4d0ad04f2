"""Which words of which post are quoted: a key that a form carries, checked against the door each time it comes back."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from groups.models import Post, PostEdit, Thread
from groups.models.mention import unnamed
from groups.models.post import Shown

LONGEST, MOST = 600, 5
KEY = re.compile(r"([a-z0-9]{1,16})\.(\d{1,6})\.(\d{1,6})\.(\d{1,6})\Z")
MARKS = frozenset("*_`>#[]()~-+ \t\n\r\xa0")


@dataclass(frozen=True, slots=True)
class Said:
    """A range of somebody's words at one of their versions, which this viewer may read now."""

    post: Post
    edit_number: int
    start: int
    end: int
    words: str

    @property
    def key(self) -> str:
        return f"{self.post.public_id}.{self.edit_number}.{self.start}.{self.end}"

    @property
    def text(self) -> str:
        """The words for the one who quotes them; who is named in them is filled in when they are posted."""
        return unnamed(self.words)

    @property
    def name(self) -> str:
        return self.post.name or ""


def keys_of(text: str) -> list[tuple[str, int, int, int]]:
    """What a form carries, as far as it makes sense: at most five different quotes."""
    found = (KEY.match(one) for one in text.split(",")[: MOST * 4])
    read = {(m[1], int(m[2]), int(m[3]), int(m[4])): None for m in found if m and int(m[4]) > int(m[3])}
    return list(read)[:MOST]


def said(user: Any, thread: Thread, text: str) -> list[Said]:
    """The quotes of a form, in their order. What the viewer may not read, what is not there, and words that their
    writer has taken out since, are left out.

    One query; a second when a quoted post was changed meanwhile.
    """
    keys = keys_of(text)
    if not keys:
        return []
    posts = Post.objects.visible_to(user).with_words().filter(thread=thread, shown=Shown.SHOWN)
    found = {post.public_id: post for post in posts.filter(public_id__in={key[0] for key in keys})}
    earlier = _earlier([(found[key[0]], key[1]) for key in keys if key[0] in found])
    quotes = []
    for public_id, edit, start, end in keys:
        post = found.get(public_id)
        body = (post.body if edit == post.edit_number else earlier.get((post.pk, edit))) if post else None
        if post and body and start < len(body):
            end = min(end, len(body), start + LONGEST)
            if edit == post.edit_number or body[start:end] in post.body:
                quotes.append(Said(post, edit, start, end, body[start:end]))
    return quotes


def _earlier(wanted: Iterable[tuple[Post, int]]) -> dict[tuple[int, int], str]:
    stale = {post.pk: edit for post, edit in wanted if edit != post.edit_number}
    rows = PostEdit.objects.filter(post__in=stale, redacted_at=None) if stale else ()
    return {(row.post_id, row.edit_number): row.body for row in rows}


def quote_of(post: Post, words: str = "") -> Said | None:
    """A quote of these words of a post that came through the door, or of its beginning when they are not in it."""
    if not post.body:
        return None
    start, end = range_of_words(post.body, words) or (0, min(len(post.body), LONGEST))
    return Said(post, post.edit_number or 0, start, end, post.body[start:end])


def range_of_words(body: str, words: str) -> tuple[int, int] | None:
    """Where words that were picked on the page stand in what was typed, whose marks for bold or lists a page does not
    show. Linear: both are compared without marks and spaces."""
    places = [at for at, letter in enumerate(body) if letter not in MARKS]
    wanted = "".join(letter for letter in words[: LONGEST * 2] if letter not in MARKS)
    at = "".join(body[place] for place in places).find(wanted) if wanted else -1
    if at < 0:
        return None
    start = places[at]
    return start, min(places[at + len(wanted) - 1] + 1, start + LONGEST)


def as_text(quotes: Sequence[Said]) -> str:
    """What the form carries on."""
    return ",".join(dict.fromkeys(quote.key for quote in quotes[:MOST]))
