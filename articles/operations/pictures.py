"""Bringing pictures into the newsroom, and taking away those that nothing shows."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles import rules
from articles.blocks import Data
from articles.models import ArticlePicture, ArticlePictureFile, Block, Revision
from portal.core.errors import RuleViolation
from portal.core.pictures import drawn_anew, picture_key


@transaction.atomic
def add_picture(*, actor: Any, raw: bytes, title: str) -> ArticlePicture:
    """Keep a picture for guides; the same file again is the picture that is there already.

    `actor` None is a command run by the site's own staff. Raises RuleViolation for what is no picture or too large,
    PermissionDenied.
    """
    if actor is not None and not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can add pictures."))
    digest = hashlib.sha256(raw).hexdigest()
    known = ArticlePicture.objects.filter(digest=digest).first()
    if known is not None:
        return known
    drawn = drawn_anew(raw)
    picture = ArticlePicture.objects.create(
        key=picture_key(drawn.width, drawn.height), title=title[:120], width=drawn.width, height=drawn.height,
        digest=digest, added_by=actor,
    )  # fmt: skip
    ArticlePictureFile.objects.create(picture=picture, content=drawn.content)
    return picture


def in_use(picture: ArticlePicture) -> bool:
    """Whether a draft shows it, or a version that readers see or saw."""
    shown = {"picture": picture.key}
    return (
        Block.objects.filter(kind="figure", data__contains=shown).exists()
        or Revision.objects.filter(blocks__contains=[{"data": shown}]).exists()
    )


def need_pictures(blocks: Iterable[tuple[str, Data]]) -> None:
    """Raises RuleViolation where a block shows a picture that is not here."""
    wanted = {data["picture"] for kind, data in blocks if kind == "figure" and data.get("picture")}
    known = set(ArticlePicture.objects.filter(key__in=wanted).values_list("key", flat=True)) if wanted else set()
    for key in wanted - known:
        raise RuleViolation(_("There is no picture “%(key)s” here.") % {"key": key}, code="picture", field="blocks")
