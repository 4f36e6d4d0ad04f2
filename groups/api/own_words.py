"""Changing, taking down and putting back one's own posts, and what they said before, for programs."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from groups import rules
from groups.api.shapes import PostSerializer
from groups.models import Membership, Note, Post
from groups.operations.edits import delete_post, edit_post, undo_delete
from groups.operations.history import redact_edit
from groups.operations.notes import note_post
from groups.operations.words import LONGEST
from groups.reads.history import versions_of
from portal.core.errors import RuleViolation


class EditSerializer(serializers.Serializer[Any]):
    body = serializers.CharField(max_length=LONGEST)
    confirmed = serializers.BooleanField(default=False, help_text="Save in spite of what the care check found.")


class NotesSerializer(serializers.Serializer[Any]):
    notes = serializers.MultipleChoiceField(choices=Note.choices)


class VersionSerializer(serializers.Serializer[Any]):
    """`until` is when other words took their place, null for those that stand; `body` is null once emptied."""

    number = serializers.IntegerField()
    body = serializers.CharField(allow_null=True)
    until = serializers.DateTimeField(allow_null=True)


class RedactSerializer(serializers.Serializer[Any]):
    number = serializers.IntegerField(min_value=0)


class OwnWords:
    request: Any
    get_object: Any

    def _mine(self, public_id: str) -> Post:
        seen = Post.objects.visible_to(self.request.user).with_words().select_related("thread__group", "voice")
        return get_object_or_404(seen, public_id=public_id)

    def _told(self) -> Response:
        return Response(PostSerializer(self.get_object(), context={"request": self.request}).data)

    @extend_schema(request=EditSerializer, responses=PostSerializer)
    def partial_update(self, request: Any, public_id: str) -> Response:
        """Change your words. What they said before is kept as history."""
        post = self._mine(public_id)
        given = EditSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        edit_post(actor=request.user, post=post, **given.validated_data)
        return self._told()

    @extend_schema(responses=PostSerializer)
    def destroy(self, request: Any, public_id: str) -> Response:
        """Take your words down. For ten minutes `undo` puts them back; then they are gone. Answers with the place that
        stays."""
        delete_post(actor=request.user, post=self._mine(public_id))
        return self._told()

    @extend_schema(request=None, responses=PostSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: Any, public_id: str) -> Response:
        """Put back what you took down less than ten minutes ago."""
        post = self._mine(public_id)
        if not rules.is_writer(request.user, post):
            raise PermissionDenied(_("You can put back only your own words."))
        if post.deleted_at is not None and not undo_delete(actor=request.user, post=post):
            raise RuleViolation(_("The ten minutes are over. The words are gone."), code="too_late")
        return self._told()

    @extend_schema(request=NotesSerializer, responses=PostSerializer)
    @action(detail=True, methods=["post"])
    def notes(self, request: Any, public_id: str) -> Response:
        """Set the content notes: the writer theirs, a moderator the team's."""
        post = self._mine(public_id)
        given = NotesSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        note_post(actor=request.user, post=post, notes=given.validated_data["notes"])
        return self._told()

    def _with_history(self, public_id: str) -> Post:
        post = self._mine(public_id)
        own = Membership.objects.owned_by(self.request.user).filter(group=post.thread.group_id).first()
        if not post.open_words or not rules.can_read_history(self.request.user, own, post):
            raise PermissionDenied(_("Only the writer and the moderators can read what a post said before."))
        return post

    @extend_schema(responses=VersionSerializer(many=True))
    @action(detail=True, methods=["get"], pagination_class=None)
    def history(self, request: Any, public_id: str) -> Response:
        """What a post said before, the newest first: for its writer and the moderators of its group."""
        versions = versions_of(request.user, self._with_history(public_id))
        return Response(VersionSerializer(versions, many=True).data)

    @extend_schema(request=RedactSerializer, responses=VersionSerializer(many=True))
    @action(detail=True, methods=["post"], pagination_class=None)
    def redact(self, request: Any, public_id: str) -> Response:
        """Empty an earlier version of your own post, for good."""
        post = self._with_history(public_id)
        given = RedactSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        redact_edit(actor=request.user, post=post, edit_number=given.validated_data["number"])
        return Response(VersionSerializer(versions_of(request.user, post), many=True).data)
