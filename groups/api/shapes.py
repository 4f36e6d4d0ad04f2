"""What programs are told about groups, threads and posts: the author is a voice, never an account."""

from typing import Any

from django.utils.html import escape
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from groups.models import Level, Post, SupportGroup, Thread
from groups.models.post import Shown
from groups.reads.polls import poll_of
from groups.reads.ways import notes_on


class GroupSerializer(serializers.ModelSerializer[SupportGroup]):
    id = serializers.UUIDField(source="uuid", read_only=True)
    follow = serializers.ChoiceField(choices=Level.choices, read_only=True, allow_null=True)
    topics: Any = serializers.SlugRelatedField(slug_field="slug", many=True, read_only=True)

    class Meta:
        model = SupportGroup
        fields = ["id", "slug", "name", "summary", "description", "read_by", "join_by", "languages", "topics", "follow"]


class PollAnswerSerializer(serializers.Serializer[Any]):
    """`count` is null until five people have voted, and moves in steps of five people."""

    position = serializers.IntegerField(read_only=True)
    words = serializers.CharField(read_only=True)
    count = serializers.IntegerField(read_only=True, allow_null=True)
    is_yours = serializers.BooleanField(source="mine", read_only=True)


class PollSerializer(serializers.Serializer[Any]):
    """What others chose is told to nobody."""

    question = serializers.CharField(read_only=True)
    several = serializers.BooleanField(read_only=True)
    closes_at = serializers.DateTimeField(read_only=True, allow_null=True)
    is_open = serializers.BooleanField(read_only=True)
    people = serializers.IntegerField(read_only=True)
    answers = PollAnswerSerializer(many=True, read_only=True)


class ThreadSerializer(serializers.ModelSerializer[Thread]):
    id = serializers.CharField(source="public_id", read_only=True)
    group = serializers.CharField(source="group.slug", read_only=True)
    title = serializers.CharField(source="shown_title", read_only=True)
    started_by = serializers.SerializerMethodField()
    unread = serializers.IntegerField(source="news", read_only=True, allow_null=True)
    follow = serializers.ChoiceField(
        choices=Level.choices, source="own_level", read_only=True, allow_null=True, help_text="Null: as in the group."
    )
    notes = serializers.SerializerMethodField()
    poll = serializers.SerializerMethodField()

    class Meta:
        model = Thread
        fields = [
            "id", "group", "title", "started_by", "created_at", "last_post_at", "last_number", "posts_count",
            "pinned_at", "locked_at", "unread", "follow", "notes", "poll",
        ]  # fmt: skip

    def get_started_by(self, thread: Thread) -> str | None:
        unmet = getattr(thread, "by_someone_unmet", False)
        return thread.starter.shown_name if thread.starter and not unmet else None

    def get_notes(self, thread: Thread) -> list[str]:
        return notes_on(thread)

    @extend_schema_field(PollSerializer(allow_null=True))
    def get_poll(self, thread: Thread) -> dict[str, Any] | None:
        asked = poll_of(thread)
        return dict(PollSerializer(asked).data) if asked else None


class AuthorSerializer(serializers.Serializer[Any]):
    """The voice that speaks: another one in each thread, never an account."""

    name = serializers.CharField(read_only=True)
    badge = serializers.CharField(read_only=True)
    is_you = serializers.BooleanField(source="is_mine", read_only=True)


class PictureSerializer(serializers.Serializer[Any]):
    """`url` answers with the picture to whoever may read the post."""

    url = serializers.CharField(read_only=True)
    alt = serializers.CharField(read_only=True)
    covered = serializers.BooleanField(read_only=True)
    width = serializers.IntegerField(read_only=True)
    height = serializers.IntegerField(read_only=True)


class PostSerializer(serializers.ModelSerializer[Post]):
    """A position. `shown` says what stands there for you; words and author are null unless they are yours to read."""

    id = serializers.CharField(source="public_id", read_only=True)
    thread = serializers.CharField(source="thread.public_id", read_only=True)
    shown = serializers.ChoiceField(choices=Shown.choices, read_only=True)
    author = serializers.SerializerMethodField()
    body = serializers.CharField(read_only=True, allow_null=True)
    html = serializers.SerializerMethodField()
    quotes = serializers.SerializerMethodField()
    reply_to = serializers.SerializerMethodField()
    reactions = serializers.SerializerMethodField()
    reason = serializers.CharField(source="hiding_reason", read_only=True, allow_null=True)
    notes = serializers.SerializerMethodField()
    picture = serializers.SerializerMethodField()

    class Meta:
        model = Post
        fields = [
            "id", "thread", "number", "shown", "author", "created_at", "edited_at", "body", "html", "quotes",
            "reply_to", "reactions", "reason", "notes", "picture",
        ]  # fmt: skip

    def get_author(self, post: Post) -> dict[str, Any] | None:
        return dict(AuthorSerializer(post).data) if post.open_words else None

    def get_html(self, post: Post) -> str | None:
        whole = (
            part.html if part.html is not None else escape(f"@{part.mention}") for part in post.parts if not part.quote
        )
        return "".join(whole) if post.open_words else None

    def get_quotes(self, post: Post) -> list[dict[str, str]]:
        return [{"author": part.quote.name, "words": part.quote.words} for part in post.parts if part.quote]

    def get_reactions(self, post: Post) -> list[dict[str, Any]]:
        """Those that somebody gave, counted as you count them. Who gave them is never told."""
        return [{"kind": one.kind, "count": one.count, "is_yours": one.mine} for one in post.reacted if one.count]

    def get_reply_to(self, post: Post) -> str | None:
        return post.answers.public_id if post.answers else None

    def get_notes(self, post: Post) -> list[str]:
        return notes_on(post)

    @extend_schema_field(PictureSerializer(allow_null=True))
    def get_picture(self, post: Post) -> dict[str, Any] | None:
        return dict(PictureSerializer(post.picture_shown).data) if post.picture_shown else None
