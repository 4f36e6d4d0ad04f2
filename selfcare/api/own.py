"""A person's calendar address and weekly letter, for programs."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from portal.core.kinds import EMAIL
from portal.notifications.links import absolute
from portal.notifications.operations.preferences import allow_email, stop_email
from portal.notifications.reads import wants
from selfcare import operations
from selfcare.api.today import OwnRequest
from selfcare.messages import letter
from selfcare.models import CalendarFeed, WeeklyLetter
from selfcare.models.letter import LETTER
from selfcare.reads.letter import last_letter


class CalendarSerializer(serializers.Serializer):
    """`address` is secret: whoever holds it sees when something is due, and nothing else. Null: there is none."""

    address = serializers.CharField(allow_null=True)
    made_at = serializers.DateTimeField(allow_null=True)


class CalendarViewSet(ViewSet):
    """The address at which a calendar program reads the times of a person's plan."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses=CalendarSerializer)
    def list(self, request: OwnRequest) -> Response:
        return self._told(CalendarFeed.objects.owned_by(request.user).first())

    @extend_schema(request=None, responses={201: CalendarSerializer})
    def create(self, request: OwnRequest) -> Response:
        """A new address. An earlier one works no more."""
        return self._told(operations.new_calendar(actor=request.user), status.HTTP_201_CREATED)

    @extend_schema(responses={204: None})
    def destroy(self, request: OwnRequest) -> Response:
        """No address works any more."""
        operations.end_calendar(actor=request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)

    def _told(self, feed: CalendarFeed | None, code: int = status.HTTP_200_OK) -> Response:
        address = absolute(reverse("selfcare:calendar_file", args=[feed.token])) if feed else None
        said = {"address": address, "made_at": feed and feed.made_at}
        return Response(CalendarSerializer(said).data, status=code)


class WantedSerializer(serializers.Serializer):
    """`numbers`: whether it tells pain in numbers. What is left out stays."""

    on = serializers.BooleanField(required=False)
    numbers = serializers.BooleanField(required=False)

    def validate(self, said: dict[str, Any]) -> dict[str, Any]:
        if not said:
            raise serializers.ValidationError("Say at least one of them.")
        return said


class LatestSerializer(serializers.Serializer):
    """The words of the newest letter, from the figures of its week."""

    sent_at = serializers.DateTimeField()
    title = serializers.CharField()
    lines = serializers.ListField(child=serializers.CharField())


class LetterSerializer(serializers.Serializer):
    """`next_at`: null after a silent week, until something is done or written. `latest`: null when none went out in the
    last week."""

    on = serializers.BooleanField()
    numbers = serializers.BooleanField()
    next_at = serializers.DateTimeField(allow_null=True)
    latest = LatestSerializer(allow_null=True)


class LetterViewSet(ViewSet):
    """The weekly letter."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses=LetterSerializer)
    def list(self, request: OwnRequest) -> Response:
        return Response(LetterSerializer(self._said(request)).data)

    @extend_schema(request=WantedSerializer, responses=LetterSerializer)
    def create(self, request: OwnRequest) -> Response:
        """Turn it on or off, or choose how it tells pain: the same choices as in the settings."""
        data = WantedSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        said = data.validated_data
        if "numbers" in said:
            operations.letter_with_numbers(actor=request.user, wanted=said["numbers"])
        if "on" in said:
            choose = allow_email if said["on"] else stop_email
            choose(user_id=request.user.pk, kind=LETTER)
        return Response(LetterSerializer(self._said(request)).data)

    def _said(self, request: OwnRequest) -> dict[str, Any]:
        row = WeeklyLetter.objects.owned_by(request.user).first()
        on = request.user.pk in wants({request.user.pk}, LETTER, EMAIL)
        sent = last_letter(request.user)
        words = letter.render(sent) if sent else None
        latest = words and sent and {"sent_at": sent.sent_at, "title": words.title, "lines": words.lines}
        return {"on": on, "numbers": bool(row and row.numbers_at), "next_at": row and row.next_at, "latest": latest}
