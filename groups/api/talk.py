"""Groups, threads and posts for programs: the same doors and operations as the pages; the author is a voice."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import mixins, serializers, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from groups.api.beside import BesideSerializer, beside_from
from groups.api.glass import UnderGlass
from groups.api.joining import JoinActs
from groups.api.own_words import OwnWords
from groups.api.polls import ThreadActs
from groups.api.settings import SettingsActs
from groups.api.shapes import GroupSerializer, PostSerializer, ThreadSerializer
from groups.models import Level, Post, Reaction, SupportGroup, Thread
from groups.models.break_glass import BreakGlassQuerySet
from groups.models.follow import with_follow_of, with_group_follow_of
from groups.models.post import Shown
from groups.operations.follows import AS_IN_GROUP, follow_group, follow_thread
from groups.operations.posts import publish_post
from groups.operations.reactions import react
from groups.operations.words import LONGEST
from groups.reads.polls import with_poll
from groups.reads.posts import fill
from groups.reads.standing import with_standing
from portal.core.paging import KeysetPagination
from portal.core.parsers import ONE_WORD, asked

THREAD_LEVELS = [*Level.choices, (AS_IN_GROUP, "As in the group")]


class ByName(KeysetPagination):
    ordering = ("name", "pk")


class ByLastPost(KeysetPagination):
    ordering = ("-last_post_at", "-pk")


class ByNumber(KeysetPagination):
    ordering = ("number", "pk")


class NewPostSerializer(BesideSerializer):
    thread = serializers.CharField(max_length=16)
    body = serializers.CharField(max_length=LONGEST)
    reply_to = serializers.CharField(max_length=16, required=False, allow_blank=True)
    quote = serializers.BooleanField(default=False)
    confirmed = serializers.BooleanField(default=False, help_text="Post in spite of what the care check found.")
    agreed = serializers.BooleanField(default=False, help_text="Agree to the group's newest rules.")


class ReactionSerializer(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=Reaction.Kind.choices)
    on = serializers.BooleanField(default=True, help_text="False takes it back.")


class GroupFollowSerializer(serializers.Serializer[Any]):
    level = serializers.ChoiceField(choices=Level.choices)


class ThreadFollowSerializer(serializers.Serializer[Any]):
    level = serializers.ChoiceField(choices=THREAD_LEVELS, help_text="“group” takes the thread's own level back.")


class GroupViewSet(UnderGlass, SettingsActs, JoinActs, viewsets.ReadOnlyModelViewSet[SupportGroup]):
    """Groups one may know of."""

    serializer_class = GroupSerializer
    pagination_class = ByName
    queryset = SupportGroup.objects.none()
    lookup_field = "slug"
    lookup_value_regex = ONE_WORD
    glass = {"retrieve": (BreakGlassQuerySet.of_group, "group")}

    def get_queryset(self) -> QuerySet[SupportGroup]:
        found = SupportGroup.objects.visible_to(self.request.user).prefetch_related("topics")
        return with_group_follow_of(found, self.request.user)

    @extend_schema(request=GroupFollowSerializer, responses=GroupSerializer)
    @action(detail=True, methods=["post"])
    def follow(self, request: Any, slug: str) -> Response:
        """Say how much of the group you want to be told. Members only."""
        given = GroupFollowSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        follow_group(actor=request.user, group=self.get_object(), **given.validated_data)
        return Response(GroupSerializer(self.get_object()).data)


@extend_schema_view(list=extend_schema(parameters=[OpenApiParameter("group", str, description="A group's slug.")]))
class ThreadViewSet(UnderGlass, ThreadActs, viewsets.ReadOnlyModelViewSet[Thread]):
    """Threads of groups one may read, newest talk first."""

    serializer_class = ThreadSerializer
    pagination_class = ByLastPost
    queryset = Thread.objects.none()
    lookup_field = "public_id"
    lookup_value_regex = ONE_WORD
    glass = {"list": (BreakGlassQuerySet.of_group, "group"), "retrieve": (BreakGlassQuerySet.of_thread, "thread")}

    def get_queryset(self) -> QuerySet[Thread]:
        user = self.request.user
        rows = Thread.objects.visible_to(user).with_news_for(user).select_related("group", "starter")
        group = asked(self.request, "group")
        rows = with_poll(with_follow_of(rows, user), user)
        return rows.filter(group__slug=group) if group else rows

    @extend_schema(request=ThreadFollowSerializer, responses=ThreadSerializer)
    @action(detail=True, methods=["post"])
    def follow(self, request: Any, public_id: str) -> Response:
        """Say how much of this thread you want to be told, apart from its group. Members only."""
        given = ThreadFollowSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        follow_thread(actor=request.user, thread=self.get_object(), **given.validated_data)
        return Response(ThreadSerializer(self.get_object()).data)


@extend_schema_view(
    list=extend_schema(
        parameters=[
            OpenApiParameter("thread", str, required=True, description="A thread's id."),
            OpenApiParameter("from", int, description="The first number wanted."),
        ]
    )
)
class PostViewSet(
    UnderGlass, OwnWords, mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet[Post]
):
    """Positions of one thread in order, each as you find it."""

    serializer_class = PostSerializer
    pagination_class = ByNumber
    queryset = Post.objects.none()
    lookup_field = "public_id"
    lookup_value_regex = ONE_WORD
    glass = {"list": (BreakGlassQuerySet.of_thread, "thread"), "retrieve": (BreakGlassQuerySet.of_post, "post")}

    def get_queryset(self) -> QuerySet[Post]:
        rows = Post.objects.visible_to(self.request.user).with_words().with_reasons().select_related("thread")
        rows = with_standing(self.request.user, rows)
        if self.action != "list":
            return rows
        thread, start = asked(self.request, "thread"), asked(self.request, "from")
        if not thread:
            raise serializers.ValidationError({"thread": [_("Say whose posts: the id of a thread.")]}, code="required")
        known = Thread.objects.visible_to(self.request.user).filter(public_id=thread).values_list("pk", flat=True)
        rows = rows.filter(thread_id=known.first() or 0)
        return rows.filter(number__gte=int(start)) if start.isdecimal() and len(start) < 9 else rows

    def paginate_queryset(self, queryset: Any) -> Any:
        return fill(self.request.user, super().paginate_queryset(queryset) or [])

    def get_object(self) -> Post:
        return fill(self.request.user, [super().get_object()])[0]

    @extend_schema(request=NewPostSerializer, responses={201: PostSerializer})
    def create(self, request: Any) -> Response:
        """Write a post in a thread of a group you belong to. Words that need a second look answer 409: `care_check` can
        be confirmed, `contact_details` has to be mended. The same words twice within two minutes are one post.
        `support` is true when urgent help should be shown to the writer."""
        written = NewPostSerializer(data=request.data)
        written.is_valid(raise_exception=True)
        given = written.validated_data
        seen = Thread.objects.visible_to(request.user).select_related("group")
        thread = get_object_or_404(seen, public_id=given["thread"])
        posts = Post.objects.visible_to(request.user)
        answered = posts.filter(thread=thread, public_id=given.get("reply_to", ""), shown=Shown.SHOWN).first()
        made = publish_post(
            actor=request.user, thread=thread, body=given["body"], confirmed=given["confirmed"],
            agreed=given["agreed"], reply_to=answered, quote=given["quote"], beside=beside_from(given),
        )  # fmt: skip
        self.action, self.kwargs = "retrieve", {"public_id": made.public_id}
        body = PostSerializer(self.get_object()).data
        return Response({**body, "support": made.is_urgent}, status=201)

    @extend_schema(request=ReactionSerializer, responses=PostSerializer)
    @action(detail=True, methods=["post"])
    def react(self, request: Any, public_id: str) -> Response:
        """Give one of the five reactions, or take it back. Doing either twice changes nothing."""
        given = ReactionSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        post = get_object_or_404(self.get_queryset().select_related("thread__group", "voice"), public_id=public_id)
        react(actor=request.user, post=post, **given.validated_data)
        return Response(PostSerializer(self.get_object()).data)
