"""What the demo desk starts with: a few reports about demo posts."""

from collections.abc import Mapping

from groups.models import Post
from groups.opening.files import documents
from portal.accounts.models import User
from portal.moderation.models import Case
from portal.moderation.operations import report


def bring_reports(people: Mapping[str, User]) -> int:
    """Reports about posts that never had a case. Returns how many are new."""
    made = 0
    for row in documents("demo/reports.yaml"):
        post = Post.objects.filter(thread__key=row["thread"], number=row["post"]).first()
        if post is None or Case.objects.filter(reportable="groups.post", object_id=post.public_id).exists():
            continue
        actor, about = people[row["by"]], {"reportable_key": "groups.post", "public_id": post.public_id}
        if Post.objects.visible_to(actor).filter(pk=post.pk, open_words=True).exists():
            report(actor=actor, **about, reason=row["reason"], words=row["words"])
            made += 1
    return made
