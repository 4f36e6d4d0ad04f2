"""What people can report in this house, and who looks after it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from groups.models import Membership, Picture, Poll, Post, PostText, SupportGroup, Thread
from groups.models.mention import unnamed
from groups.operations.mending import mend
from groups.operations.restraint import restrain
from groups.reads.mentions import names_in, spoken
from groups.wiring.acts import POST_ACTS, THREAD_ACTS
from portal.core.hours import Hours
from portal.core.reportables import Neighbour, Reportable, Scope, Snapshot, reportables, scopes
from portal.moderation.reads import worried_about

AROUND = 2


def find_post(user: Any, public_id: str) -> Post | None:
    """A post whose words this user can read; anything else cannot be reported."""
    posts = Post.objects.visible_to(user).filter(public_id=public_id, open_words=True)
    return posts.select_related("thread__group", "voice").first()


def load_post(public_id: str) -> Post | None:
    return Post.objects.filter(public_id=public_id).select_related("thread__group", "voice").first()


def snapshot_of_post(post: Post) -> Snapshot:
    text = PostText.objects.filter(post=post).first()
    if text is None:
        return Snapshot(title=post.thread.title, text="", html="")
    names = names_in(None, [post.pk])
    picture = Picture.objects.filter(post=post).first()
    shows = str(_("Picture: %(alt)s") % {"alt": picture.alt}) if picture else ""
    return Snapshot(
        title=post.thread.title,
        text="\n\n".join(filter(None, [spoken(text.body, post.pk, names), shows])),
        html=unnamed(text.html) + (f"<p>{escape(shows)}</p>" if shows else ""),
        edit_number=text.edit_number,
    )


def around_post(post: Post) -> Sequence[Neighbour]:
    """Two posts before and two after, and the post itself in its place, taken down or not. Of the others, whatever was
    removed or deleted stays away. One query."""
    near = PostText.objects.annotate(care=worried_about("groups.post", OuterRef("post__public_id"))).filter(
        Q(post=post) | Q(post__removed_at=None, post__deleted_at=None),
        post__thread=post.thread_id, post__number__range=(post.number - AROUND, post.number + AROUND),
    )  # fmt: skip
    return [
        Neighbour(
            title=text.post.voice.shown_name, html=unnamed(text.html), text=unnamed(text.body),
            here=text.post_id == post.pk,
            care=text.care, hidden=bool(text.post.hidden_at or text.post.held_at),
        )
        for text in near.select_related("post__voice").order_by("post__number")
    ]  # fmt: skip


def find_thread(user: Any, public_id: str) -> Thread | None:
    threads_seen = Thread.objects.visible_to(user).filter(public_id=public_id, by_someone_unmet=False)
    return threads_seen.select_related("group", "starter").first()


def load_thread(public_id: str) -> Thread | None:
    return Thread.objects.filter(public_id=public_id).select_related("group", "starter").first()


def snapshot_of_thread(thread: Thread) -> Snapshot:
    """The first post and what the thread's poll asks. Who chose what is not in it."""
    text = PostText.objects.filter(post__thread=thread, post__number=1).first()
    asked = Poll.objects.filter(thread=thread).first()
    poll = [asked.question, *(one.words for one in asked.options.all())] if asked else []
    if text is None:
        return Snapshot(title=thread.title, text="\n\n".join([thread.title, *poll]), html="")
    return Snapshot(
        title=thread.title,
        text="\n\n".join([unnamed(text.body), *poll]),
        html=unnamed(text.html) + "".join(f"<p>{escape(one)}</p>" for one in poll),
        edit_number=text.edit_number,
    )


def starter_id(thread: Thread) -> UUID | None:
    return thread.starter.user_id if thread.starter else None


def starter_name(thread: Thread) -> str:
    return thread.starter.shown_name if thread.starter else ""


def scope_of(group: SupportGroup) -> str:
    return f"groups:{group.uuid}"


def people(scope: str) -> Sequence[UUID]:
    """Who moderates this group as a member, to be called about it; nobody for a scope of another house. One query."""
    house, _colon, key = scope.partition(":")
    if house != "groups":
        return ()
    leads = Membership.objects.present().moderating().filter(group__uuid=UUID(key), user__is_active=True)
    return list(leads.order_by("user_id").values_list("user_id", flat=True))


def write_to(scope: str) -> str:
    """Where members, and those who were, write to the moderators of this group. One query."""
    house, _colon, key = scope.partition(":")
    group = SupportGroup.objects.filter(uuid=UUID(key)).first() if house == "groups" else None
    return reverse("groups:team", args=[group.slug]) if group else ""


def moderated_by(user: Any) -> Sequence[str]:
    """The groups one moderates as a member; for staff moderators also those that everyone may read. One query."""
    if not user.is_authenticated:
        return ()
    rows = SupportGroup.objects.moderated_by(user)
    if user.staff_roles.moderates:
        mine = rows.values("pk")
        rows = SupportGroup.objects.filter(Q(pk__in=mine) | Q(read_by=SupportGroup.Audience.EVERYONE))
    return [f"groups:{uuid}" for uuid in rows.values_list("uuid", flat=True)]


reportables.register(
    Reportable(
        key="groups.post", label=_("Post"), find=find_post, load=load_post, snapshot=snapshot_of_post,
        author_id=lambda post: post.voice.user_id, author_name=lambda post: post.voice.shown_name,
        scope=lambda post: scope_of(post.thread.group), place=lambda post: post.thread.group.name,
        url=lambda post: post.get_absolute_url(), acts=POST_ACTS, around=around_post,
        veiled=lambda post: post.voice.is_alias, mend=mend,
        thread=lambda post: post.thread.public_id,
    )
)  # fmt: skip
reportables.register(
    Reportable(
        key="groups.thread", label=_("Thread"), find=find_thread, load=load_thread, snapshot=snapshot_of_thread,
        author_id=starter_id, author_name=starter_name,
        scope=lambda thread: scope_of(thread.group), place=lambda thread: thread.group.name,
        url=lambda thread: thread.get_absolute_url(), acts=THREAD_ACTS,
        veiled=lambda thread: bool(thread.starter and thread.starter.is_alias), thread=lambda thread: thread.public_id,
    )
)  # fmt: skip


def hours(scope: str) -> Hours | None:
    """One query."""
    group = SupportGroup.objects.filter(uuid=UUID(scope.partition(":")[2])).first()
    return group.hours if group else None


def everybody_reads(scope: str) -> bool:
    """One query."""
    house, _colon, key = scope.partition(":")
    public = SupportGroup.objects.filter(read_by=SupportGroup.Audience.EVERYONE)
    return house == "groups" and public.filter(uuid=UUID(key)).exists()


def named(user: Any, held: Sequence[str]) -> Mapping[str, str]:
    """The names of these groups, of those this person may know. One query."""
    keys = [UUID(scope.partition(":")[2]) for scope in held]
    rows = SupportGroup.objects.visible_to(user).filter(uuid__in=keys)
    return {f"groups:{uuid}": name for uuid, name in rows.values_list("uuid", "name")}


scopes.register(
    Scope(
        key="groups", moderated_by=moderated_by, people=people, restrain=restrain, hours=hours, write_to=write_to,
        everybody_reads=everybody_reads, named=named,
    )
)  # fmt: skip
