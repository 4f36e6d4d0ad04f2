"""The demo's mailbox: mails that really went through SMTP, read back from the folder the post office keeps."""

import email
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import cast

from django.conf import settings

NAME = re.compile(r"[0-9]{8}T[0-9.]{6,16}Z-[0-9a-f]{8}")
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail as its reader sees it."""

    name: str
    arrived: datetime
    sender: str
    recipient: str
    subject: str
    text: str
    html: str


def _folder() -> Path | None:
    return Path(settings.MAIL_DIR) if settings.MAIL_DIR else None


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return cast(str, part.get_content()) if part is not None else ""


def read(name: str) -> Mail | None:
    """The mail with this name, or None when there is none (any more)."""
    folder = _folder()
    if folder is None or not NAME.fullmatch(name):
        return None
    try:
        content = (folder / f"{name}.eml").read_bytes()
    except FileNotFoundError:
        return None
    message = email.message_from_bytes(content, policy=default)
    return Mail(
        name=name,
        arrived=datetime.strptime(name.partition("-")[0], "%Y%m%dT%H%M%S.%fZ").replace(tzinfo=UTC),
        sender=str(message["From"] or ""),
        recipient=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=_part(message, "plain"),
        html=_part(message, "html"),
    )


def newest() -> list[Mail]:
    """The newest mails first, at most a hundred."""
    folder = _folder()
    if folder is None or not folder.is_dir():
        return []
    names = sorted((path.stem for path in folder.glob("*.eml")), reverse=True)[:SHOWN]
    return [mail for name in names if (mail := read(name)) is not None]
