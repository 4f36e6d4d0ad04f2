"""Threads as JSON. docs/operations.md shows the shape; an export of a group is written in the same."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from groups.foreign.fields import list_of, name_of, post_of, title_of
from groups.foreign.places import Places
from groups.foreign.shapes import BadFile, ForeignTalk, ForeignThread

POLL = "polls"


def read_json(text: str, talk: ForeignTalk, zone: ZoneInfo) -> None:
    """Fill `talk`. Raises BadFile."""
    places = Places(text)
    at = places.skip(0)
    if places.sign(at) == "[":
        end = _threads(places, at, talk, zone)
    elif places.sign(at) == "{":
        end = _whole(places, at, talk, zone)
    else:
        raise BadFile(_("This is neither JSON with threads nor CSV."), line=places.line(at))
    if text[places.skip(end) :]:
        raise BadFile(_("There is more after the end of the threads."), line=places.line(places.skip(end)))


def _whole(places: Places, at: int, talk: ForeignTalk, zone: ZoneInfo) -> int:
    found, last = False, places.need(at, "{")
    for name, place, end in places.members(at):
        if name == "threads":
            found = True
            end.at = _threads(places, place, talk, zone)
        else:
            value, end.at = places.value(place)
            if name == "markup":
                if value not in ("small", "discourse"):
                    raise BadFile(_("“markup” is either small or discourse."), line=places.line(place))
                talk.markup = value
        last = end.at
    if not found:
        raise BadFile(_("There is no list named “threads” in this file."))
    return places.need(last, "}")


def _threads(places: Places, at: int, talk: ForeignTalk, zone: ZoneInfo) -> int:
    last = places.need(at, "[")
    for place, end in places.items(at):
        end.at = last = _thread(places, place, talk, zone)
    return places.need(last, "]")


def _thread(places: Places, at: int, talk: ForeignTalk, zone: ZoneInfo) -> int:
    line = places.line(at)
    if places.sign(at) != "{":
        talk.refuse(line, _("A thread is an object with id, title and posts."))
        return places.value(at)[1]
    said: dict[str, Any] = {}
    rows: list[tuple[int, Any]] = []
    last = places.need(at, "{")
    for name, place, end in places.members(at):
        if name == "posts" and places.sign(place) == "[":
            rows, end.at = _rows(places, place)
        else:
            said[name], end.at = places.value(place)
        last = end.at
    _take(said, rows, line, talk, zone)
    return places.need(last, "}")


def _rows(places: Places, at: int) -> tuple[list[tuple[int, Any]], int]:
    rows, last = [], places.need(at, "[")
    for place, end in places.items(at):
        row, end.at = places.value(place)
        rows.append((places.line(place), row))
        last = end.at
    return rows, places.need(last, "]")


def _take(said: Mapping[str, Any], rows: list[tuple[int, Any]], line: int, talk: ForeignTalk, zone: ZoneInfo) -> None:
    talk.changes.line = line
    try:
        thread = ForeignThread(line=line, id=name_of(said.get("id")), title=title_of(said.get("title")))
    except ValueError as wrong:
        talk.refuse(line, str(wrong))
        return
    thread.notes = [one for one in list_of(said.get("notes")) if isinstance(one, str)]
    thread.locked = bool(said.get("locked"))
    talk.changes.note(POLL, int(bool(said.get("poll"))))
    for place, row in rows:
        talk.changes.line = place
        try:
            thread.posts.append(post_of(row, place, zone, talk.changes))
        except ValueError as wrong:
            talk.refuse(place, str(wrong))
    talk.threads.append(thread)
