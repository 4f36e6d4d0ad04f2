"""The API of this house: today's items and what one does with them, and drinks. The same doors and operations."""

from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from portal.accounts.models import User
from portal.core.local_time import zone_of
from selfcare import operations, reads
from selfcare.models import Aim, Occurrence
from selfcare.reads.how import how_today
from selfcare.reasons import SKIPS


class OwnRequest(Request):
    """What IsAuthenticated lets through."""

    user: User


ITEM_ID = OpenApiParameter("id", str, OpenApiParameter.PATH, description="The id of an item of today.")


class ItemSerializer(serializers.Serializer):
    """One thing to do. `turn` rises with each "later"; sending it back makes "later" safe to repeat. `ml`: how much a
    drink is about, and 0 where a limit leaves nothing to ask for; "done" writes it down as drunk, "undo" takes it
    back. `can_wait`: false where "later" would fall into the two hours before bed, and is refused."""

    id = serializers.UUIDField()
    activity = serializers.UUIDField(source="activity_id")
    title = serializers.CharField()
    text = serializers.CharField()
    kind = serializers.CharField()
    due_at = serializers.DateTimeField(source="at")
    moved_from = serializers.DateTimeField(allow_null=True)
    acted_at = serializers.DateTimeField(allow_null=True)
    state = serializers.ChoiceField(choices=["planned", "done", "skipped", "no_record"])
    minutes = serializers.IntegerField(allow_null=True)
    ml = serializers.IntegerField(allow_null=True)
    can_wait = serializers.BooleanField()
    essential = serializers.BooleanField()
    turn = serializers.IntegerField()


class WaterSerializer(serializers.Serializer):
    """What was drunk today, in ml and in cups as large as the person's own (`cup_ml`). `aim_cups` and `aim_ml` are a
    ceiling when `limited` is true."""

    ml = serializers.IntegerField()
    cups = serializers.FloatField(source="in_cups")
    aim_cups = serializers.IntegerField(source="aim")
    aim_ml = serializers.IntegerField()
    limited = serializers.BooleanField()
    cup_ml = serializers.IntegerField()


class TodaySerializer(serializers.Serializer):
    """`ends_at`: from then on it is another day. Until then the items are those of today. `asleep`: how many things of
    the day rest or wait for the team; they are not among the items."""

    day = serializers.DateField()
    ends_at = serializers.DateTimeField()
    hard_day = serializers.BooleanField()
    items = ItemSerializer(many=True)
    asleep = serializers.IntegerField()
    water = WaterSerializer()


class HowSerializer(serializers.Serializer):
    """How to do what an activity of a plan asks for, and when to stop."""

    activity = serializers.UUIDField()
    steps = serializers.ListField(child=serializers.CharField())
    stop = serializers.CharField()


class ChangedSerializer(serializers.Serializer):
    """`changed` is false when the item was in this state already: sending an act twice does no harm."""

    changed = serializers.BooleanField()


class LaterSerializer(serializers.Serializer):
    turn = serializers.IntegerField(required=False, min_value=0)


class PressedSerializer(serializers.Serializer):
    """`at`: when it was pressed, for what is sent later. It is never believed to be later than now, nor more than a day
    ago."""

    at = serializers.DateTimeField(required=False)


class SkipSerializer(PressedSerializer):
    """`why` may be left out, or sent later."""

    why = serializers.ChoiceField(choices=list(SKIPS), required=False)


class UndoSerializer(serializers.Serializer):
    what = serializers.ChoiceField(choices=["answer", "later"], required=False)


class DrinkSerializer(serializers.Serializer):
    """`source` is a name of the client's own for this one drink: sending it again logs nothing. `at`: when it was
    drunk, for what is sent later; more than a day ago is refused with `too_old`, and a moment to come is now."""

    ml = serializers.IntegerField(min_value=10, max_value=2000)
    source = serializers.RegexField(r"^[A-Za-z0-9-]{8,64}$", required=False)  # type: ignore[assignment]
    at = serializers.DateTimeField(required=False)


class AimSerializer(serializers.Serializer):
    """How many cups a day, how large a cup is, when bed is. `limited`: a team said to drink no more than that. What is
    left out stays."""

    cups = serializers.IntegerField(min_value=1, max_value=20, required=False)
    limited = serializers.BooleanField(required=False)
    cup_ml = serializers.IntegerField(min_value=50, max_value=1000, required=False)
    bed_at = serializers.TimeField(format="%H:%M", required=False)
    treatment_cups = serializers.IntegerField(min_value=1, max_value=20, allow_null=True, required=False)

    def to_representation(self, aim: Aim) -> dict[str, Any]:
        return {**super().to_representation(aim), "limited": bool(aim.limited)}


def local_day(user: User) -> date:
    return timezone.now().astimezone(zone_of(user.time_zone)).date()


class TodayViewSet(ViewSet):
    """A person's own day."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses=TodaySerializer)
    def list(self, request: OwnRequest) -> Response:
        return Response(TodaySerializer(reads.today(request.user)).data)

    @extend_schema(responses=HowSerializer(many=True))
    @action(detail=False, methods=["get"])
    def how(self, request: OwnRequest) -> Response:
        """The steps and the stop rules of what is due today, for reading without a connection."""
        return Response(HowSerializer(how_today(request.user), many=True).data)

    @extend_schema(request=None, responses=ChangedSerializer)
    @action(detail=False, methods=["post"], url_path="hard-day")
    def hard_day(self, request: OwnRequest) -> Response:
        """Having a hard day: only the essentials of today stay, and nothing else rings."""
        return Response({"changed": operations.begin_hard_day(actor=request.user, day=local_day(request.user))})

    @extend_schema(request=None, responses=ChangedSerializer)
    @hard_day.mapping.delete
    def end_hard_day(self, request: OwnRequest) -> Response:
        """The whole day again."""
        return Response({"changed": operations.end_hard_day(actor=request.user, day=local_day(request.user))})

    def _item(self, request: OwnRequest, pk: str) -> Occurrence:
        field = serializers.UUIDField()
        try:
            key = field.run_validation(pk)
        except serializers.ValidationError:
            key = None
        return get_object_or_404(Occurrence.objects.owned_by(request.user), pk=key)

    def _answer(self, request: OwnRequest, pk: str, verb: Any, **more: Any) -> Response:
        changed = verb(actor=request.user, occurrence=self._item(request, pk), **more)
        return Response({"changed": changed})

    @extend_schema(parameters=[ITEM_ID], request=PressedSerializer, responses=ChangedSerializer)
    @action(detail=True, methods=["post"])
    def done(self, request: OwnRequest, pk: str) -> Response:
        data = PressedSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        return self._answer(request, pk, operations.mark_done, **data.validated_data)

    @extend_schema(parameters=[ITEM_ID], request=LaterSerializer, responses=ChangedSerializer)
    @action(detail=True, methods=["post"])
    def later(self, request: OwnRequest, pk: str) -> Response:
        data = LaterSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        return self._answer(request, pk, operations.snooze, snooze_no=data.validated_data.get("turn"))

    @extend_schema(parameters=[ITEM_ID], request=SkipSerializer, responses=ChangedSerializer)
    @action(detail=True, methods=["post"])
    def skip(self, request: OwnRequest, pk: str) -> Response:
        data = SkipSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        return self._answer(request, pk, operations.skip, **data.validated_data)

    @extend_schema(parameters=[ITEM_ID], request=UndoSerializer, responses=ChangedSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: OwnRequest, pk: str) -> Response:
        data = UndoSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        return self._answer(request, pk, operations.undo, what=data.validated_data.get("what", ""))


class WaterViewSet(ViewSet):
    """Drinks of today."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses=WaterSerializer)
    def list(self, request: OwnRequest) -> Response:
        return Response(WaterSerializer(reads.water_today(request.user)).data)

    @extend_schema(request=DrinkSerializer, responses={201: WaterSerializer, 200: WaterSerializer})
    def create(self, request: OwnRequest) -> Response:
        data = DrinkSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        source = data.validated_data.get("source")
        new = operations.log_water(
            actor=request.user, ml=data.validated_data["ml"], source=f"api:{source}" if source else None,
            at=data.validated_data.get("at"),
        )  # fmt: skip
        said = WaterSerializer(reads.water_today(request.user)).data
        return Response(said, status=status.HTTP_201_CREATED if new else status.HTTP_200_OK)

    @extend_schema(responses=AimSerializer)
    @action(detail=False, methods=["get"])
    def aim(self, request: OwnRequest) -> Response:
        """What the person aims for, or is not to go past."""
        return Response(AimSerializer(reads.aim_of(request.user)).data)

    @extend_schema(request=AimSerializer, responses=AimSerializer)
    @aim.mapping.post
    def set_aim(self, request: OwnRequest) -> Response:
        data = AimSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        was = reads.aim_of(request.user)
        told = {"cups": was.cups, "limited": bool(was.limited)} | data.validated_data
        return Response(AimSerializer(operations.set_aim(actor=request.user, **told)).data)

    @extend_schema(request=None, responses=ChangedSerializer)
    @action(detail=False, methods=["post"])
    def undo(self, request: OwnRequest) -> Response:
        return Response({"changed": operations.undo_water(actor=request.user)})
