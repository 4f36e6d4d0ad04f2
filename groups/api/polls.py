"""Opening threads and polls, for programs."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from groups.api.beside import BesideSerializer, beside_from
from groups.api.shapes import PostSerializer, ThreadSerializer
from groups.models import Poll, SupportGroup, Thread
from groups.operations import polls
from groups.operations.reading import mark_read
from groups.operations.threads import start_thread
from groups.operations.words import LONGEST
from groups.reads.posts import one_post


class NewThreadSerializer(BesideSerializer):
    group = serializers.CharField(max_length=80)
    title = serializers.CharField(max_length=140)
    body = serializers.CharField(max_length=LONGEST)
    confirmed = serializers.BooleanField(default=False, help_text="Post in spite of what the care check found.")
    agreed = serializers.BooleanField(default=False, help_text="Agree to the group's newest rules.")


class NewPollSerializer(serializers.Serializer[Any]):
    question = serializers.CharField(max_length=polls.LONGEST_QUESTION)
    answers = serializers.ListField(
        child=serializers.CharField(max_length=polls.LONGEST_ANSWER), min_length=polls.FEWEST, max_length=polls.MOST
    )
    several = serializers.BooleanField(default=False)
    days = serializers.IntegerField(min_value=1, max_value=365, required=False, allow_null=True, default=None)
    confirmed = serializers.BooleanField(default=False, help_text="Ask in spite of what the care check found.")


class VoteSerializer(serializers.Serializer[Any]):
    choices = serializers.ListField(child=serializers.IntegerField(min_value=1), max_length=polls.MOST)


class EndPollSerializer(serializers.Serializer[Any]):
    remove = serializers.BooleanField(default=False, help_text="Take the poll and its votes away.")


class ReadSerializer(serializers.Serializer[Any]):
    up_to = serializers.IntegerField(min_value=0, help_text="The last number that was read.")


class ThreadActs:
    """What one does with whole threads. Everything comes through the viewer's door first."""

    request: Any
    get_object: Any

    @extend_schema(request=NewThreadSerializer, responses={201: PostSerializer})
    def create(self, request: Any) -> Response:
        """Open a thread in a group you belong to. Answers with its first post; `support` is true when urgent help
        should be shown to the writer. Words that need a second look answer 409."""
        written = NewThreadSerializer(data=request.data)
        written.is_valid(raise_exception=True)
        given = written.validated_data
        group = get_object_or_404(SupportGroup.objects.readable_by(request.user), slug=given["group"])
        made = start_thread(
            actor=request.user, group=group, title=given["title"], body=given["body"], confirmed=given["confirmed"],
            agreed=given["agreed"], beside=beside_from(given),
        )  # fmt: skip
        row = PostSerializer(one_post(request.user, made.public_id), context={"request": request}).data
        return Response({**row, "support": made.is_urgent}, status=201)

    def _told(self) -> Response:
        return Response(ThreadSerializer(self.get_object()).data)

    def _poll(self, request: Any, public_id: str) -> Poll:
        seen = Poll.objects.visible_to(request.user).select_related("thread__group", "thread__starter")
        return get_object_or_404(seen, thread__public_id=public_id)

    @extend_schema(request=ReadSerializer, responses=ThreadSerializer)
    @action(detail=True, methods=["post"])
    def read(self, request: Any, public_id: str) -> Response:
        """Move your mark forward. It never moves back."""
        thread = self.get_object()
        given = ReadSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        mark_read(actor=request.user, thread=thread, up_to=given.validated_data["up_to"])
        return self._told()

    @extend_schema(request=NewPollSerializer, responses=ThreadSerializer)
    @action(detail=True, methods=["post"])
    def poll(self, request: Any, public_id: str) -> Response:
        """Ask a poll above a thread you started, once."""
        thread: Thread = self.get_object()
        given = NewPollSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        polls.ask_poll(actor=request.user, thread=thread, **given.validated_data)
        return self._told()

    @extend_schema(request=VoteSerializer, responses=ThreadSerializer)
    @action(detail=True, methods=["post"])
    def vote(self, request: Any, public_id: str) -> Response:
        """Choose, or choose otherwise, by the positions of answers. Nobody else is told what you chose."""
        poll = self._poll(request, public_id)
        given = VoteSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        polls.vote(actor=request.user, poll=poll, choices=given.validated_data["choices"])
        return self._told()

    @extend_schema(request=EndPollSerializer, responses=ThreadSerializer)
    @action(detail=True, methods=["post"], url_path="end-poll")
    def end_poll(self, request: Any, public_id: str) -> Response:
        """Close the voting, or take the poll away: whoever asked, or a moderator of the group."""
        poll = self._poll(request, public_id)
        given = EndPollSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        end = polls.take_poll_away if given.validated_data["remove"] else polls.close_poll
        end(actor=request.user, poll=poll)
        return self._told()
