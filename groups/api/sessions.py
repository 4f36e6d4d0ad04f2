"""Sessions of groups and coming to them, and invitations that one was given, for programs."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from groups.invitation_links import invitation_of
from groups.models import Session, SessionAnswer, SupportGroup
from groups.operations import invitations, sessions
from portal.core.paging import KeysetPagination
from portal.core.parsers import ONE_WORD, asked


class ByStart(KeysetPagination):
    ordering = ("starts_at", "pk")


class SessionSerializer(serializers.ModelSerializer[Session]):
    """`place` is for members alone and null for others; `my_answer` is what you said."""

    id = serializers.CharField(source="public_id", read_only=True)
    group = serializers.CharField(source="group.slug", read_only=True)
    place = serializers.CharField(source="open_place", read_only=True, allow_null=True)
    coming = serializers.IntegerField(read_only=True)
    my_answer = serializers.CharField(read_only=True, allow_null=True)

    class Meta:
        model = Session
        fields = [
            "id", "group", "kind", "title", "about", "starts_at", "ends_at", "time_zone", "facilitator", "place",
            "places", "coming", "my_answer", "cancelled_at", "summary",
        ]  # fmt: skip


class NewSessionSerializer(serializers.ModelSerializer[Session]):
    group = serializers.CharField(max_length=80)

    class Meta:
        model = Session
        fields = [
            "group", "kind", "title", "about", "starts_at", "ends_at", "time_zone", "facilitator", "place", "places",
        ]  # fmt: skip


class AnswerSerializer(serializers.Serializer[Any]):
    answer = serializers.ChoiceField(choices=[one for one in SessionAnswer.Answer.choices if one[0] != "waiting"])


@extend_schema_view(list=extend_schema(parameters=[OpenApiParameter("group", str, description="A group's slug.")]))
class SessionViewSet(viewsets.ReadOnlyModelViewSet[Session]):
    """Sessions of groups one may read, in the order of time, the past ones too."""

    serializer_class = SessionSerializer
    pagination_class = ByStart
    queryset = Session.objects.none()
    lookup_field = "public_id"
    lookup_value_regex = ONE_WORD

    def get_queryset(self) -> QuerySet[Session]:
        rows: Any = Session.objects.visible_to(self.request.user).with_counts().select_related("group")
        group = asked(self.request, "group")
        return rows.filter(group__slug=group) if group else rows

    @extend_schema(request=NewSessionSerializer, responses={201: SessionSerializer})
    def create(self, request: Any) -> Response:
        """Announce a session. For facilitators and moderators of the group."""
        sent = NewSessionSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        given = dict(sent.validated_data)
        group = get_object_or_404(SupportGroup.objects.readable_by(request.user), slug=given.pop("group"))
        made = sessions.hold_session(actor=request.user, group=group, **given)
        self.kwargs = {"public_id": made.public_id}
        return Response(SessionSerializer(self.get_object()).data, status=201)

    @extend_schema(request=AnswerSerializer, responses=SessionSerializer)
    @action(detail=True, methods=["post"])
    def answer(self, request: Any, public_id: str) -> Response:
        """Say whether you come. Without a place left, `my_answer` is `waiting`, and you move up by yourself."""
        session = self.get_object()
        given = AnswerSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        sessions.answer_session(actor=request.user, session=session, answer=given.validated_data["answer"])
        return Response(SessionSerializer(self.get_object()).data)

    @extend_schema(request=None, responses=SessionSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Any, public_id: str) -> Response:
        """Call it off. Whoever wanted to come is told."""
        sessions.cancel_session(actor=request.user, session=self.get_object())
        return Response(SessionSerializer(self.get_object()).data)


class TokenSerializer(serializers.Serializer[Any]):
    token = serializers.CharField(max_length=200, help_text="The last part of the address that you were given.")
    agreed = serializers.BooleanField(default=False, help_text="Agree to the group's rules.")


class ComeInSerializer(serializers.Serializer[Any]):
    group = serializers.CharField(help_text="The group's slug.")


class InvitationViewSet(viewsets.GenericViewSet[Any]):
    """Coming in by an invitation."""

    permission_classes = [IsAuthenticated]
    serializer_class = TokenSerializer

    @extend_schema(request=TokenSerializer, responses={201: ComeInSerializer})
    def create(self, request: Any) -> Response:
        """Accept an invitation. One that is wrong, over, used up or taken back answers 404, whichever it is."""
        sent = TokenSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        found = invitation_of(sent.validated_data["token"])
        if found is None or not found.is_good:
            raise Http404
        invitations.accept_invitation(actor=request.user, invitation=found, agreed=sent.validated_data["agreed"])
        return Response({"group": found.group.slug}, status=201)
