"""One start at a time in one checkout."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from portal.launch.refusal import Refusal


class Lock:
    """Held as long as this process lives: the kernel lets go of it however we end, so it cannot be stale.

    Children do not inherit it, so a server that survives us cannot hold it either.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> Self:
        self.descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(self.descriptor, 20).decode().strip() or "unknown"
            os.close(self.descriptor)
            raise Refusal(
                f"This checkout already runs (process {holder}): use that one, or stop it with Ctrl-C."
            ) from None
        os.ftruncate(self.descriptor, 0)
        os.write(self.descriptor, f"{os.getpid()}\n".encode())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self.descriptor)
