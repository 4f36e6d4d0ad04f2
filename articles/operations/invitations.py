"""Asking somebody without an account to look at one draft, and what they and colleagues remark about it."""

import datetime as dt
import uuid
from typing import Any

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, BlockComment, ReviewInvitation, Step
from articles.operations.workflow import note_step
from portal.core.errors import RuleViolation
from portal.core.kinds import Action, Message
from portal.notifications.links import absolute
from portal.notifications.operations.deliveries import send_now

KIND = "articles.invitation"
SALT = "handrail.link.articles.review"
GOOD_FOR = dt.timedelta(days=14)
MOST_REMARKS = 300


def token_of(invitation: ReviewInvitation) -> str:
    return signing.Signer(salt=SALT).sign_object(str(invitation.pk))


def invitation_of(token: str) -> ReviewInvitation | None:
    """The invitation that is still good, by what its mail carried. Nothing for a wrong, old or taken-back one."""
    try:
        key = uuid.UUID(signing.Signer(salt=SALT).unsign_object(token))
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        return None
    good = ReviewInvitation.objects.filter(revoked_at=None, expires_at__gt=timezone.now())
    return good.select_related("article").filter(pk=key).first()


@transaction.atomic
def invite(*, actor: Any, article: Article, name: str, email: str, good_for: dt.timedelta = GOOD_FOR) -> Any:
    """Send somebody the address of the draft's preview. They can remark on its blocks and do nothing else."""
    if not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can invite somebody to look."))
    until = timezone.now() + good_for
    invitation = ReviewInvitation.objects.create(
        article=article, name=name, email=email, invited_by=actor, expires_at=until
    )
    send_now(
        kind=KIND,
        subject_key=f"invitation:{invitation.pk}",
        recipient=None,
        address=email,
        message=_mail(invitation),
        not_after=until,
    )
    note_step(article=article, act=Step.Act.INVITED, actor=actor, comment=name)
    return invitation


def _mail(invitation: ReviewInvitation) -> Message:
    """The subject says nothing of the guide."""
    address = absolute(reverse("articles:guest_review", args=[token_of(invitation)]))
    return Message(
        subject=_("You are asked to look at a draft"),
        title=_("Would you look at a draft?"),
        lines=[
            _("%(name)s, you are asked to read a guide before it is published, and to say what you would change.")
            % {"name": invitation.name},
            _("You need no account. The address below is for you alone; please do not pass it on."),
        ],
        actions=[Action(_("Read the draft"), address, main=True)],
        url=address,
    )


def revoke(*, actor: Any, invitation: ReviewInvitation) -> bool:
    """Take an invitation back: its address shows nothing from now on. Returns whether it was still open."""
    if not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can take an invitation back."))
    still = ReviewInvitation.objects.filter(pk=invitation.pk, revoked_at=None)
    return bool(still.update(revoked_at=timezone.now()))


@transaction.atomic
def remark_as_guest(*, token: str, block_id: uuid.UUID, words: str) -> BlockComment | None:
    """A remark of an invited person about a block of the draft they were shown. None when the invitation is over."""
    found = invitation_of(token)
    if found is None:
        return None
    invitation = ReviewInvitation.objects.select_for_update().get(pk=found.pk)
    if invitation.comments.count() >= MOST_REMARKS:
        raise RuleViolation(_("There are too many remarks. Please write to the editors."), code="too_many")
    if invitation.opened_at is None:
        ReviewInvitation.objects.filter(pk=invitation.pk).update(opened_at=timezone.now())
    return _remark(found.article, block_id, words, invitation=invitation)


def remark(*, actor: Any, article: Article, block_id: uuid.UUID, words: str) -> BlockComment:
    """A remark of a colleague who may see the draft."""
    if not rules.may_preview(actor):
        raise PermissionDenied(_("Only the newsroom can remark on a draft."))
    return _remark(article, block_id, words, by=actor)


def _remark(article: Article, block_id: uuid.UUID, words: str, **writer: Any) -> BlockComment:
    if not words.strip():
        raise RuleViolation(_("Write what you would change."), code="words", field="words")
    if not article.blocks.filter(pk=block_id).exists():
        raise RuleViolation(_("This part is not in the draft any more. Look at it again."), code="block")
    return BlockComment.objects.create(article=article, block_id=block_id, words=words.strip()[:4000], **writer)


def finish(*, actor: Any, comment: BlockComment) -> bool:
    """Say that a remark was dealt with. Returns whether it was open."""
    if not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can say that a remark was dealt with."))
    return bool(BlockComment.objects.filter(pk=comment.pk, done_at=None).update(done_at=timezone.now()))
