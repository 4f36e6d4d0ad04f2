"""A person's questions for an appointment, for programs: the list of the page."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from articles.models import AppointmentQuestion
from articles.operations import questions

ID = OpenApiParameter("id", str, OpenApiParameter.PATH, description="The id of one's own question.")


class QuestionSerializer(serializers.Serializer[Any]):
    """`asked_at`: when it was marked as asked; only those that were not are on the sheet for an appointment."""

    id = serializers.UUIDField(read_only=True)
    words = serializers.CharField(max_length=questions.LONGEST)
    asked_at = serializers.DateTimeField(read_only=True, allow_null=True)


class AskedSerializer(serializers.Serializer[Any]):
    asked = serializers.BooleanField(default=True)


class QuestionViewSet(ViewSet):
    """Questions that a person takes to an appointment, in their order; sixty at most."""

    permission_classes = [IsAuthenticated]
    lookup_value_converter = "uuid"

    def _mine(self, request: Any, pk: Any) -> AppointmentQuestion:
        return get_object_or_404(AppointmentQuestion.objects.owned_by(request.user), pk=pk)

    @extend_schema(responses=QuestionSerializer(many=True))
    def list(self, request: Any) -> Response:
        return Response(QuestionSerializer(AppointmentQuestion.objects.owned_by(request.user), many=True).data)

    @extend_schema(request=QuestionSerializer, responses={201: QuestionSerializer, 200: QuestionSerializer(many=True)})
    def create(self, request: Any) -> Response:
        """Write one down. What stands in the list already is not added again: then the list is the answer."""
        data = QuestionSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        made = questions.add_question(actor=request.user, words=data.validated_data["words"])
        if made is None:
            return self.list(request)
        return Response(QuestionSerializer(made).data, status=status.HTTP_201_CREATED)

    @extend_schema(parameters=[ID], responses={204: None})
    def destroy(self, request: Any, pk: Any = None) -> Response:
        questions.remove_question(actor=request.user, question=self._mine(request, pk))
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(parameters=[ID], request=AskedSerializer, responses=QuestionSerializer)
    @action(detail=True, methods=["post"])
    def asked(self, request: Any, pk: Any = None) -> Response:
        """Mark it as asked, or not."""
        mine = self._mine(request, pk)
        data = AskedSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        questions.mark_asked(actor=request.user, question=mine, asked=data.validated_data["asked"])
        return Response(QuestionSerializer(self._mine(request, pk)).data)
