"""Keeping a post for oneself, with a note of one's own."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from groups.models import KeptPost, Post
from groups.operations.words import clean
from portal.accounts.models import User
from portal.core.errors import RuleViolation

LONGEST_NOTE = 2000
MOST = 1000  # of one person


@transaction.atomic
def keep_post(*, actor: User, post: Post, note: str = "") -> KeptPost:
    """Keep a post that came through the actor's door, or change the note on it. Raises PermissionDenied for words that
    are not the actor's to read, RuleViolation."""
    if not post.open_words:
        raise PermissionDenied(_("There is nothing here to keep."))
    note = clean(note)
    if len(note) > LONGEST_NOTE:
        raise RuleViolation(_("A note may have 2,000 letters."), code="long", field="note")
    User.objects.select_for_update().only("pk").get(pk=actor.pk)  # two windows keeping at once make one row
    kept = KeptPost.objects.owned_by(actor).filter(post=post).first()
    if kept is None and KeptPost.objects.owned_by(actor)[:MOST].count() >= MOST:
        raise RuleViolation(_("You keep a thousand posts. Let one go first, please."), code="too_many")
    kept = kept or KeptPost(user=actor, post=post)
    kept.note = note or None
    kept.save()
    return kept


def let_go_of_post(*, actor: User, kept: KeptPost) -> bool:
    """Forget that one kept it, and the note. Returns whether it was kept."""
    return KeptPost.objects.owned_by(actor).filter(pk=kept.pk).delete()[0] > 0
