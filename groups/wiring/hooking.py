"""What other systems may be told of groups: that something happened and, where everybody reads, its public handle.

Never a person, a name, a title or a word. Of a group that not everybody reads no handle leaves the site.
"""

from django.utils.translation import gettext_lazy as _

from groups.models import Membership, Post, Session, SupportGroup
from groups.operations.moderation import CONCEALED
from groups.operations.sessions import ANNOUNCED
from portal.core.hooks import HookData, HookKind, hook_kinds


def _post(subject: str) -> Post | None:
    return Post.objects.filter(public_id=subject).select_related("thread__group").first()


def _of_post(post: Post) -> HookData:
    ids = {"group": str(post.thread.group.uuid), "thread": post.thread.public_id, "post": post.public_id}
    return HookData(closed=not post.thread.group.is_for_everyone, ids=ids)


def _stands(post: Post) -> bool:
    concealed = (post.held_at, post.hidden_at, post.removed_at, post.deleted_at, post.thread.hidden_at)
    return not any(concealed)


def published(subject: str) -> HookData | None:
    """Not what waits for a moderator: that is told when it is let through."""
    post = _post(subject)
    return _of_post(post) if post and _stands(post) else None


def begun(subject: str) -> HookData | None:
    post = _post(subject)
    if post is None or post.number != 1 or not _stands(post):
        return None
    told = _of_post(post)
    return HookData(told.closed, {name: key for name, key in told.ids.items() if name != "post"})


def concealed(subject: str) -> HookData | None:
    post = _post(subject)
    return _of_post(post) if post else None


def _of_group(group: SupportGroup, **ids: str) -> HookData:
    return HookData(closed=not group.is_for_everyone, ids={"group": str(group.uuid), **ids})


def announced(subject: str) -> HookData | None:
    session = Session.objects.filter(public_id=subject).select_related("group").first()
    return _of_group(session.group, session=session.public_id) if session else None


def joined(subject: str) -> HookData | None:
    """In which group, where everybody may see that; never who."""
    membership = Membership.objects.present().filter(pk=subject).select_related("group").first()
    return _of_group(membership.group) if membership else None


for hook in (
    HookKind("thread.created", _("A thread was begun"), "groups.post", begun),
    HookKind("post.published", _("A post can be read"), "groups.post", published),
    HookKind("post.hidden", _("A post was hidden or removed"), CONCEALED, concealed),
    HookKind("session.published", _("A session was announced"), ANNOUNCED, announced),
    HookKind("member.joined", _("Somebody joined a group"), "groups.welcome", joined),
):
    hook_kinds.register(hook)
