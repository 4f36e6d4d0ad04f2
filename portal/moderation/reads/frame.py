"""What stands around every list of the desk: its tabs, and the choices they keep."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from portal.core.reportables import desk_pages
from portal.moderation.models.case import scopes_of


def frame_of_tabs(said: Mapping[str, str]) -> dict[str, Any]:
    """What the tabs need: the pages of other houses, and the choices that each tab keeps. The tab that is shown and
    its own choices, as they stand in an address."""
    kept = {name: value for name, value in said.items() if value and name != "tab"}
    return {"desk_pages": desk_pages, "kept": urlencode(kept), "chosen": urlencode({**said, **kept})}


def scopes_held(user: Any) -> list[str]:
    """Raises PermissionDenied for who looks after nothing."""
    held = scopes_of(user)
    if not held:
        raise PermissionDenied(_("This page is for people who moderate."))
    return held
