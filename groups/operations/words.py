"""Words on their way in: made clean, rendered once, ready to be searched."""

import re
from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.search import SearchVector
from django.db.models import Value

from groups.models import Post, PostText
from groups.models.mention import unnamed
from groups.models.post_text import CONFIGS
from portal.core.text import RENDERER_VERSION, small_markdown

LONGEST = 8_000
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
QUOTE_MARK = "\x02quote:{}\x03"  # nobody can type it: control characters are taken out of what people write
TAG = re.compile(r'<[^<>"]*(?:"[^"]*"[^<>"]*)*>')


def clean(body: str) -> str:
    """Line ends in one form, no control characters, no blank space around, at most 8,000 characters."""
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    return CONTROL.sub("", body).strip()[:LONGEST]


def rendered(body: str, quotes: Sequence[int] = ()) -> str:
    """Safe HTML with a placeholder for each quote position in front, and where somebody is named in its text. None is
    left inside a tag: what is put there for each viewer could end the tag early."""
    html = TAG.sub(lambda tag: unnamed(tag[0]), small_markdown(body))
    return "".join(QUOTE_MARK.format(position) for position in quotes) + html


def search_vector(title: str, body: str, languages: Sequence[str]) -> Any:
    """What the search index holds: the words of the title (first post only) above those of the body."""
    body = unnamed(body)
    config = CONFIGS.get(languages[0] if languages else "", "simple")
    return SearchVector(Value(title), weight="A", config=config) + SearchVector(Value(body), weight="B", config=config)


def text_of(post: Post, body: str, *, title: str, languages: Sequence[str], quotes: Sequence[int] = ()) -> PostText:
    """The row of words for a post, not yet saved."""
    return PostText(
        post=post,
        body=body,
        html=rendered(body, quotes),
        renderer_version=RENDERER_VERSION,
        search=search_vector(title, body, languages),
        group_id=post.thread.group_id,
        said_at=post.created_at,
    )
