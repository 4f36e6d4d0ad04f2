"""Foods that may help, for programs."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from selfcare.api.templates import PartSerializer
from selfcare.reads.foods import foods


class FoodsSerializer(serializers.Serializer):
    """`key` as the diary has it in `eating`, and "protein". `part`: the part of a guide that says more. `reviewed`:
    whether a clinician of this site did."""

    key = serializers.SlugField()
    name = serializers.CharField()
    lead = serializers.CharField()
    ideas = serializers.ListField(child=serializers.CharField())
    tell = serializers.CharField()
    part = PartSerializer(allow_null=True)
    sources = serializers.ListField(child=serializers.DictField())
    reviewed = serializers.BooleanField()


class EatingViewSet(ViewSet):
    """Ideas in household measures; nothing is counted."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses=FoodsSerializer(many=True))
    def list(self, request: Request) -> Response:
        told: list[dict[str, Any]] = [asdict(one) for one in foods(request.user, get_language() or "en")]
        return Response(told)
