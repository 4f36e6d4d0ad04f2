"""What the newsroom is told of a draft over the API."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles import rules
from articles.api.newsroom_json import DraftBlockJson, field_of
from articles.models import Article
from articles.operations.drafts import blocks_in, draft_in
from articles.seen import state_of


class DraftRow(serializers.Serializer[Article]):
    """A draft as a list shows it. `seen` names the words it has now: send it back with what you do to them."""

    id = serializers.UUIDField()
    state = serializers.ChoiceField(choices=Article.State.choices, help_text="What readers see.")
    stage = serializers.ChoiceField(choices=Article.Stage.choices, help_text="Where the draft stands.")
    seen = serializers.SerializerMethodField()
    language = serializers.CharField()
    slug = serializers.CharField()
    title = serializers.CharField()
    owner = serializers.CharField(source="owner.display_name", default=None, allow_null=True)
    edited_at = serializers.DateTimeField()
    publish_at = serializers.DateTimeField(allow_null=True)
    approved_by = serializers.CharField(source="approved_by.display_name", default=None, allow_null=True)
    approved_at = serializers.DateTimeField(allow_null=True)
    revision = serializers.IntegerField(source="current.number", default=None, allow_null=True)

    def get_seen(self, article: Article) -> str:
        return state_of(article, draft_in(article))


class FaultJson(serializers.Serializer[Any]):
    """What keeps it from its readers. `block` counts from 0; null is the article itself."""

    block = serializers.IntegerField(allow_null=True)
    field = serializers.CharField()
    message = serializers.CharField()


class DraftTold(DraftRow):
    lead = serializers.CharField()
    topics = serializers.SerializerMethodField()
    art = serializers.CharField()
    minutes = serializers.IntegerField(allow_null=True)
    position = serializers.IntegerField()
    sample = serializers.BooleanField()
    blocks = serializers.SerializerMethodField()
    faults = serializers.SerializerMethodField()

    def get_topics(self, article: Article) -> list[str]:
        return list(draft_in(article).topics)

    @extend_schema_field(DraftBlockJson(many=True))
    def get_blocks(self, article: Article) -> list[dict[str, Any]]:
        return [{"id": str(block.pk), "kind": block.kind, "data": block.data} for block in blocks_in(article)]

    @extend_schema_field(FaultJson(many=True))
    def get_faults(self, article: Article) -> list[dict[str, Any]]:
        draft = draft_in(article)
        return told_faults(rules.faults(draft.blocks, draft.topics))


def told_faults(found: list[rules.Fault]) -> list[dict[str, Any]]:
    return [
        {
            "block": one.block,
            "field": field_of(one.path) if one.block is not None else ".".join(map(str, one.path)),
            "message": one.message,
        }
        for one in found
    ]
