"""Saying something about oneself in one group."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import AboutMe, SupportGroup
from groups.operations.care import look_over
from groups.operations.memberships import membership_of
from portal.accounts.models import User
from portal.core.errors import RuleViolation

LONGEST = 600


@transaction.atomic
def say_about_me(*, actor: User, group: SupportGroup, words: str) -> bool:
    """Keep, change or, with no words, take down what one says about oneself here. Words pass the same look as a post;
    what would be held or call a person is not for a notice board. Returns whether anything changed. Raises
    PermissionDenied, RuleViolation."""
    membership = membership_of(actor, group, lock=True)
    if membership is None or not membership.is_present:
        raise PermissionDenied(_("Only members of this group can do that."))
    words = words.strip()
    if not words:
        return AboutMe.objects.filter(membership=membership).delete()[0] > 0
    if not rules.can_post(membership):
        raise PermissionDenied(_("You may only read in this group just now."))
    if len(words) > LONGEST:
        raise RuleViolation(_("Use at most 600 letters."), code="long", field="words")
    verdict = look_over(body=words, group=group, confirmed=False)
    if verdict.held or verdict.urgent:
        raise RuleViolation(
            _("This does not belong on a list of members. If you are in danger or need help now, press “Urgent help”."),
            code="urgent", field="words",
        )  # fmt: skip
    mine = AboutMe.objects.filter(membership=membership).first() or AboutMe(membership=membership)
    if not mine._state.adding and mine.words == words:
        return False
    mine.words, mine.changed_at = words, timezone.now()
    mine.save()
    return True
