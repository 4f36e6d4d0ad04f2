"""What somebody typed at an article and has not saved yet. It is theirs alone until they save or throw it away."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, DraftSave
from portal.core.errors import RuleViolation

MOST = 1_000_000
"""Characters of one form, names and words together."""
NOT_WORDS = {"csrfmiddlewaretoken", "_save", "_continue", "_addanother", "_preview", "_publish"}

Typed = dict[str, list[str]]


def keep_typed(*, actor: Any, article: Article, typed: Mapping[str, Sequence[str]]) -> DraftSave:
    """Keep a form as it stands, in place of what this person had kept. The draft itself stays as it is."""
    if not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can write articles."))
    data = {name: list(values) for name, values in typed.items() if name not in NOT_WORDS and "__prefix__" not in name}
    if not all(isinstance(value, str) for values in data.values() for value in values):
        raise RuleViolation(_("Only words can be kept."), code="words")
    if sum(len(name) + sum(map(len, values)) for name, values in data.items()) > MOST:
        raise RuleViolation(_("This is too long to keep. Please save it."), code="too_long")
    data = {_clean(name): [_clean(value) for value in values] for name, values in data.items()}
    seen = (data.get("seen") or [""])[-1][:160]
    kept, _new = DraftSave.objects.update_or_create(
        article=article, person=actor, defaults={"seen": seen, "data": data}
    )
    return kept


def _clean(words: str) -> str:
    """The database holds no null characters."""
    return words.replace("\0", "")


def typed_by(person: Any, article: Article) -> DraftSave | None:
    """What this person typed and did not save. Nobody gets anything of somebody else."""
    return DraftSave.objects.filter(person=person, article=article).first()


def forget_typed(*, actor: Any, article: Article) -> bool:
    """Once it was saved, or thrown away. Returns whether there was anything."""
    return bool(DraftSave.objects.filter(person=actor, article=article).delete()[0])
