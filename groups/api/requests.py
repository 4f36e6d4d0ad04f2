"""Requests to join, for the programs of those who decide them."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import mixins, serializers, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from groups.forms.writing import DecisionForm
from groups.models import JoinRequest
from groups.operations.join_requests import decide_request
from groups.reads.requests import requests_for
from portal.core.errors import RuleViolation
from portal.core.paging import KeysetPagination
from portal.core.parsers import asked


class LongestWaiting(KeysetPagination):
    ordering = ("created_at", "pk")


class JoinRequestSerializer(serializers.ModelSerializer[JoinRequest]):
    """`answers` follow the group's questions as they were asked; only its moderators read them."""

    group = serializers.CharField(source="group.slug", read_only=True)
    name = serializers.CharField(source="user.display_name", read_only=True)
    is_carer = serializers.BooleanField(source="user.is_carer", read_only=True)
    answers = serializers.ListField(source="said", child=serializers.DictField(), read_only=True)
    reason = serializers.CharField(read_only=True, allow_null=True)

    class Meta:
        model = JoinRequest
        fields = ["id", "group", "name", "is_carer", "created_at", "answers", "decision", "reason", "decided_at"]


class DecideRequestSerializer(serializers.Serializer[Any]):
    decision = serializers.ChoiceField(choices=[DecisionForm.APPROVE, DecisionForm.DECLINE])
    reason = serializers.CharField(max_length=500, required=False, default="", allow_blank=True)


@extend_schema_view(
    list=extend_schema(
        parameters=[OpenApiParameter("part", str, description="Only one group: its key, as in the desk's address.")]
    )
)
class JoinRequestViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet[JoinRequest]):
    """Who waits to come into the groups you moderate, the longest first."""

    serializer_class = JoinRequestSerializer
    pagination_class = LongestWaiting
    permission_classes = [IsAuthenticated]
    queryset = JoinRequest.objects.none()
    lookup_value_regex = r"[0-9a-f-]{36}"

    def get_queryset(self) -> QuerySet[JoinRequest]:
        user: Any = self.request.user
        if self.action == "list":
            rows = requests_for(user, asked(self.request, "part"))
        else:
            rows = JoinRequest.objects.visible_to(user).moderated_by(user).exclude(user_id=user.pk)
        return rows.select_related("group", "user")

    @extend_schema(request=DecideRequestSerializer, responses=JoinRequestSerializer)
    @action(detail=True, methods=["post"])
    def decide(self, request: Any, pk: str) -> Response:
        """Let somebody in, or not this time with a kind word. 409 `answered` when somebody was quicker."""
        found, given = self.get_object(), DecideRequestSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        approve = given.validated_data["decision"] == DecisionForm.APPROVE
        if not decide_request(
            actor=request.user, request=found, approve=approve, reason=given.validated_data["reason"]
        ):
            raise RuleViolation(_("Somebody else has answered this request already."), code="answered")
        return Response(JoinRequestSerializer(self.get_object()).data)
