"""How words will look once they are posted, before anybody else sees them. Nothing is kept by looking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from groups.models import SupportGroup, Thread
from groups.models.mention import MARK
from groups.operations.naming import Naming, name_people
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
    above = [Part(quote=Quoted(one.name, one.text, one.post.get_absolute_url())) for one in quotes]
    naming = name_people(user, thread, clean(body)) if thread is not None else Naming(clean(body))
    called = [naming.called[int(at)] for at in MARK.findall(naming.body)]
    pieces = MARK.split(rendered(naming.body))[::2]
    said: list[Part] = [Part(html=stored_html(pieces[0]))] if pieces[0] else []
    for name, piece in zip(called, pieces[1:], strict=False):
        said += [Part(mention=name), Part(html=stored_html(piece))]
    return Preview(" ".join(clean(title).split()), [*above, *said])
