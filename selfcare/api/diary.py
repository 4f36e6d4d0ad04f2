"""The diary for programs. The same doors and operations as the pages, and danger first here too."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.core.paging import KeysetPagination
from selfcare import operations
from selfcare.api.today import ChangedSerializer, OwnRequest
from selfcare.diary.listening import level_in
from selfcare.diary.said import LISTS, LONGEST_NOTE, MEASURES
from selfcare.diary.words import BOWEL, MOOD, PEG, SITES, SLEEP
from selfcare.models import DiaryEntry
from selfcare.reads.danger import exercise_held

ENTRY_ID = OpenApiParameter("id", str, OpenApiParameter.PATH, description="The id of an entry.")


def scale() -> serializers.IntegerField:
    return serializers.IntegerField(min_value=0, max_value=10, required=False)


def keys(part: str) -> serializers.ListField:
    child = serializers.ChoiceField(choices=list(LISTS[part]))
    return serializers.ListField(child=child, max_length=30, required=False)


def measure(part: str) -> serializers.FloatField:
    low, high = MEASURES[part]
    return serializers.FloatField(min_value=low, max_value=high, required=False)


class SaidSerializer(serializers.Serializer):
    """Every part may be missing. Scales run from 0 (none) to 10. Temperature in °C, weight in kg."""

    worst, usual, now, fatigue = scale(), scale(), scale(), scale()
    pain = inline_serializer("PainByPlace", {site: scale() for site in SITES}, required=False)
    peg = inline_serializer(
        "Peg", {key: serializers.IntegerField(min_value=0, max_value=10) for key in PEG}, required=False
    )
    sites, helped, quality, kept_from = keys("sites"), keys("helped"), keys("quality"), keys("kept_from")
    treatment, danger, eating = keys("treatment"), keys("danger"), keys("eating")
    mood = serializers.ChoiceField(choices=list(MOOD), required=False)
    sleep = serializers.ChoiceField(choices=list(SLEEP), required=False)
    bowel = serializers.ChoiceField(choices=list(BOWEL), required=False)
    woke = serializers.IntegerField(min_value=0, max_value=2, required=False)
    temperature, weight = measure("temperature"), measure("weight")
    note = serializers.CharField(max_length=LONGEST_NOTE, required=False, allow_blank=True)


class EntrySerializer(serializers.Serializer):
    """`seen`: send the level of help ("emergency", "crisis", "urgent") that the person was shown. An entry with a
    danger sign, ticked, written or measured, is refused with `see_help_first` until then."""

    id = serializers.UUIDField(read_only=True)
    at = serializers.DateTimeField(required=False)
    changed_at = serializers.DateTimeField(read_only=True)
    said = SaidSerializer(source="payload")
    seen = serializers.ChoiceField(choices=["emergency", "crisis", "urgent"], write_only=True, required=False)

    def validate_at(self, at: Any) -> Any:
        if at > handrail_now():
            raise serializers.ValidationError("An entry is about now or before.")
        return at


class CheckedSerializer(serializers.Serializer):
    """Who checked the person."""

    checked_with = serializers.CharField(max_length=200)


class HeldSerializer(serializers.Serializer):
    """`signs`: the danger signs that the person ticked."""

    held = serializers.BooleanField()
    since = serializers.DateTimeField(allow_null=True)
    signs = serializers.ListField(child=serializers.CharField())


class DiaryViewSet(ListModelMixin, RetrieveModelMixin, GenericViewSet):
    """A person's own diary, newest first."""

    permission_classes = [IsAuthenticated]
    serializer_class = EntrySerializer
    lookup_value_converter = "uuid"

    class pagination_class(KeysetPagination):
        ordering = ("-at", "-id")

    def get_queryset(self) -> Any:
        return DiaryEntry.objects.owned_by(self.request.user)

    def _said(self, request: OwnRequest, *, partial: bool = False) -> dict[str, Any]:
        data = EntrySerializer(data=request.data, partial=partial)
        data.is_valid(raise_exception=True)
        said = data.validated_data
        payload = said.get("payload", {})
        level = level_in(payload, request.user.language)
        if level and said.get("seen") != level:
            raise RuleViolation(
                f"Show the person who to call first: {level}. Then send it with “seen”.", code="see_help_first"
            )
        return said

    @extend_schema(request=EntrySerializer, responses={201: EntrySerializer})
    def create(self, request: OwnRequest) -> Response:
        said = self._said(request)
        entry = operations.log_pain(actor=request.user, payload=said["payload"], at=said.get("at"))
        return Response(EntrySerializer(entry).data, status=status.HTTP_201_CREATED)

    @extend_schema(parameters=[ENTRY_ID], request=EntrySerializer, responses=EntrySerializer)
    def partial_update(self, request: OwnRequest, pk: Any = None) -> Response:
        entry = self.get_object()
        payload = self._said(request, partial=True).get("payload", {})
        return Response(EntrySerializer(operations.change_entry(actor=request.user, entry=entry, payload=payload)).data)

    @extend_schema(parameters=[ENTRY_ID], responses={204: None})
    def destroy(self, request: OwnRequest, pk: Any = None) -> Response:
        """Hidden at once, gone after an hour."""
        operations.delete_entry(actor=request.user, entry=self.get_object())
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(parameters=[ENTRY_ID], request=None, responses=ChangedSerializer)
    @action(detail=True, methods=["post"])
    def restore(self, request: OwnRequest, pk: Any = None) -> Response:
        """Bring back what was deleted within the hour."""
        entry = get_object_or_404(DiaryEntry.objects.owned_by(request.user, deleted=True), pk=pk)
        return Response({"changed": operations.restore_entry(actor=request.user, entry=entry)})

    @extend_schema(responses=HeldSerializer)
    @action(detail=False, methods=["get"])
    def held(self, request: OwnRequest) -> Response:
        """Whether exercise rests after a danger sign."""
        held = exercise_held(request.user)
        told = {"held": held is not None, "since": held and held.since, "signs": held.signs if held else []}
        return Response(HeldSerializer(told).data)

    @extend_schema(request=CheckedSerializer, responses=ChangedSerializer)
    @action(detail=False, methods=["post"])
    def checked(self, request: OwnRequest) -> Response:
        """ "I have been checked": exercise that rested after a danger sign wakes."""
        data = CheckedSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        said = data.validated_data["checked_with"]
        return Response({"changed": operations.clear_exercise(actor=request.user, checked_with=said)})
