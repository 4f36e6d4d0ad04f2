"""Who is named in posts, as one viewer may see it, and who may be named in a thread."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Case, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext as _

from groups.models import HiddenVoice, Membership, Mention, Post, Thread, ThreadVoice
from groups.models.blocks import blocks_between, unmet_voice
from groups.models.mention import MARK, unnamed
from portal.accounts.models import User
from portal.accounts.names import fold

Names = Mapping[tuple[int, int], str]
SUGGESTED = 8


def names_in(user: Any, posts: Iterable[int]) -> Names:
    """The present name at each mark of these posts, for this viewer, or for the moderation team (None). One query, or
    none without posts."""
    ids = set(posts)
    if not ids:
        return {}
    members = Membership.objects.present() if user is None else Membership.objects.visible_to(user)
    seen = members.filter(user=OuterRef("person"), group=OuterRef("post__thread__group"))
    rows = Mention.objects.filter(post_id__in=ids).annotate(
        spoken=F("voice__shown_name"), voiced_by=F("voice__user"), own_name=F("person__display_name"),
        seen=Exists(seen), unmet=unmet(user),
    )  # fmt: skip
    return {(row.post_id, row.position): _name(row) for row in rows}


def unmet(user: Any) -> Any:
    """Whether the viewer does not meet who is named: the voice as it speaks, or the member by their own name."""
    if user is None or not user.is_authenticated:
        return Value(False)
    blocked = ExpressionWrapper(Q(Exists(blocks_between(user, "person"))), output_field=BooleanField())
    return Case(When(voice=None, then=blocked), default=unmet_voice(user, "voice"), output_field=BooleanField())


def _name(row: Any) -> str:
    if row.unmet:
        return _("someone you do not meet")
    if row.voiced_by is None and row.person_id is None:
        return _("someone who left")
    if row.voiced_by is not None:
        return str(row.spoken)
    return str(row.own_name) if row.seen else _("a member")


def spoken(text: str, post: int, names: Names) -> str:
    """Words with the names of those they name."""
    return unnamed(MARK.sub(lambda found: f"@{names.get((post, int(found[1])), '…')}", text))


def words_to_change(user: Any, post: Post) -> str:
    """The words of a post that came through the door, as they stand in the box of somebody who changes them."""
    return spoken(post.body or "", post.pk, names_in(user, [post.pk]))


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who can see a thread. `voice` is the voice that was meant, else it is `person` by their own name."""

    name: str
    voice: int | None = None
    person: Any = None


def can_be_named(user: Any, thread: Thread) -> Any:
    """Members of the thread's group, each with `voice_name` and `voice_pk` where this viewer meets their voice in the
    thread, and `seen`: whether the viewer may know them as a member and meets them. A block does not reach a voice
    under another name, in either direction: a name that is offered to one and not to the other would tell whose it
    is."""
    apart = Exists(blocks_between(user, "user"))
    hidden = Exists(HiddenVoice.objects.filter(user_id=user.pk, voice=OuterRef("pk")))
    voices = ThreadVoice.objects.filter(thread_id=thread.pk, user=OuterRef("user"))
    voices = voices.exclude(hidden).exclude(Q(is_alias=False), apart)
    known = Exists(Membership.objects.visible_to(user).filter(pk=OuterRef("pk")))
    return (
        Membership.objects.present()
        .filter(group=thread.group_id, user__is_active=True)
        .exclude(user=user.pk)
        .annotate(
            voice_name=Subquery(voices.values("shown_name")[:1]),
            voice_pk=Subquery(voices.values("pk")[:1]),
            own_name=F("user__display_name"),
            seen=ExpressionWrapper(Q(known) & ~Q(apart), output_field=BooleanField()),
        )
    )


def _as_named(rows: Iterable[Any]) -> list[Named]:
    found = []
    for row in rows:
        if row.voice_name:
            found.append(Named(row.voice_name, voice=row.voice_pk))
        if row.seen and row.own_name != row.voice_name:
            found.append(Named(row.own_name, person=row.user_id))
    return found


def people_called(user: Any, thread: Thread, names: Sequence[str]) -> list[Named]:
    """Those who bear one of these names and can see the thread. One query."""
    spoken_here = ThreadVoice.objects.filter(thread_id=thread.pk, shown_name__in=names).values("user")
    members = User.objects.filter(display_name_key__in={fold(name) for name in names}).values("pk")
    return _as_named(can_be_named(user, thread).filter(user__in=spoken_here.union(members)))


def suggested(user: Any, thread: Thread, begun: str) -> list[str]:
    """Names that begin with what was typed, of those who can see the thread, which may be only about to begin: its
    voices first, then members one may see. Three queries at most."""
    key = fold(begun)
    if not key:
        return []
    rows = can_be_named(user, thread)
    if thread.hidden_at or thread.held_at:
        starter = thread.starter.user_id if thread.starter else None
        rows = rows.filter(Q(role__in=Membership.MODERATING) | Q(user=starter))
    voices = list(
        ThreadVoice.objects.filter(thread_id=thread.pk, shown_name__istartswith=begun).order_by("shown_name")
        .values_list("user", flat=True)[:SUGGESTED]
    )  # fmt: skip
    members = rows.filter(user__display_name_key__startswith=key, seen=True).order_by("user__display_name_key")
    here = {
        one.name for one in _as_named(rows.filter(user__in=voices)) if one.name.casefold().startswith(begun.casefold())
    }
    there = {row.own_name for row in members[:SUGGESTED]}
    return [*sorted(here), *sorted(there - here)][:SUGGESTED]
