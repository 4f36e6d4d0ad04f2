"""For whom a part of a guide is written. A part that names nobody is for everybody."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.blocks.fields.base import Field
from articles.blocks.inline import Reading
from articles.blocks.problems import Path, Problems

SITUATIONS = {
    "in-treatment": _("In treatment"),
    "after-treatment": _("After treatment"),
    "bone-metastases": _("Cancer in the bones"),
    "no-diagnosis": _("No cancer diagnosis"),
    "caring": _("Caring for someone"),
}


@dataclass(frozen=True, kw_only=True)
class Situations(Field):
    """Situations in which a part is shown open; for others it folds to one line."""

    required: bool = False
    late: bool = True

    def empty(self) -> list[str]:
        return []

    def check(self, value: Any, path: Path, problems: Problems) -> list[str]:
        if value in (None, "", []):
            return []
        if isinstance(value, str):
            value = [part for part in re.split(r"[,\s]+", value) if part]
        if not isinstance(value, list):
            problems.add(path, _now("This should be a list of situations."))
            return []
        for place, one in enumerate(value):
            if one not in list(SITUATIONS):
                said = {"name": str(one)[:40], "choices": ", ".join(SITUATIONS)}
                problems.add((*path, place), _now("“%(name)s” is not one of: %(choices)s.") % said)
        return [one for one in SITUATIONS if one in value]

    def show(self, value: Any, reading: Reading) -> Any:
        return value

    def texts(self, value: Any) -> Iterator[str]:
        return iter(())


FOR = Situations(
    label=_("Only for people who are"),
    help=_("Readers may say what fits them: this part then folds to one line for the others. Leave it empty for all."),
)
