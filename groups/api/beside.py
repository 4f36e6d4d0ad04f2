"""What goes with words, for programs: content notes, another name, and a picture that was sent before."""

from collections.abc import Mapping
from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.parsers import MultiPartParser
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from groups.models import Note, SupportGroup
from groups.operations.beside import Beside
from groups.operations.pictures import LONGEST_ALT, GivenPicture, lay_aside


class GivenPictureSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(help_text="What sending the picture answered.")
    alt = serializers.CharField(max_length=LONGEST_ALT, help_text="What the picture shows, in words.")
    covered = serializers.BooleanField(default=False)


class BesideSerializer(serializers.Serializer[Any]):
    notes = serializers.MultipleChoiceField(choices=Note.choices, required=False)
    other_name = serializers.BooleanField(default=False, help_text="Where the group allows it, at your first post.")
    picture = GivenPictureSerializer(required=False)


def beside_from(given: Mapping[str, Any]) -> Beside:
    sent = given.get("picture")
    picture = GivenPicture(str(sent["id"]), sent["alt"], sent["covered"]) if sent else None
    return Beside(notes=given.get("notes", ()), other_name=given["other_name"], picture=picture)


class SentPictureSerializer(serializers.Serializer[Any]):
    """For one post in this group, within a week."""

    group = serializers.CharField(max_length=80, write_only=True)
    picture = serializers.FileField(write_only=True)
    id = serializers.UUIDField(read_only=True)


class PictureViewSet(viewsets.GenericViewSet[Any]):
    """Pictures before they are posted: drawn anew, sealed, yours alone."""

    serializer_class = SentPictureSerializer
    permission_classes = [IsAuthenticated]
    parser_classes = [MultiPartParser]
    queryset = SupportGroup.objects.none()

    @extend_schema(request={"multipart/form-data": SentPictureSerializer}, responses={201: SentPictureSerializer})
    def create(self, request: Any) -> Response:
        """Send a picture as multipart form data. Its id goes with a post as `picture.id`."""
        given = SentPictureSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        groups = SupportGroup.objects.readable_by(request.user)
        group = get_object_or_404(groups, slug=given.validated_data["group"])
        row = lay_aside(actor=request.user, group=group, upload=given.validated_data["picture"])
        return Response({"id": row.pk}, status=201)
