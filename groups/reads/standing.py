"""What stands on posts besides their words, read in the same query as the posts themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.aggregates import BoolOr
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Count, Exists, F, JSONField, OuterRef, Q, Subquery, When
from django.db.models.functions import JSONObject
from django.urls import reverse

from groups.models import KeptPost, Picture, Post, Reaction
from groups.models.correction import correction_of_post
from groups.models.post import Shown, no

ICONS = {"with": "with", "thanks": "thanks", "helped": "helpful", "same": "people", "thinking": "heart"}


@dataclass(frozen=True, slots=True)
class Shows:
    """The picture on a post, where its words are open. `cover` is a blurred trace of it, as a data address."""

    handle: str
    alt: str
    covered: bool
    width: int
    height: int
    cover: str

    @property
    def url(self) -> str:
        return reverse("groups:picture", args=[self.handle])


def picture_of(post: Post) -> Shows | None:
    """From a post that `with_standing` has been over."""
    told = getattr(post, "picture_told", None)
    if told is None:
        return None
    cover = f"data:image/webp;base64,{told['cover']}" if told["cover"] else ""
    return Shows(told["handle"], told["alt"], told["covered"], told["width"], told["height"], cover)


@dataclass(frozen=True, slots=True)
class Reacted:
    """One kind of reaction on one post: how many as this viewer counts them, and whether theirs is among them."""

    kind: str
    label: str
    count: int
    mine: bool

    @property
    def icon(self) -> str:
        return ICONS[self.kind]


def with_standing(user: Any, rows: Any) -> Any:
    """After the door of posts: adds what stands on each. No query of its own."""
    own = Q(user_id=user.pk) if user.is_authenticated else None
    counted = Reaction.objects.visible_to(user).filter(post=OuterRef("pk")).order_by().values("kind")
    counted = counted.annotate(number=Count("pk"), own=BoolOr(own) if own else no())
    reactions = counted.values(found=JSONObject(kind="kind", number="number", own="own"))
    picture = Picture.objects.filter(post=OuterRef("pk")).values(
        found=JSONObject(
            handle="public_id", alt="alt", covered="is_covered", width="width", height="height", cover="cover"
        )
    )
    return rows.annotate(
        reaction_counts=ArraySubquery(reactions),
        is_veiled=F("voice__is_alias"),
        guides_under=correction_of_post(),
        is_kept=Exists(KeptPost.objects.owned_by(user).filter(post=OuterRef("pk"))),
        picture_told=Case(When(open_words=True, then=Subquery(picture)), output_field=JSONField(null=True)),
    )


def reacted(post: Post, *, counted: bool = True) -> Sequence[Reacted]:
    """All five in their order, with their counts. Nothing for words that do not stand here for this viewer."""
    if post.shown != Shown.SHOWN:
        return ()
    found = {one["kind"]: one for one in getattr(post, "reaction_counts", ())}
    return [
        Reacted(
            kind=kind, label=str(label), count=found.get(kind, {}).get("number", 0) if counted else 0,
            mine=bool(found.get(kind, {}).get("own")),
        )
        for kind, label in Reaction.Kind.choices
    ]  # fmt: skip
