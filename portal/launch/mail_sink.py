"""The demo's post office: takes every mail that comes over SMTP and keeps it as a file, newest 500.

Started by the supervisor with a listening socket, so the port stays the same when this is started again.
"""

import argparse
import asyncio
import datetime
import secrets
import signal
import socket
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

KEPT = 500


class Folder:
    """Saves each mail whole: a half-written one is never seen under its name, which sorts by time of arrival."""

    def __init__(self, folder: Path, kept: int = KEPT) -> None:
        self.folder = folder
        self.kept = kept

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.save(envelope.original_content or b"")
        return "250 Kept"

    def save(self, content: bytes) -> Path:
        arrived = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        name = f"{arrived}-{secrets.token_hex(4)}"
        half = self.folder / f"{name}.half"
        half.touch(mode=0o600)
        half.write_bytes(content)
        whole = half.rename(self.folder / f"{name}.eml")
        self.forget_old()
        return whole

    def forget_old(self) -> None:
        mails = sorted(self.folder.glob("*.eml"))
        for mail in mails[: max(0, len(mails) - self.kept)]:
            mail.unlink(missing_ok=True)


async def serve(listening: socket.socket, folder: Path) -> None:
    """Answer on the socket until SIGTERM."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    for half in folder.glob("*.half"):
        half.unlink()
    keeper = Folder(folder)
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    server = await loop.create_server(
        lambda: SMTP(keeper, hostname="localhost", enable_SMTPUTF8=True, ident="Handrail demo mailbox"), sock=listening
    )
    await ended.wait()
    server.close()


def listen() -> socket.socket:
    """A socket on a free port that only this machine can reach."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.setblocking(False)
    return listening


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--descriptor", type=int, required=True)
    words.add_argument("--folder", type=Path, required=True)
    given = words.parse_args()
    asyncio.run(serve(socket.socket(fileno=given.descriptor), given.folder))
