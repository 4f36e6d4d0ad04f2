"""More of the library for programs: the care cards of all guides, and how a guide changed."""

import hashlib
import json
from typing import Any

from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.encoders import JSONEncoder
from rest_framework.viewsets import ViewSet

from articles import reads
from articles.api.examples import CARE_CARD, answers
from articles.history import PublishedVersion
from articles.languages import content_language
from articles.models import PublishedCareCard
from articles.published_cards import cards_of_all
from portal.core.parsers import asked
from portal.safety.reads import country_of, known_country, resolve_tokens

LANGUAGE = OpenApiParameter("language", OpenApiTypes.STR, description="Language of the content, such as en.")
COUNTRY = OpenApiParameter("country", OpenApiTypes.STR, description="Whose phone numbers to show: two letters.")


def country_asked(request: Request) -> str:
    return known_country(asked(request, "country")) or country_of(request)


def with_numbers(value: Any, country: str) -> Any:
    """Stored JSON with the numbers of a country in every text."""
    if isinstance(value, str):
        return resolve_tokens(value, country)
    if isinstance(value, list):
        return [with_numbers(one, country) for one in value]
    if isinstance(value, dict):
        return {name: with_numbers(one, country) for name, one in value.items()}
    return value


def tagged(request: Request, data: Any) -> Response:
    """The answer with a tag made of all it says: asking again with the tag gets 304 as long as nothing changed."""
    said = json.dumps(data, cls=JSONEncoder, sort_keys=True)
    tag = quote_etag(hashlib.sha256(said.encode()).hexdigest()[:32])
    if get_conditional_response(request, etag=tag) is not None:
        return Response(status=304, headers={"ETag": tag})
    return Response(data, headers={"ETag": tag})


class VersionJson(serializers.Serializer[PublishedVersion]):
    """A version as readers saw it. `reviewed` is true where clinicians checked exactly this one; a minor edit carries
    the review of the version before."""

    number = serializers.IntegerField()
    published_at = serializers.DateTimeField()
    note = serializers.CharField()
    minor = serializers.BooleanField()
    reviewed = serializers.BooleanField()
    reviewed_at = serializers.DateTimeField(allow_null=True)
    sample = serializers.BooleanField()


class CareCardJson(serializers.Serializer[PublishedCareCard]):
    """One care card: when to get help, with the numbers of a country in it."""

    id = serializers.UUIDField(source="block_id")
    article = serializers.CharField(source="revision.slug", help_text="The guide it stands in, by its slug.")
    language = serializers.CharField()
    level = serializers.ChoiceField(choices=PublishedCareCard.Level.choices)
    title = serializers.CharField(source="__str__")
    data = serializers.SerializerMethodField()  # type: ignore[assignment]
    html = serializers.SerializerMethodField()

    @extend_schema_field(OpenApiTypes.OBJECT)
    def get_data(self, card: PublishedCareCard) -> Any:
        return with_numbers(card.data, self.context["country"])

    def get_html(self, card: PublishedCareCard) -> str:
        return reads.for_reader(card.html, self.context["country"])


class CareCardViewSet(ViewSet):
    """Every published care card of a language, the most urgent level first. The answer carries an ETag."""

    @extend_schema(
        parameters=[LANGUAGE, COUNTRY], responses=CareCardJson(many=True), examples=answers("Care cards", CARE_CARD)
    )
    def list(self, request: Request) -> Response:
        cards = cards_of_all(content_language(asked(request, "language")))
        context = {"country": country_asked(request)}
        return tagged(request, CareCardJson(cards, many=True, context=context).data)  # type: ignore[arg-type]
