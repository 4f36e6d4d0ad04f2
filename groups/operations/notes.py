"""Setting content notes, and choosing how one reads past them."""

from collections.abc import Collection

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Note, Post, Reading, Thread
from groups.operations.memberships import membership_of
from portal.accounts.models import User


def known(notes: Collection[str]) -> list[str]:
    return [note for note in Note.values if note in notes]


def note_post(*, actor: User, post: Post, notes: Collection[str]) -> bool:
    """Set the notes of a post: the writer theirs, a moderator the team's. What the team has set, a writer cannot take
    away. Returns whether anything changed. Raises PermissionDenied."""
    column = column_for(actor, post)
    chosen = known(notes)
    changed = Post.objects.filter(pk=post.pk).exclude(**{column: chosen}).update(**{column: chosen})
    if changed and post.number == 1:
        Thread.objects.filter(pk=post.thread_id).update(**{column: chosen})
    return changed > 0


def column_for(actor: User, post: Post) -> str:
    membership = membership_of(actor, post.thread.group)
    if rules.is_writer(actor, post) and rules.can_edit(actor, membership, post):
        return "notes"
    if rules.can_moderate(actor, membership, post.thread.group):
        return "team_notes"
    raise PermissionDenied(_("Only the writer and the moderators can set notes."))


def choose_reading(*, actor: User, folded: Collection[str], left_out: Collection[str], low_stimulus: bool) -> Reading:
    """Save how one reads in groups. A note that is left out is not folded as well."""
    out = known(left_out)
    row, _made = Reading.objects.update_or_create(
        user=actor,
        defaults={
            "left_out": out, "folded": [note for note in known(folded) if note not in out],
            "low_stimulus": low_stimulus,
        },
    )  # fmt: skip
    return row
