"""What somebody put on posts besides words: handed over on request, and gone with them."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from groups.models import Ballot, HiddenVoice, Membership, Picture, Poll, Reaction, Reading, Reveal, ThreadFollow
from portal.core.personal_data import PersonalData, holders

Rows = Sequence[Mapping[str, Any]]


def export(user: Any) -> Mapping[str, Rows]:
    """Reactions, votes, pictures with what was said they show, and how one reads."""
    reactions = Reaction.objects.owned_by(user).select_related("post__thread").order_by("post_id", "kind")
    ballots = Ballot.objects.owned_by(user).select_related("poll").prefetch_related("poll__options")
    pictures = Picture.objects.filter(post__voice__user=user).select_related("post__thread", "file")
    return {
        "reactions": [
            {"thread": row.post.thread.title, "number": row.post.number, "reaction": row.kind} for row in reactions
        ],
        "polls": [
            {"thread": row.thread.title, "question": row.question, "answers": [one.words for one in row.options.all()]}
            for row in Poll.objects.filter(asked_by__user=user).select_related("thread").prefetch_related("options")
        ],
        "votes": [{"question": row.poll.question, "answers": chosen(row)} for row in ballots],
        "pictures": [picture_row(row) for row in pictures],
        "what_you_follow": [
            {"group": group, "level": level}
            for group, level in Membership.objects.filter(user=user).values_list("group__name", "follow")
        ]
        + [
            {"thread": title, "level": level}
            for title, level in ThreadFollow.objects.filter(user=user).values_list("thread__title", "level")
        ],
        "way_of_reading": [
            {"folded": row.folded, "left_out": row.left_out, "quiet_pages": row.low_stimulus}
            for row in Reading.objects.owned_by(user)
        ],
    }


def chosen(ballot: Ballot) -> list[str]:
    return [option.words for option in ballot.poll.options.all() if option.position in ballot.choices]


def picture_row(picture: Picture) -> Mapping[str, Any]:
    """The picture itself goes along, as text that any program turns back into the file."""
    return {
        "thread": picture.post.thread.title, "number": picture.post.number, "shows": picture.alt,
        "media_type": picture.file.media_type, "base64": b64encode(bytes(picture.file.content)).decode(),
    }  # fmt: skip


def erase(user: Any, keep_words: bool) -> None:
    """Pictures go whatever happens to the words (groups.operations.erasure): they may show a person."""
    for model in (Reaction, Reading, ThreadFollow):
        model.objects.filter(user=user).delete()
    HiddenVoice.objects.filter(user=user).delete()
    Ballot.objects.filter(voter=user).delete()
    Reveal.objects.filter(asked_by=user).update(asked_by=None)
    Reveal.objects.filter(decided_by=user).update(decided_by=None)


holders.register(
    PersonalData(
        key="groups.on_posts",
        label=_("What you put on posts"),
        models=[
            "groups.Reaction",
            "groups.Reading",
            "groups.HiddenVoice",
            "groups.Ballot",
            "groups.Reveal",
            "groups.ThreadFollow",
        ],
        export=export,
        erase=erase,
    )
)
