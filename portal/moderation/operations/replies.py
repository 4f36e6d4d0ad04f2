"""Messages to start from: written, changed and retired by those who use them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.errors import RuleViolation
from portal.moderation import rules
from portal.moderation.models import Reply
from portal.moderation.models.case import scopes_of
from portal.moderation.operations.audit import audit


@transaction.atomic
def save_reply(
    *, actor: Any, reply: Reply | None, scope: str, label: str, reason: str, language: str, body: str
) -> Reply:
    """A new one, or another wording of one. Raises PermissionDenied outside the parts the actor looks after, and
    RuleViolation for a name that is there already or a mark that stands for nothing."""
    row = Reply() if reply is None else Reply.objects.select_for_update().get(pk=reply.pk)
    for part in {scope, row.scope} if reply is not None else {scope}:
        need_part(actor, part)
    unknown = next((one for one in Reply.MARK.findall(body) if one not in Reply.PLACEHOLDERS), None)
    if unknown is not None:
        known = ", ".join(f"{{{one}}}" for one in Reply.PLACEHOLDERS)
        raise RuleViolation(
            _("{%(mark)s} stands for nothing. You can use %(known)s.") % {"mark": unknown[:40], "known": known},
            code="mark", field="body",
        )  # fmt: skip
    row.scope, row.label, row.reason, row.language, row.body = scope, label.strip(), reason, language, body.strip()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise RuleViolation(
            _("There is a message of this name in this language already. Choose another name."),
            code="taken", field="label",
        ) from None  # fmt: skip
    audit(actor=actor, act="reply.save", subject=f"reply:{row.pk}")
    return row


@transaction.atomic
def retire_reply(*, actor: Any, reply: Reply, on: bool = True) -> bool:
    """Offer it no longer, or again. Returns whether that changed anything."""
    need_part(actor, reply.scope)
    rows = Reply.objects.filter(pk=reply.pk, retired_at__isnull=on)
    if not rows.update(retired_at=timezone.now() if on else None):
        return False
    audit(actor=actor, act="reply.retire" if on else "reply.offer", subject=f"reply:{reply.pk}")
    return True


def need_part(actor: Any, scope: str) -> None:
    if not rules.can_write_replies(scopes_of(actor), scope):
        raise PermissionDenied(_("You do not look after this part of the site."))
