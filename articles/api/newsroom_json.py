"""What programs send for a draft, read with care: whole, plain, not too deep, and each block held to its kind."""

import math
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.blocks import BLOCKS, Data, Path
from articles.blocks.figure import DRAWINGS
from articles.models.article import not_reserved
from articles.operations.drafts import Draft

DEEPEST = 12
LARGEST = 1_000_000
MOST_BLOCKS = 200


def everything_in(value: Any) -> Iterator[tuple[Any, int]]:
    """Every value and every name inside, with how deep it lies. Does not call itself, so depth costs nothing."""
    waiting = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        yield one, depth
        inside = [*one, *one.values()] if isinstance(one, dict) else one if isinstance(one, list) else []
        waiting += [(inner, depth + 1) for inner in inside]


def refuse_hostile(sent: Any) -> None:
    """What no database and no answer could hold. Raises ValidationError."""
    for value, depth in everything_in(sent):
        if depth > DEEPEST:
            raise serializers.ValidationError(_("This JSON is nested too deeply."), code="deep")
        if isinstance(value, float) and not math.isfinite(value):
            raise serializers.ValidationError(_("A number is too large."), code="number")
        if isinstance(value, int) and abs(value) > 10**15:
            raise serializers.ValidationError(_("A number is too large."), code="number")
        if isinstance(value, str) and ("\x00" in value or not _whole(value)):
            raise serializers.ValidationError(_("A text holds signs that are none."), code="text")


def _whole(text: str) -> bool:
    """Whether it can be written at all: half of a pair of signs cannot."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


class DraftBlockJson(serializers.Serializer[Any]):
    """`id` is the block's lasting id; a new block has none. `data` is what a block of this kind holds."""

    id = serializers.UUIDField(required=False, allow_null=True)
    kind = serializers.ChoiceField(choices=list(BLOCKS))
    data = serializers.JSONField()  # type: ignore[assignment]


@extend_schema_field(DraftBlockJson(many=True))
class BlocksField(serializers.JSONField):
    """Blocks as they were sent."""


class DraftSent(serializers.Serializer[Any]):
    """All of a draft. What is left out is taken back to what it is at first."""

    language = serializers.CharField(max_length=16)
    slug = serializers.SlugField(max_length=120, validators=[not_reserved])
    title = serializers.CharField(max_length=200)
    lead = serializers.CharField(max_length=600)
    topics = serializers.ListField(child=serializers.CharField(max_length=60), max_length=20, allow_empty=True)
    art = serializers.ChoiceField(choices=list(DRAWINGS), default="path")
    minutes = serializers.IntegerField(min_value=1, max_value=600, allow_null=True, default=None)
    position = serializers.IntegerField(min_value=0, max_value=32767, default=100)
    sample = serializers.BooleanField(default=True)
    blocks = BlocksField()

    def validate_language(self, code: str) -> str:
        if code not in settings.CONTENT_LANGUAGES:
            raise serializers.ValidationError(_("There are no guides in this language."), code="language")
        return code

    def validate_topics(self, slugs: list[str]) -> list[str]:
        if len(set(slugs)) != len(slugs):
            raise serializers.ValidationError(_("Name each health topic once."), code="twice")
        return slugs

    def validate_blocks(self, sent: Any) -> list[tuple[str, str, Data]]:
        if not isinstance(sent, list) or len(sent) > MOST_BLOCKS:
            words = _("This should be a list of at most %(most)s blocks.") % {"most": MOST_BLOCKS}
            raise serializers.ValidationError(words, code="blocks")
        wrong: dict[str, Any] = {}
        read = [block_of(one, str(place), self.context["known"], wrong) for place, one in enumerate(sent)]
        ids = [known for known, _kind, _data in read if known]
        for place, (known, _kind, _data) in enumerate(read):
            if known and ids.count(known) > 1:
                wrong.setdefault(str(place), {})["id"] = [_("Two blocks cannot be the same one.")]
        if wrong:
            raise serializers.ValidationError(wrong)
        return read

    def draft(self) -> tuple[Draft, list[str]]:
        """The draft, and the ids of its blocks in their order."""
        given = dict(self.validated_data)
        blocks = given.pop("blocks")
        draft = Draft(**given, blocks=[(kind, data) for _id, kind, data in blocks])
        return draft, [known for known, _kind, _data in blocks]


def block_of(sent: Any, place: str, known: Mapping[str, str], wrong: dict[str, Any]) -> tuple[str, str, Data]:
    """One block as (id or "", kind, data). What is wrong with it goes into `wrong`, by its place and field. `known`
    has the kinds of the blocks that are there, by their ids."""
    kind = sent.get("kind") if isinstance(sent, dict) else None
    if not isinstance(sent, dict) or not isinstance(kind, str) or kind not in BLOCKS:
        wrong[place] = {"kind": [_("A block needs one of these kinds: %(kinds)s.") % {"kinds": ", ".join(BLOCKS)}]}
        return "", "", {}
    faults: dict[str, list[str]] = {}
    for name in sent.keys() - {"id", "kind", "data"}:
        faults[str(name)[:60]] = [_("A block has: id, kind, data.")]
    data, problems = BLOCKS[kind].check(sent.get("data"))
    for problem in problems:
        faults.setdefault(field_of(problem.path), []).append(f"{BLOCKS[kind].label}: {problem.message}")
    named = sent.get("id") or ""
    if named and (not isinstance(named, str) or known.get(_tidy(named)) != kind):
        faults["id"] = [_("This article has no such block of this kind. Leave the id out for a new one.")]
    if faults:
        wrong[place] = faults
    return _tidy(named) if isinstance(named, str) and named else "", kind, data


def field_of(path: Path) -> str:
    """Where in a block: `data.symptoms.0.source`."""
    return ".".join(["data", *(str(step)[:60] for step in path)])


def _tidy(name: str) -> str:
    try:
        return str(UUID(name))
    except ValueError:
        return ""
