"""The parts of a thread and a post, checked one by one. What is wrong is a ValueError with a sentence."""

import re
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from groups.foreign.moments import moment
from groups.foreign.shapes import Changes, ForeignPost, Quoted

LONGEST_ID, LONGEST_NAME, LONGEST_BODY, LONGEST_TITLE = 200, 200, 100_000, 1_000
PICTURE = "pictures"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def name_of(value: Any) -> str:
    """What names a thread or a post where it came from: words or a number."""
    name = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    if not name:
        raise ValueError(_("It has no id."))
    if len(name) > LONGEST_ID or not name.isprintable():
        raise ValueError(_("Its id is not one line of at most 200 letters."))
    return name


def list_of(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def title_of(value: Any) -> str:
    title = " ".join(whole(value).split()) if isinstance(value, str) else ""
    if not title:
        raise ValueError(_("The thread has no title."))
    if len(title) > LONGEST_TITLE:
        raise ValueError(_("The title has more than 1,000 letters."))
    return title


def whole(text: str) -> str:
    """Without control signs, and with a question mark for half a sign, which nothing can store."""
    return CONTROL.sub("", text.encode("utf-8", "replace").decode())


def body_of(value: Any) -> str:
    value = whole(value) if isinstance(value, str) else ""
    if not value.strip():
        raise ValueError(_("The post has no words."))
    if len(value) > LONGEST_BODY:
        raise ValueError(_("The post has more than 100,000 letters."))
    return str(value)


def post_of(row: Any, line: int, zone: ZoneInfo, changes: Changes) -> ForeignPost:
    if not isinstance(row, dict):
        raise ValueError(_("A post is an object with id, author, created and body."))
    answered = row.get("reply_to")
    number = row.get("number")
    post = ForeignPost(
        line=line,
        id=name_of(row.get("id")),
        author=" ".join(whole(str(row.get("author") or "")).split())[:LONGEST_NAME],
        created_at=moment(row.get("created", row.get("created_at")), zone, changes),
        body=body_of(row.get("body")),
        reply_to=name_of(answered) if answered not in (None, "") else "",
        number=number if isinstance(number, int) else 0,
        notes=[one for one in list_of(row.get("notes")) if isinstance(one, str)],
        quotes=[_quoted(one) for one in list_of(row.get("quotes")) if isinstance(one, dict)][:20],
    )
    changes.note(PICTURE, int(bool(row.get("picture"))))
    return post


def _quoted(row: dict[str, Any]) -> Quoted:
    return Quoted(words=whole(str(row.get("words") or ""))[:LONGEST_BODY], post=str(row.get("post") or "")[:LONGEST_ID])
