"""What this house holds about a person: what they wrote, decided and published, kept for later, and want to ask."""

from collections.abc import Mapping, Sequence
from typing import Any

from articles.models import (
    AppointmentQuestion,
    Article,
    ArticlePicture,
    BlockComment,
    Contribution,
    DraftSave,
    ReviewInvitation,
    Revision,
    SavedArticle,
    Step,
)


def export(user: Any) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    owned = Article.objects.filter(owner=user).values("title", "language", "slug", "state")
    published = Revision.objects.filter(published_by=user).values("title", "number", "note", "published_at")
    kept = SavedArticle.objects.filter(person=user).values("article__title", "saved_at")
    steps = Step.objects.filter(by=user).values("article__title", "act", "comment", "at")
    remarks = BlockComment.objects.filter(by=user).values("article__title", "words", "at")
    changed = Contribution.objects.filter(person=user).values("article__title", "at")
    asked = ReviewInvitation.objects.filter(invited_by=user).values("article__title", "invited_at")
    pictures = ArticlePicture.objects.filter(added_by=user).values("title", "added_at")
    questions = [
        {"words": one.words, "added_at": one.added_at.isoformat()} for one in AppointmentQuestion.objects.owned_by(user)
    ]
    return {
        "kept": [{**row, "saved_at": row["saved_at"].isoformat()} for row in kept],
        "questions": questions,
        "steps": [{**row, "at": row["at"].isoformat()} for row in steps],
        "remarks": [{**row, "at": row["at"].isoformat()} for row in remarks],
        "changed": [{**row, "at": row["at"].isoformat()} for row in changed],
        # Whom they asked is somebody else's name and address, and stays out.
        "invitations": [{**row, "invited_at": row["invited_at"].isoformat()} for row in asked],
        "pictures": [{**row, "added_at": row["added_at"].isoformat()} for row in pictures],
        "guides": list(owned),
        "versions": [{**row, "published_at": row["published_at"].isoformat()} for row in published],
    }


def erase(user: Any, keep_words: bool) -> None:
    """Nobody owns their guides any more. Revisions are never changed; they point to a row without a name."""
    Article.objects.filter(owner=user).update(owner=None)
    Article.objects.filter(deputy=user).update(deputy=None)
    ArticlePicture.objects.filter(added_by=user).update(added_by=None)
    for private in (AppointmentQuestion, Contribution, DraftSave, SavedArticle):
        private.objects.filter(person=user).delete()
