"""Pictures beside words: laid aside as soon as they arrive, so that nothing has to be chosen twice, and put on the post
when it is posted."""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Note, Picture, PictureAside, PictureFile, Post, SupportGroup
from groups.operations.care import look_over
from groups.operations.decoding import Covered, draw_with_cover
from groups.operations.memberships import membership_of
from groups.operations.words import clean
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.core.pictures import MEDIA_TYPE
from portal.moderation.operations import open_case_for_finding

MOST_ASIDE = 5  # of one person; the oldest go
KEPT = timedelta(days=7)
LONGEST_ALT = 300


@dataclass(frozen=True, slots=True)
class GivenPicture:
    """Which of one's pictures that lie aside, what it shows, and whether it is covered until somebody opens it."""

    aside: str
    alt: str
    covered: bool = False


def need_pictures_allowed(group: SupportGroup) -> None:
    """Raises RuleViolation where a group does without."""
    if not group.allows_pictures:
        raise RuleViolation(_("This group does without pictures."), code="picture", field="picture")


@transaction.atomic
def lay_aside(*, actor: User, group: SupportGroup, upload: Any) -> PictureAside:
    """Draw an upload anew and keep it, sealed, for its owner alone. Raises PermissionDenied, RuleViolation."""
    if not rules.can_post(membership_of(actor, group)):
        raise PermissionDenied(_("You cannot write in this group right now."))
    need_pictures_allowed(group)
    drawn = draw_with_cover(upload)
    User.objects.select_for_update().only("pk").get(pk=actor.pk)
    kept = PictureAside.objects.owned_by(actor).order_by("-laid_at").values_list("pk", flat=True)[: MOST_ASIDE - 1]
    PictureAside.objects.owned_by(actor).exclude(pk__in=list(kept)).delete()
    row = PictureAside(user=actor)
    row.drawn = {
        "content": b64encode(drawn.content).decode(), "width": drawn.width, "height": drawn.height,
        "cover": drawn.cover,
    }  # fmt: skip
    row.save(force_insert=True)
    return row


def drawn_of(row: PictureAside) -> Covered:
    told = row.drawn
    return Covered(b64decode(told["content"]), told["width"], told["height"], told["cover"])


def find_aside(actor: Any, handle: Any) -> PictureAside | None:
    try:
        key = UUID(str(handle))
    except ValueError:
        return None
    return PictureAside.objects.owned_by(actor).filter(pk=key).first()


def need_alt(alt: str) -> str:
    """What a picture shows, in words. Raises RuleViolation."""
    alt = " ".join(clean(alt).split())
    if not alt:
        raise RuleViolation(
            _("Say in a few words what the picture shows, for people who cannot see it."), code="required", field="alt"
        )
    if len(alt) > LONGEST_ALT:
        raise RuleViolation(_("Please say it in 300 letters at most."), code="long", field="alt")
    return alt


def put_picture(*, actor: User, post: Post, given: GivenPicture) -> Picture:
    """Called in the transaction that makes the post. What lay aside goes. Raises RuleViolation."""
    need_pictures_allowed(post.thread.group)
    alt = need_alt(given.alt)
    row = find_aside(actor, given.aside)
    if row is None:
        raise RuleViolation(_("Please choose the picture again."), code="picture", field="picture")
    drawn = drawn_of(row)
    picture = Picture.objects.create(
        post=post, alt=alt, is_covered=given.covered or Note.SCARS in post.notes, width=drawn.width,
        height=drawn.height, cover=drawn.cover,
    )  # fmt: skip
    PictureFile.objects.create(picture=picture, media_type=MEDIA_TYPE, content=drawn.content)
    row.delete()
    return picture


@transaction.atomic
def change_picture(*, actor: User, picture: Picture, alt: str, covered: bool) -> bool:
    """Its writer says anew what it shows and whether it is covered; a moderator may cover it. Returns whether anything
    changed. Raises PermissionDenied, and RuleViolation also for contact details where everybody can read."""
    post = picture.post
    membership = membership_of(actor, post.thread.group)
    if rules.can_edit(actor, membership, post):
        wanted = {"alt": need_alt(alt), "is_covered": covered}
        verdict = look_over(body=alt, group=post.thread.group, confirmed=True)
        if verdict.urgent:
            open_case_for_finding(
                reportable_key="groups.post", public_id=post.public_id, author=actor, findings=verdict.urgent
            )
    elif rules.can_moderate(actor, membership, post.thread.group):
        wanted = {"is_covered": covered}
    else:
        raise PermissionDenied(_("Only the writer and the moderators can change this picture."))
    return Picture.objects.filter(pk=picture.pk).exclude(**wanted).update(**wanted) > 0


def take_picture_away(*, actor: User, picture: Picture) -> bool:
    """For good, at once. Raises PermissionDenied."""
    if not rules.is_writer(actor, picture.post):
        raise PermissionDenied(_("Only the writer can take this picture away."))
    return Picture.objects.filter(pk=picture.pk).delete()[0] > 0


def forget_aside() -> int:
    """Let go of pictures that nobody posted within a week. Returns how many."""
    return PictureAside.objects.filter(laid_at__lt=timezone.now() - KEPT).delete()[0]
