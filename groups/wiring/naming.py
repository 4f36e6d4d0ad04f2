"""Telling somebody that they were named in a post."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import Mention, Post
from groups.models.mention import mark
from groups.wiring.telling import answer_still_wanted, chosen, key_of, tell
from portal.core.kinds import IN_APP, Action, Addressee, DeliveryRow, EventRow, Message


def named_people(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    """Whom the words name as they stand now. Never the writer, and nobody who hears of this post as an answer."""
    standing = Post.objects.filter(held_at=None, hidden_at=None, removed_at=None, deleted_at=None)
    posts = standing.select_related("voice", "text", "thread__starter", "reply_to__voice")
    post = posts.filter(public_id=event.subject, text__isnull=False).first()
    if post is None:
        return ()
    told = {post.voice.user_id}
    if post.number > 1:
        told.add(post.thread.starter.user_id if post.thread.starter else None)
        told.add(post.reply_to.voice.user_id if post.reply_to else None)
    mentions = Mention.objects.filter(post=post).values_list("position", "voice__user", "person")
    named = {voiced or person for at, voiced, person in mentions if mark(at) in post.text.body}
    return chosen(named - told, f"post:{post.public_id}", after, limit)


def named_message(delivery: DeliveryRow) -> Message:
    post = Post.objects.select_related("thread__group").get(public_id=key_of(delivery))
    url = post.get_absolute_url()
    shown = delivery.channel == IN_APP and not post.thread.group.is_secret
    title = (
        _("You were named in “%(title)s”") % {"title": post.thread.title} if shown else _("You were named in a thread")
    )
    return Message(
        subject=_("Somebody wrote to you"),
        title=title,
        lines=[_("It is there whenever you feel like reading it.")],
        actions=[Action(_("Read it"), url, main=True)],
        url=url,
    )


tell("groups.mention", gettext_lazy("Posts that name you"), named_people, named_message, answer_still_wanted)
