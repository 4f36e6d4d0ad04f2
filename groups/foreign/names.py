"""Who is called by name in somebody's words, and under which name they speak here."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from groups.foreign.shapes import Changes

CALL = re.compile(r"(?<![\w@./])@(?=(\w[\w.\- ]{0,60}))")
ONE_WORD = re.compile(r"\w(?:[\w.\-]*\w)?")
WORDS = 5
CALLED, UNKNOWN = "names that became the names of voices here", "names of people who are not in the file"


class Names:
    """From a name there, in any case of letters, to the invented one here."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = {name.casefold(): here for name, here in known.items()}

    def of(self, name: str) -> str:
        """The name to show for somebody who is quoted; never the one they had."""
        return self.known.get(name.strip().casefold()) or _("Someone")

    def put(self, text: str, changes: Changes) -> str:
        """`@name` of a writer becomes their name here; of anybody else the name goes, since it may be a real one."""
        pieces, done = [], 0
        for call in CALL.finditer(text):
            if call.start() < done:
                continue
            name = self._called(call[1])
            changes.note(CALLED if name.casefold() in self.known else UNKNOWN)
            pieces += [text[done : call.start()], "@", self.of(name)]
            done = call.start() + 1 + len(name)
        return "".join([*pieces, text[done:]])

    def _called(self, rest: str) -> str:
        """The longest name of a writer that begins here, else one word."""
        ends = [len(rest), *(place.start() for place in re.finditer(r"(?<=\w)(?!\w)", rest))][: WORDS * 3]
        for end in sorted(set(ends), reverse=True):
            if rest[:end].casefold() in self.known:
                return rest[:end]
        word = ONE_WORD.match(rest)
        return word[0] if word else rest[:1]
