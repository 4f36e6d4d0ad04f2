"""Drafts and kept posts, for programs: one's own alone."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, serializers, viewsets
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from groups.models import Draft, KeptPost, Post, SupportGroup, Thread
from groups.operations.drafts import drop_draft, save_draft
from groups.operations.kept import LONGEST_NOTE, keep_post, let_go_of_post
from groups.operations.words import LONGEST
from groups.reads.drafts import told
from portal.core.paging import KeysetPagination

UUID = r"[0-9a-f-]{36}"


class BySaving(KeysetPagination):
    ordering = ("-saved_at", "-pk")


class ByKeeping(KeysetPagination):
    ordering = ("-kept_at", "-pk")


class DraftSerializer(serializers.Serializer[Any]):
    """Words that wait. `thread` or `group` is where they belong, null when you may not read there now."""

    id = serializers.UUIDField(source="pk", read_only=True)
    kind = serializers.ChoiceField(choices=Draft.Kind.choices, read_only=True)
    thread = serializers.CharField(source="thread_handle", read_only=True, allow_null=True)
    group = serializers.CharField(source="group_slug", read_only=True, allow_null=True)
    saved_at = serializers.DateTimeField(read_only=True)
    title = serializers.SerializerMethodField()
    body = serializers.SerializerMethodField()

    def get_title(self, draft: Draft) -> str:
        return told(draft).title

    def get_body(self, draft: Draft) -> str:
        return str(draft.said("body"))


class NewDraftSerializer(serializers.Serializer[Any]):
    """Of a reply in `thread`, or of a new thread in `group`."""

    thread = serializers.CharField(max_length=16, required=False)
    group = serializers.CharField(max_length=80, required=False)
    title = serializers.CharField(max_length=140, required=False, allow_blank=True, default="")
    body = serializers.CharField(max_length=LONGEST, required=False, allow_blank=True, default="")


class DraftViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet[Draft]):
    """What you began to write. One draft for each place."""

    serializer_class = DraftSerializer
    pagination_class = BySaving
    permission_classes = [IsAuthenticated]
    queryset = Draft.objects.none()
    lookup_value_regex = UUID

    def get_queryset(self) -> QuerySet[Draft]:
        rows: QuerySet[Draft] = Draft.objects.owned_by(self.request.user).with_places(self.request.user)
        return rows

    @extend_schema(request=NewDraftSerializer, responses={201: DraftSerializer, 204: None})
    def create(self, request: Any) -> Response:
        """Keep words over what was kept for the same place before. Without words nothing is kept, and the answer is
        204."""
        written = NewDraftSerializer(data=request.data)
        written.is_valid(raise_exception=True)
        given = written.validated_data
        place: dict[str, Any]
        if "thread" in given:
            seen = Thread.objects.visible_to(request.user).select_related("group")
            place = {"thread": get_object_or_404(seen, public_id=given["thread"])}
        else:
            groups = SupportGroup.objects.readable_by(request.user)
            place = {"group": get_object_or_404(groups, slug=given.get("group", ""))}
        made = save_draft(actor=request.user, words={"title": given["title"], "body": given["body"]}, **place)
        if made is None:
            return Response(status=204)
        return Response(DraftSerializer(self.get_queryset().get(pk=made.pk)).data, status=201)

    @extend_schema(responses={204: None})
    def destroy(self, request: Any, pk: str) -> Response:
        """Throw a draft away."""
        drop_draft(actor=request.user, draft=self.get_object())
        return Response(status=204)


class KeptSerializer(serializers.Serializer[Any]):
    """A post you keep, and your note on it. `post` is null while you may not read it."""

    id = serializers.UUIDField(source="pk", read_only=True)
    kept_at = serializers.DateTimeField(read_only=True)
    note = serializers.SerializerMethodField()
    post = serializers.SerializerMethodField()

    def get_note(self, kept: KeptPost) -> str:
        return kept.note or ""

    def get_post(self, kept: KeptPost) -> str | None:
        return getattr(kept, "open_post", None)


class NewKeptSerializer(serializers.Serializer[Any]):
    post = serializers.CharField(max_length=16)
    note = serializers.CharField(max_length=LONGEST_NOTE, required=False, allow_blank=True, default="")


class KeptViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet[KeptPost]):
    """Posts you keep for yourself. Nobody is told."""

    serializer_class = KeptSerializer
    pagination_class = ByKeeping
    permission_classes = [IsAuthenticated]
    queryset = KeptPost.objects.none()
    lookup_value_regex = UUID

    def get_queryset(self) -> QuerySet[KeptPost]:
        return KeptPost.objects.owned_by(self.request.user).with_open_post(self.request.user)

    @extend_schema(request=NewKeptSerializer, responses={201: KeptSerializer})
    def create(self, request: Any) -> Response:
        """Keep a post, or change the note on it."""
        given = NewKeptSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        seen = Post.objects.visible_to(request.user).filter(open_words=True)
        post = get_object_or_404(seen, public_id=given.validated_data["post"])
        made = keep_post(actor=request.user, post=post, note=given.validated_data["note"])
        return Response(KeptSerializer(self.get_queryset().get(pk=made.pk)).data, status=201)

    @extend_schema(responses={204: None})
    def destroy(self, request: Any, pk: str) -> Response:
        """No longer keep it; the note goes too."""
        let_go_of_post(actor=request.user, kept=self.get_object())
        return Response(status=204)
