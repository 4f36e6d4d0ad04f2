"""The fold under the words: what else goes with a post."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from groups.forms.beside import BesideForm
from groups.forms.writing import PostForm
from groups.models import SupportGroup
from groups.operations.pictures import find_aside, lay_aside
from groups.reads.voices import may_take_other_name
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation

CHOSEN = ("aside", "alt")
TICKED = ("other_name", "covered", "leave_out")


def beside_form(
    request: HttpRequest, place: Mapping[str, Any], *, sent: bool = False, kept: Mapping[str, Any] | None = None
) -> BesideForm | None:
    """For words in a `thread`, or for the first ones of a new thread in a `group`; None where words are only changed.
    Bound when they are being posted, else with what was chosen when the page is shown again, or `kept` in a draft."""
    thread = place.get("thread")
    group = place.get("group") or (thread.group if thread else None)
    if group is None:
        return None
    offer = {"other_names": may_take_other_name(request.user, group, thread), "pictures": group.allows_pictures}
    data, refused = picked_up(request, group)  # type: ignore[arg-type]
    if sent or refused:
        form = BesideForm(data, **offer)
        if refused:
            form.add_error("picture", refused)
        return form
    chosen: dict[str, Any] = {"notes": data.getlist("notes")}
    chosen |= {name: data.get(name) or (kept or {}).get(name, "") for name in CHOSEN}
    if request.method != "POST" and chosen["aside"] and not find_aside(request.user, chosen["aside"]):
        chosen["aside"] = ""
    return BesideForm(initial=chosen | {name: name in data for name in TICKED}, **offer)


def picked_up(request: OwnRequest, group: SupportGroup) -> tuple[QueryDict, str]:
    """What was sent, with a picture that came along laid aside: whatever is to mend then, it need not be chosen again.
    And why it could not be, if so."""
    data = request.POST.copy()
    if "leave_out" in data:
        data["aside"] = ""
        del data["leave_out"]
    if not group.allows_pictures:
        return data, ""
    if "picture" not in request.FILES:
        return still_here(request, data)
    try:
        data["aside"] = str(lay_aside(actor=request.user, group=group, upload=request.FILES["picture"]).pk)
    except (RuleViolation, PermissionDenied) as refusal:
        return data, str(refusal)
    return data, ""


def still_here(request: OwnRequest, data: QueryDict) -> tuple[QueryDict, str]:
    """A picture that is no longer kept, or never was one's own, is to be chosen again."""
    if not data.get("aside") or find_aside(request.user, data["aside"]):
        return data, ""
    data["aside"] = ""
    return data, _("Please choose the picture again.")


def beside_of(form: PostForm) -> dict[str, Any]:
    """For the operation, after both forms are valid."""
    return {"beside": form.beside.beside()} if form.beside is not None else {}
