"""What somebody began to write, and where they are named: handed over on request, and gone with them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from groups.models import Draft, KeptPost, Mention, PictureAside
from portal.core.personal_data import PersonalData, holders

Rows = Sequence[Mapping[str, Any]]


def export(user: Any) -> Mapping[str, Rows]:
    """Drafts word by word, and the posts that name this person, by their handles."""
    named = Mention.objects.filter(Q(person=user) | Q(voice__user=user)).values_list("post__public_id", flat=True)
    return {
        "drafts": [
            {"kind": draft.kind, "saved_at": draft.saved_at.isoformat(), "title": draft.said("title"),
             "body": draft.said("body")}
            for draft in Draft.objects.filter(user=user).order_by("saved_at")
        ],
        "kept_posts": [
            {"post": row.post.public_id, "kept_at": row.kept_at.isoformat(), "note": row.note or ""}
            for row in KeptPost.objects.owned_by(user).select_related("post").order_by("kept_at")
        ],
        "pictures_not_posted": [
            {"laid_at": row.laid_at.isoformat(), "base64": row.drawn["content"]}
            for row in PictureAside.objects.owned_by(user).order_by("laid_at")
        ],
        "named_in_posts": [{"post": public_id} for public_id in named.order_by("post_id").distinct()],
    }  # fmt: skip


def erase(user: Any, keep_words: bool) -> None:
    """Drafts go whatever was chosen: nobody else ever read them. A mention stays and names nobody."""
    Draft.objects.filter(user=user).delete()
    PictureAside.objects.filter(user=user).delete()
    KeptPost.objects.filter(user=user).delete()
    Mention.objects.filter(person=user).update(person=None)


holders.register(
    PersonalData(
        key="groups.writing",
        label=_("What you began to write or kept, and where you are named"),
        models=["groups.Draft", "groups.Mention", "groups.PictureAside", "groups.KeptPost"],
        export=export,
        erase=erase,
    )
)
