"""Names in words on their way in: `@name` becomes a mark that points at the one who is meant."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from groups.models import Mention, Post, Thread
from groups.models.mention import MARK, mark, unnamed
from groups.reads.mentions import Named, names_in, people_called
from portal.accounts.models import User

CALL = re.compile(r"(?<![\w@./])@(?=(\w[^\n@]{0,45}))")
MOST, WORDS = 10, 5
END = re.compile(r"(?<=\w)(?!\w)|$")


@dataclass(slots=True)
class Naming:
    """Words with marks, and what each new mark stands for."""

    body: str
    new: dict[int, Named] = field(default_factory=dict)
    called: dict[int, str] = field(default_factory=dict)

    @property
    def to_screen(self) -> str:
        """What a screening reads: the name of a member is no detail that the writer gives away."""
        return unnamed(self.body)

    def typed(self, text: str) -> str:
        """These words, or some of them, as the writer typed them."""
        return MARK.sub(lambda found: f"@{self.called.get(int(found[1]), '…')}", text)

    def rows(self, post: Post) -> list[Mention]:
        return [
            Mention(post=post, position=at, voice_id=one.voice, person_id=one.person) for at, one in self.new.items()
        ]


def _candidates(rest: str) -> list[str]:
    """What may be the name: the first word, the first two, up to five, the longest first."""
    ends = [found.start() for found in END.finditer(rest)]
    return [rest[:end] for end in reversed(ends[: WORDS * 2]) if end and len(rest[:end]) <= 44]


def name_people(actor: User, thread: Thread, body: str, *, before: Post | None = None) -> Naming:
    """Find whom the words call by name, among those who can see the thread, which may be only about to begin. `before`
    is the post that is changed: who was named in it keeps their mark, also after leaving. Nothing is saved. No query
    without an @; one with it, and one more for a change."""
    calls = list(CALL.finditer(body))[:MOST]
    if not calls:
        return Naming(body)
    asked = {name for call in calls for name in _candidates(call[1])}
    known = {one.name.casefold(): one for one in reversed(people_called(actor, thread, sorted(asked)))}
    old = _earlier(actor, before) if before is not None else {}
    highest = max(old.values(), default=0)
    naming, taken = Naming(""), dict(old)
    done = 0
    for call in calls:
        name = next((one for one in _candidates(call[1]) if one.casefold() in known or one in taken), None)
        if name is None:
            continue
        key = name if name in taken else known[name.casefold()].name
        if key not in taken:
            highest += 1
            taken[key] = highest
            naming.new[highest] = known[name.casefold()]
        naming.called[taken[key]] = name
        naming.body += body[done : call.start()] + mark(taken[key])
        done = call.start() + 1 + len(name)
    naming.body += body[done:]
    return naming


def _earlier(actor: User, post: Post) -> Mapping[str, int]:
    return {name: position for (_post, position), name in sorted(names_in(actor, [post.pk]).items(), reverse=True)}


def save_names(post: Post, naming: Naming) -> Sequence[Mention]:
    """Write down whom the new marks stand for. One statement, or none."""
    return Mention.objects.bulk_create(naming.rows(post)) if naming.new else []
