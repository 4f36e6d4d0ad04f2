"""The inbox and the log of messages for programs: the same doors and the same operation as the pages."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import mixins, serializers, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from portal.core.paging import KeysetPagination
from portal.notifications.log_words import CHANNELS, CHOSEN, entries
from portal.notifications.models import Delivery, Notice
from portal.notifications.operations.notices import mark_read
from portal.notifications.reads import names_of

Marked = inline_serializer("MarkedRead", {"marked": serializers.IntegerField()})


class ByChange(KeysetPagination):
    ordering = ("-changed_at", "-id")


class NoticeSerializer(serializers.ModelSerializer[Notice]):
    title = serializers.SerializerMethodField()
    about = serializers.SerializerMethodField(help_text="The name of what it is about, as you may see it now, or null.")
    lines = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField(help_text="Where it leads on this site.")

    class Meta:
        model = Notice
        fields = ["id", "kind", "title", "about", "lines", "url", "times", "created_at", "changed_at", "read_at"]

    def get_title(self, notice: Notice) -> str:
        return str(notice.words["title"])

    def get_about(self, notice: Notice) -> str | None:
        return self.context.get("names", {}).get(notice.pk)

    def get_lines(self, notice: Notice) -> list[str]:
        return [str(line) for line in notice.words["lines"]]

    def get_url(self, notice: Notice) -> str:
        return str(notice.words["url"])


class NoticeViewSet(mixins.ListModelMixin, viewsets.GenericViewSet[Notice]):
    """Your inbox, newest first: one row for each matter, brought up to date instead of repeated."""

    serializer_class = NoticeSerializer
    pagination_class = ByChange
    permission_classes = [IsAuthenticated]
    queryset = Notice.objects.none()
    lookup_value_regex = "[0-9a-f-]{36}"

    def get_queryset(self) -> Any:
        return Notice.objects.owned_by(self.request.user)

    def list(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        page = self.paginate_queryset(self.get_queryset()) or []
        context = {**self.get_serializer_context(), "names": names_of(request.user, page)}
        return self.get_paginated_response(NoticeSerializer(page, many=True, context=context).data)

    @extend_schema(request=None, responses=Marked)
    @action(detail=True, methods=["post"], url_path="read", url_name="read")
    def read(self, request: Any, pk: str) -> Response:
        """Mark one as read. Doing it twice changes nothing."""
        notice = get_object_or_404(self.get_queryset(), pk=pk)
        return Response({"marked": mark_read(actor=request.user, notice_id=notice.pk)})

    @extend_schema(request=None, responses=Marked, operation_id="notices_read_all")
    @action(detail=False, methods=["post"], url_path="read", url_name="read-all")
    def read_all(self, request: Any) -> Response:
        """Mark everything as read."""
        return Response({"marked": mark_read(actor=request.user)})


class ByDueTime(KeysetPagination):
    ordering = ("-due_at", "-id")


class DeliverySerializer(serializers.Serializer[Any]):
    """One message and what became of it, in the words of the page. `arrived`: as far as anybody knows."""

    id = serializers.UUIDField(source="pk")
    what = serializers.CharField()
    channel = serializers.CharField()
    at = serializers.DateTimeField(source="when")
    state = serializers.CharField()
    arrived = serializers.BooleanField(source="good")


class DeliveryViewSet(mixins.ListModelMixin, viewsets.GenericViewSet[Delivery]):
    """What was sent to you, newest first, as long as the engine keeps its rows: a week after each was due."""

    serializer_class = DeliverySerializer
    pagination_class = ByDueTime
    permission_classes = [IsAuthenticated]
    queryset = Delivery.objects.none()

    def get_queryset(self) -> Any:
        return Delivery.objects.owned_by(self.request.user).told(CHANNELS, CHOSEN)

    def list(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        page = self.paginate_queryset(self.get_queryset()) or []
        return self.get_paginated_response(DeliverySerializer(entries(page), many=True).data)
