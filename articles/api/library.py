"""The library over the API: what is published, with the numbers of a country."""

import hashlib
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import get_language
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiParameter,
    extend_schema,
    extend_schema_field,
    extend_schema_view,
)
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from articles import reads
from articles.api.examples import CARD, DETAIL, REFUSED, VERSION, answers
from articles.api.reading import COUNTRY, LANGUAGE, VersionJson, country_asked, tagged, with_numbers
from articles.history import published_versions
from articles.languages import content_language
from articles.models import Article
from articles.models.article import ArticleQuerySet
from articles.search import ranked
from portal.core.paging import KeysetPagination
from portal.core.parsers import ONE_WORD, asked
from portal.safety.reads import help_lines, resolve_tokens

TOPIC = OpenApiParameter("topic", OpenApiTypes.STR, description="Only guides about this health topic, by its slug.")
SEARCH = OpenApiParameter("q", OpenApiTypes.STR, description="Words to look for: the best guides first, on one page.")
NOT_THERE = OpenApiExample("Nothing here", REFUSED, response_only=True, status_codes=["404"])
MOST_FOUND, LONGEST = 50, 2000


class Library(KeysetPagination):
    """In the library's own order."""

    ordering = ("position", "slug")


class ArticleCard(serializers.Serializer[Article]):
    """A guide as a list shows it. Everything is what readers see, never the draft."""

    id = serializers.UUIDField()
    language = serializers.CharField(source="current.language")
    slug = serializers.CharField(source="current.slug")
    title = serializers.CharField(source="current.title")
    lead = serializers.SerializerMethodField()
    topics = serializers.ListField(source="current.topic_slugs", child=serializers.CharField())
    minutes = serializers.IntegerField(source="current.minutes")
    sample = serializers.BooleanField(source="current.sample")
    revision = serializers.IntegerField(source="current.number")
    published_at = serializers.DateTimeField(source="current.published_at")
    url = serializers.CharField(source="get_absolute_url")

    def get_lead(self, article: Article) -> str:
        return resolve_tokens(article.current.lead, self.context["country"]) if article.current else ""


class BlockJson(serializers.Serializer[Any]):
    """One block: its lasting id, its kind, what it says as data, and the same as HTML."""

    id = serializers.UUIDField()
    kind = serializers.CharField()
    anchor = serializers.CharField()
    data = serializers.JSONField()  # type: ignore[assignment]
    html = serializers.CharField()


class ArticleDetail(ArticleCard):
    contents = serializers.JSONField(source="current.contents")
    blocks = serializers.SerializerMethodField()

    @extend_schema_field(BlockJson(many=True))
    def get_blocks(self, article: Article) -> list[dict[str, Any]]:
        country, shown = self.context["country"], article.current
        parts = {part["id"]: part for part in shown.parts} if shown else {}
        return [
            {
                "id": block["id"],
                "kind": block["kind"],
                "anchor": parts[block["id"]]["anchor"],
                "data": with_numbers(block["data"], country),
                "html": reads.for_reader(parts[block["id"]]["html"], country),
            }
            for block in (shown.blocks if shown else [])
        ]


def tag_of(article: Article, country: str) -> str:
    """Another one as soon as a word of the answer may be: the revision, or the numbers that stand in it."""
    numbers = hashlib.sha256(repr(help_lines(country)).encode()).hexdigest()[:16]
    return quote_etag(f"{article.current_id}-{country}-{get_language()}-{numbers}")


@extend_schema_view(
    list=extend_schema(
        parameters=[LANGUAGE, COUNTRY, TOPIC, SEARCH],
        responses=ArticleCard(many=True),
        examples=answers("Guides", CARD),
    )
)
class ArticleViewSet(ListModelMixin, GenericViewSet[Article]):
    """Published guides. Answers carry an ETag, so that asking again costs little."""

    serializer_class = ArticleCard
    pagination_class = Library
    lookup_field = "slug"
    lookup_value_regex = ONE_WORD
    queryset = Article.objects.none()

    def country(self) -> str:
        return country_asked(self.request)

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "country": self.country()}

    def get_queryset(self) -> ArticleQuerySet:
        language = content_language(asked(self.request, "language"))
        articles = Article.objects.visible_to(self.request.user).published().filter(language=language)
        topic = asked(self.request, "topic")
        if topic:
            articles = articles.filter(current__topic_slugs__contains=[topic])
        return articles.for_cards() if self.action == "list" else articles.select_related("current")

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        query = asked(request, "q").strip()[:LONGEST]
        if query:
            return tagged(request, {"next": None, "previous": None, "results": self.found(query)})
        return tagged(request, super().list(request, *args, **kwargs).data)

    def found(self, query: str) -> Any:
        """The guides that answer a query, the best first, as the search page finds them."""
        keys = ranked(query, content_language(asked(self.request, "language")), MOST_FOUND)
        rows = self.get_queryset().in_bulk(keys)
        return self.get_serializer([rows[key] for key in keys if key in rows], many=True).data

    @extend_schema(
        parameters=[LANGUAGE],
        responses={200: VersionJson(many=True), 404: OpenApiTypes.OBJECT},
        examples=[*answers("Versions", VERSION), NOT_THERE],
    )
    @action(detail=True, pagination_class=None, filter_backends=[])
    def versions(self, request: Request, slug: str) -> Response:
        """How a published guide changed, the latest version first."""
        article = get_object_or_404(self.get_queryset().for_cards(), slug=slug)
        return tagged(request, VersionJson(published_versions(article), many=True).data)  # type: ignore[arg-type]

    @extend_schema(
        parameters=[LANGUAGE, COUNTRY],
        responses={200: ArticleDetail, 404: OpenApiTypes.OBJECT},
        examples=[*answers("A guide", DETAIL), NOT_THERE],
    )
    def retrieve(self, request: Request, slug: str) -> Response:
        article = get_object_or_404(self.get_queryset(), slug=slug)
        tag = tag_of(article, self.country())
        if get_conditional_response(request, etag=tag) is not None:
            return Response(status=304, headers={"ETag": tag})
        return Response(ArticleDetail(article, context=self.get_serializer_context()).data, headers={"ETag": tag})
