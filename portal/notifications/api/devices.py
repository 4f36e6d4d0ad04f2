"""A person's devices for programs, the page of their own browser first among them. Without keys there is none of it."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from portal.accounts.models import User
from portal.notifications.devices import IN_SESSION, binding, can_push
from portal.notifications.models import PushSubscription
from portal.notifications.operations.devices import turn_off, turn_on


class OwnRequest(Request):
    """A request of somebody who is signed in."""

    user: User


class DeviceSerializer(serializers.Serializer[Any]):
    """Its address and its keys are told to nobody again."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    created_at = serializers.DateTimeField()
    last_told_at = serializers.DateTimeField(
        allow_null=True, help_text="To the hour. Null: nothing was sent to it yet."
    )


class TurnedOnSerializer(DeviceSerializer):
    bound = serializers.CharField(help_text="What holds it to this session. Another one in the page: send it again.")


class KeysSerializer(serializers.Serializer[Any]):
    p256dh = serializers.CharField(max_length=100)
    auth = serializers.CharField(max_length=40)


class SubscriptionSerializer(serializers.Serializer[Any]):
    """As a browser writes its own subscription. `instead_of`: the device it was, before its address changed. `again`:
    only if it is still on, to hold it to a new session."""

    endpoint = serializers.CharField(max_length=1000)
    keys = KeysSerializer()
    instead_of = serializers.UUIDField(required=False, allow_null=True)
    again = serializers.BooleanField(default=False)


class DeviceViewSet(ViewSet):
    """The devices on which you are told, at most five. 404 where the site sends nothing to devices."""

    permission_classes = [IsAuthenticated]
    lookup_value_regex = "[0-9a-f-]{36}"

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if not can_push():
            raise Http404

    @extend_schema(responses=DeviceSerializer(many=True))
    def list(self, request: OwnRequest) -> Response:
        rows = PushSubscription.objects.owned_by(request.user).in_order()
        return Response(DeviceSerializer(rows, many=True).data)

    @extend_schema(request=SubscriptionSerializer, responses={201: TurnedOnSerializer})
    def create(self, request: OwnRequest) -> Response:
        """Turn this browser on. The same one again is the same device."""
        data = SubscriptionSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        said = data.validated_data
        device = turn_on(
            actor=request.user,
            endpoint=said["endpoint"],
            browser=request.headers.get("User-Agent", ""),
            instead_of=said.get("instead_of"),
            again=said["again"],
            **said["keys"],
        )
        if isinstance(request.successful_authenticator, SessionAuthentication):
            request.session[IN_SESSION] = str(device.pk)  # signing out turns it off
        told = {**DeviceSerializer(device).data, "bound": binding(request.user, request.session)}
        return Response(TurnedOnSerializer(told).data, status=status.HTTP_201_CREATED)

    @extend_schema(responses={204: None})
    def destroy(self, request: OwnRequest, pk: str) -> Response:
        """Turn one off."""
        device = get_object_or_404(PushSubscription.objects.owned_by(request.user), pk=pk)
        turn_off(actor=request.user, device_id=device.pk)
        return Response(status=status.HTTP_204_NO_CONTENT)
