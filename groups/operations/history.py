"""Emptying what a post said before."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Post, PostEdit
from portal.accounts.models import User


def redact_edit(*, actor: User, post: Post, edit_number: int) -> bool:
    """Take the words out of one earlier version of one's own post, for good. That there was one, and until when, stays.
    Quotes of it fall silent with it. Returns whether there were words. Raises PermissionDenied."""
    if not rules.is_writer(actor, post):
        raise PermissionDenied(_("Only the writer can empty an earlier version."))
    rows = PostEdit.objects.filter(post=post, edit_number=edit_number, redacted_at=None)
    return rows.update(body="", redacted_at=timezone.now()) > 0
