"""Sharing with carers, for programs, from both sides: the same invitations, scopes, ends and written looks."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet, ViewSet

from portal.core.paging import KeysetPagination
from portal.notifications.links import absolute
from selfcare import operations
from selfcare.api.diary import SaidSerializer
from selfcare.api.plans import own
from selfcare.api.today import OwnRequest
from selfcare.api.trends import SeriesSerializer
from selfcare.carer_words import will_see, wont_see
from selfcare.models import CarerLink, CarerView
from selfcare.operations.carers import DELAYS, LONGEST_NAME, invitation
from selfcare.reads import shared as reads
from selfcare.reads.figures import Figures
from selfcare.series import series

LINK = OpenApiParameter("id", str, OpenApiParameter.PATH, description="The id of what is shared.")
SCOPES = serializers.ListField(child=serializers.ChoiceField(choices=CarerLink.Scope.choices), allow_empty=False)


class InviteSerializer(serializers.Serializer):
    """`name` is for the person alone, such as "my daughter"."""

    name = serializers.CharField(max_length=LONGEST_NAME)
    scopes = SCOPES


class MailSerializer(serializers.Serializer):
    email = serializers.EmailField()


class ShareSerializer(serializers.Serializer):
    """What is left out stays. `tell_after`: minutes after which the carer is told, in neutral words, that something of
    `tell_about` (activities) waits; null: never."""

    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=CarerLink.Scope.choices), allow_empty=False, required=False
    )
    tell_after = serializers.ChoiceField(choices=list(DELAYS), required=False, allow_null=True)
    tell_about = serializers.ListField(child=serializers.UUIDField(), required=False)


class CarerSerializer(serializers.Serializer):
    """`state`: invited or sharing. `address`: the invitation to pass on, while it is open; it works once, until
    `expires_at`. `shown_name`: who said yes."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    state = serializers.SerializerMethodField()
    scopes = serializers.ListField(child=serializers.CharField())
    shown_name = serializers.CharField(source="carer.display_name", default=None, allow_null=True)
    address = serializers.SerializerMethodField()
    invited_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField()
    mailed_at = serializers.DateTimeField(allow_null=True)
    accepted_at = serializers.DateTimeField(allow_null=True)
    tell_after = serializers.IntegerField(allow_null=True)
    tell_about = serializers.ListField(child=serializers.UUIDField())

    def get_state(self, link: CarerLink) -> str:
        return "sharing" if link.accepted_at else "invited"

    def get_address(self, link: CarerLink) -> str | None:
        return absolute(reverse("selfcare:accept_carer", args=[link.token])) if link.token else None


class LookSerializer(serializers.Serializer):
    """One look of a carer at one part."""

    carer = serializers.UUIDField(source="link_id")
    name = serializers.CharField(source="link.name")
    part = serializers.ChoiceField(choices=CarerLink.Scope.choices)
    at = serializers.DateTimeField()


class CarerViewSet(ViewSet):
    """The people a person shares with; ten at most."""

    permission_classes = [IsAuthenticated]

    def _mine(self, request: OwnRequest, pk: str) -> CarerLink:
        rows = CarerLink.objects.owned_by(request.user).filter(ended_at=None).select_related("carer")
        found: CarerLink = own(rows, pk)
        return found

    @extend_schema(responses=CarerSerializer(many=True))
    def list(self, request: OwnRequest) -> Response:
        return Response(CarerSerializer(reads.my_carers(request.user), many=True).data)

    @extend_schema(request=InviteSerializer, responses={201: CarerSerializer})
    def create(self, request: OwnRequest) -> Response:
        """Make an invitation. Nothing is shared until somebody says yes to it."""
        data = InviteSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        link = operations.invite_carer(actor=request.user, **data.validated_data)
        return Response(CarerSerializer(link).data, status=status.HTTP_201_CREATED)

    @extend_schema(parameters=[LINK], responses=CarerSerializer)
    def retrieve(self, request: OwnRequest, pk: str) -> Response:
        return Response(CarerSerializer(self._mine(request, pk)).data)

    @extend_schema(parameters=[LINK], request=ShareSerializer, responses=CarerSerializer)
    def partial_update(self, request: OwnRequest, pk: str) -> Response:
        """Share more or less from now on, and "let them know if I miss something"."""
        mine = self._mine(request, pk)
        data = ShareSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        told = {name: getattr(mine, name) for name in ("scopes", "tell_after", "tell_about")} | data.validated_data
        return Response(CarerSerializer(operations.change_carer(actor=request.user, link=mine, **told)).data)

    @extend_schema(parameters=[LINK], responses={204: None})
    def destroy(self, request: OwnRequest, pk: str) -> Response:
        """Stop sharing, at once."""
        operations.end_carer(actor=request.user, link=self._mine(request, pk))
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(parameters=[LINK], request=MailSerializer, responses=CarerSerializer)
    @action(detail=True, methods=["post"])
    def mail(self, request: OwnRequest, pk: str) -> Response:
        """Have the invitation mailed, once. The answer is the same whoever the address belongs to."""
        mine = self._mine(request, pk)
        data = MailSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        return Response(
            CarerSerializer(operations.mail_invitation(actor=request.user, link=mine, **data.validated_data)).data
        )


class LookViewSet(ListModelMixin, GenericViewSet):
    """Who looked at what, newest first."""

    permission_classes = [IsAuthenticated]
    serializer_class = LookSerializer

    class pagination_class(KeysetPagination):
        ordering = ("-at", "-id")

    def get_queryset(self) -> Any:
        return CarerView.objects.owned_by(self.request.user).select_related("link")


class InvitationTokenSerializer(serializers.Serializer):
    """The last part of an invitation's address."""

    token = serializers.CharField(max_length=100)


class CarerInvitationSerializer(serializers.Serializer):
    """What one would see and what not, in words, before saying yes."""

    shown_name = serializers.CharField()
    scopes = serializers.ListField(child=serializers.CharField())
    expires_at = serializers.DateTimeField()
    you_would_see = serializers.ListField(child=serializers.CharField())
    you_would_not_see = serializers.ListField(child=serializers.CharField())


class TheirsSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    shown_name = serializers.CharField(source="owner.display_name")
    scopes = serializers.ListField(child=serializers.CharField())
    since = serializers.DateTimeField(source="accepted_at")


class CellSerializer(serializers.Serializer):
    """`look`: done, skipped, quiet (no record), next, held or resting."""

    title = serializers.CharField()
    at = serializers.DateTimeField()
    look = serializers.CharField()


class ReadEntrySerializer(serializers.Serializer):
    """One of the newest entries, with its notes."""

    id = serializers.UUIDField()
    at = serializers.DateTimeField()
    said = SaidSerializer(source="payload")


class SummarySerializer(serializers.Serializer):
    """Numbers of four weeks, and no notes: no more than the page shows. `pain`: the lines "worst" and "usual"."""

    first = serializers.DateField()
    last = serializers.DateField()
    worst_range = serializers.ListField(child=serializers.IntegerField(), allow_null=True)
    done = serializers.IntegerField()
    planned = serializers.IntegerField()
    cups_a_day = serializers.FloatField(allow_null=True)
    nights = serializers.IntegerField()
    pain = serializers.SerializerMethodField()

    @extend_schema(responses=SeriesSerializer(many=True))
    def get_pain(self, shown: Figures) -> Any:
        lines, _places = series(shown)
        return SeriesSerializer([one for one in lines if one["key"] in {"worst", "usual"}], many=True).data


class SharedSerializer(serializers.Serializer):
    """Null for a part that is not shared. `rests`: nothing is shared at the moment."""

    rests = serializers.BooleanField()
    plan = CellSerializer(many=True, allow_null=True)
    diary = ReadEntrySerializer(many=True, allow_null=True)
    summary = SummarySerializer(allow_null=True)


class SharedViewSet(ViewSet):
    """What others share with a person."""

    permission_classes = [IsAuthenticated]

    def _theirs(self, request: OwnRequest, pk: str) -> CarerLink:
        found: CarerLink = own(CarerLink.objects.readable_by(request.user), pk)
        return found

    @extend_schema(responses=TheirsSerializer(many=True))
    def list(self, request: OwnRequest) -> Response:
        return Response(TheirsSerializer(CarerLink.objects.readable_by(request.user), many=True).data)

    @extend_schema(parameters=[LINK], responses=SharedSerializer)
    def retrieve(self, request: OwnRequest, pk: str) -> Response:
        """That somebody looked is written down first, and the owner can see it."""
        theirs = self._theirs(request, pk)
        said = reads.shared(theirs, timezone.now())
        operations.note_look(actor=request.user, link=theirs, parts=said.parts)
        told = {
            "rests": said.rests,
            "plan": [cell for day in said.plan.days for cell in day.cells] if said.plan else None,
            "diary": said.diary.entries if said.diary else None,
            "summary": said.summary,
        }
        return Response(SharedSerializer(told).data)

    def _asked(self, request: OwnRequest) -> str:
        data = InvitationTokenSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        token: str = data.validated_data["token"]
        if invitation(token) is None:
            raise Http404
        return token

    @extend_schema(request=InvitationTokenSerializer, responses={201: TheirsSerializer})
    def create(self, request: OwnRequest) -> Response:
        """Say yes to an invitation."""
        link = operations.accept_invitation(actor=request.user, token=self._asked(request))
        return Response(TheirsSerializer(link).data, status=status.HTTP_201_CREATED)

    @extend_schema(request=InvitationTokenSerializer, responses=CarerInvitationSerializer)
    @action(detail=False, methods=["post"])
    def invitation(self, request: OwnRequest) -> Response:
        """Look at an invitation. It accepts nothing, and is posted so that no address holds the token."""
        asked = invitation(self._asked(request))
        if asked is None:
            raise Http404
        told = {
            "shown_name": asked.owner.display_name, "scopes": asked.scopes, "expires_at": asked.expires_at,
            "you_would_see": will_see(asked.scopes), "you_would_not_see": wont_see(asked.scopes),
        }  # fmt: skip
        return Response(CarerInvitationSerializer(told).data)

    @extend_schema(parameters=[LINK], responses={204: None})
    def destroy(self, request: OwnRequest, pk: str) -> Response:
        """I do not want to see this any more."""
        operations.end_carer(actor=request.user, link=self._theirs(request, pk))
        return Response(status=status.HTTP_204_NO_CONTENT)
