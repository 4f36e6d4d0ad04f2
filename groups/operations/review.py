"""Signs of spam in a post that is about to be saved, and what the group wants done about them. Nobody is punished."""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Membership, SettingChange, SupportGroup
from groups.models.review import Answer, SaidBefore, Sign, answer_to
from groups.operations.care import Verdict
from groups.operations.memberships import membership_of
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.moderation.operations import audit, open_case_for_review
from portal.safety.screening.findings import Kind

LONG_ENOUGH = 60  # letters; "thank you so much" is said by many
KEPT = timedelta(days=7)
LINK = re.compile(r"(?:https?://|www\.)([^\s/<>()\[\]\"']{3,200})", re.I)
REPEATED = """
WITH put AS (
    INSERT INTO groups_saidbefore (digest, who, said_at) VALUES (%(digest)s, %(who)s, %(now)s)
    ON CONFLICT (digest, who) DO UPDATE SET said_at = EXCLUDED.said_at
)
SELECT EXISTS (SELECT 1 FROM groups_saidbefore WHERE digest = %(digest)s AND who <> %(who)s AND said_at > %(since)s)
"""


@dataclass(frozen=True, slots=True)
class Looked:
    """The signs that ask for something, and the strictest of what they ask for."""

    signs: Sequence[str] = ()
    holds: bool = False

    def open_case(self, public_id: str) -> None:
        """Whoever moderates finds the reason codes in the case."""
        if self.signs:
            why = ("hold." if self.holds else "review.") + "+".join(self.signs)
            open_case_for_review(reportable_key="groups.post", public_id=public_id, why=why)


def look_for_signs(
    membership: Membership, group: SupportGroup, words: str, verdict: Verdict, *, before: str | None = None
) -> Looked:
    """At most one query, and only for a long text. `before` is what an edited post said: only links that are new in it
    count, since adding them later is an old trick. Whoever looks after the group is left alone."""
    if membership.moderates:
        return Looked()
    is_first = membership.posts_written is not None and membership.posts_written < group.first_posts
    links = set(_links(words)) - set(_links(before or ""))
    found = {
        Sign.FIRST: is_first and before is None,
        Sign.FIRST_LINK: is_first and bool(links),
        Sign.LINK: bool(links),
        Sign.SOLICITING: any(one.kind == Kind.SOLICITING for one in verdict.asked),
        Sign.REPEATED: before is None and _was_said_by_another(membership, words),
    }
    answers = {str(sign): answer_to(group.review_answers, sign) for sign, there in found.items() if there}
    asking = [sign for sign, answer in answers.items() if answer != Answer.PUBLISH]
    return Looked(asking, holds=Answer.HOLD in answers.values())


def _links(words: str) -> list[str]:
    """The hosts that are linked to, other than this site's own."""
    own = settings.BASE_URL.split("//")[-1].split("/")[0].casefold()
    return [host.casefold() for host in LINK.findall(words) if host.casefold() != own]


def _digest(purpose: str, text: str) -> bytes:
    return hmac.new(settings.INDEX_KEY.encode(), f"{purpose}|{text}".encode(), hashlib.sha256).digest()[:16]


def _was_said_by_another(membership: Membership, words: str) -> bool:
    plain = "".join(sign for sign in words.casefold() if sign.isalnum())
    if len(plain) < LONG_ENOUGH:
        return False
    now = timezone.now()
    asked: dict[str, Any] = {
        "digest": _digest("said", plain),
        "who": _digest("who", str(membership.user_id)),
        "now": now,
    }
    with connection.cursor() as cursor:
        cursor.execute(REPEATED, {**asked, "since": now - KEPT})
        return bool(cursor.fetchone()[0])


def forget_said() -> int:
    return SaidBefore.objects.filter(said_at__lt=timezone.now() - KEPT).delete()[0]


@transaction.atomic
def set_review(*, actor: User, group: SupportGroup, first_posts: int, answers: dict[str, str]) -> bool:
    """What this group does about signs of spam. Moderators of the group set it, and the audit says who did. Raises
    PermissionDenied, and RuleViolation for a number out of reach."""
    if not rules.moderates_group(membership_of(actor, group), group):
        raise PermissionDenied(_("Only moderators of this group can do that."))
    if not 0 <= first_posts <= 50:
        raise RuleViolation(_("Choose a number from 0 to 50."), field="first_posts")
    kept = {str(sign): str(Answer(answers[sign])) for sign in Sign.values if sign in answers}
    changed = SupportGroup.objects.filter(pk=group.pk).exclude(first_posts=first_posts, review_answers=kept)
    if not changed.update(first_posts=first_posts, review_answers=kept):
        return False
    SettingChange.objects.create(group=group, changed_by=actor, changed={"review": None})
    audit(actor=actor, act="group.review", subject=f"groups:{group.uuid}", text={"first_posts": first_posts, **kept})
    return True
