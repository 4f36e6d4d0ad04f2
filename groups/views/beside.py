"""The fold under the words: what else goes with a post."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from groups.beside_forms import BesideForm
from groups.forms import PostForm
from groups.reads.voices import may_take_other_name


def beside_form(request: HttpRequest, place: Mapping[str, Any], *, sent: bool = False) -> BesideForm | None:
    """For words in a `thread`, or for the first ones of a new thread in a `group`; None where words are only changed.
    Bound when they are being posted, else with what was chosen when the page is shown again."""
    thread = place.get("thread")
    group = place.get("group") or (thread.group if thread else None)
    if group is None:
        return None
    offer = {"other_names": may_take_other_name(request.user, group, thread)}
    if sent:
        return BesideForm(request.POST, request.FILES, **offer)
    chosen: dict[str, Any] = {"notes": request.POST.getlist("notes"), "other_name": "other_name" in request.POST}
    return BesideForm(initial=chosen, **offer)


def beside_of(form: PostForm) -> dict[str, Any]:
    """For the operation, after both forms are valid."""
    return {"beside": form.beside.beside()} if form.beside is not None else {}
