"""How words will look once they are posted, before anybody else sees them. Nothing is kept by looking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from groups.models import SupportGroup, Thread
from groups.operations.words import clean, rendered
from groups.reads.posts import Part, Quoted
from groups.reads.quoting import Said
from portal.core.text import stored_html


@dataclass(frozen=True, slots=True)
class Preview:
    title: str
    parts: Sequence[Part]


def preview_of(
    user: Any, *, thread: Thread | None, group: SupportGroup | None, body: str, quotes: Sequence[Said], title: str = ""
) -> Preview:
    above = [Part(quote=Quoted(one.name, one.words, one.post.get_absolute_url())) for one in quotes]
    html = rendered(clean(body))
    return Preview(" ".join(clean(title).split()), [*above, Part(html=stored_html(html))] if html else above)
