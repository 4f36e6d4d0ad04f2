"""What stands around the talk in demo mode: a session, an invitation, a picture, a question to the moderators and a
message for them to start from. What is there already stays as people have made it since."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from groups.models import Invitation, Picture, Post, Session, SessionAnswer, SupportGroup
from groups.opening.files import documents
from groups.operations.invitations import invite_by_link
from groups.operations.pictures import GivenPicture, lay_aside, put_picture
from groups.operations.sessions import hold_session
from groups.operations.team import write_to_team
from portal.accounts.models import User
from portal.moderation.models import Reply
from portal.moderation.operations import save_reply

Row = Mapping[str, Any]
AN_HOUR = timedelta(hours=1)
NIGHT, MOON, ROOFS = (28, 38, 62), (236, 228, 205), (14, 19, 31)


def put_around(groups: Mapping[str, SupportGroup], people: Mapping[str, User]) -> None:
    rows = documents("demo/around.yaml")
    for name, put in (
        ("session", _session), ("invitation", _invitation), ("question", _question), ("message", _message)
    ):  # fmt: skip
        put(rows[name], groups[rows[name]["group"]], people[rows[name]["by"]], people)
    _picture(rows["picture"], people[rows["picture"]["by"]])


def _session(row: Row, group: SupportGroup, by: User, people: Mapping[str, User]) -> None:
    if Session.objects.filter(group=group).exists():
        return
    day = timezone.now().astimezone(ZoneInfo(row["zone"])).date() + timedelta(days=row["days"])
    starts = datetime.combine(day, time(row["hour"]), ZoneInfo(row["zone"]))
    said = {name: row[name].strip() for name in ("kind", "title", "about", "place")}
    held = hold_session(
        actor=by, group=group, starts_at=starts, ends_at=starts + AN_HOUR, time_zone=row["zone"], **said
    )
    SessionAnswer.objects.bulk_create(
        [SessionAnswer(session=held, user=people[name], answer=SessionAnswer.Answer.YES) for name in row["coming"]]
    )


def _invitation(row: Row, group: SupportGroup, by: User, people: Mapping[str, User]) -> None:
    if not Invitation.objects.filter(group=group).exists():
        invite_by_link(actor=by, group=group, days=row["days"], most=row["most"])


def _question(row: Row, group: SupportGroup, by: User, people: Mapping[str, User]) -> None:
    write_to_team(actor=by, group=group, words=row["words"], key=f"demo-{group.key}")


def _message(row: Row, group: SupportGroup, by: User, people: Mapping[str, User]) -> None:
    scope = f"groups:{group.uuid}"
    if not Reply.objects.filter(scope=scope).exists():
        said = {name: row[name] for name in ("label", "reason", "body")}
        save_reply(actor=by, reply=None, scope=scope, language="en", **said)


def _picture(row: Row, by: User) -> None:
    post = Post.objects.filter(thread__key=row["thread"], number=row["post"], voice__user=by).first()
    if post is None or Picture.objects.filter(post=post).exists():
        return
    aside = lay_aside(actor=by, group=post.thread.group, upload=SimpleUploadedFile("night.png", night_sky()))
    put_picture(actor=by, post=post, given=GivenPicture(aside=str(aside.pk), alt=row["alt"]))


def night_sky() -> bytes:
    """Drawn here, so that nobody's photograph is needed."""
    picture = Image.new("RGB", (960, 540), NIGHT)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((560, 110, 800, 350), fill=MOON)
    for left, top in ((0, 430), (170, 390), (360, 450), (560, 400), (760, 440)):
        pen.polygon(
            [(left, 540), (left, top), (left + 100, top - 60), (left + 200, top), (left + 200, 540)], fill=ROOFS
        )
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
