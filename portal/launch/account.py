"""As whom the servers run."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Account:
    """The user the database and the broker run as: ourselves, or nobody when we are root."""

    name: str
    uid: int
    gid: int
    is_other: bool

    @property
    def popen(self) -> dict[str, Any]:
        """Arguments for `subprocess` that switch to this user; none when it is ourselves."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_other else {}

    def can_enter(self, path: Path) -> bool:
        """Whether this user may enter the folder, or run the file, with every folder above it on the way."""
        return subprocess.run(["test", "-x", str(path)], cwd="/", **self.popen).returncode == 0

    def give(self, path: Path) -> None:
        if self.is_other:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def server_account() -> Account:
    """PostgreSQL refuses to run as root, so root's servers run as nobody."""
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        return Account("nobody", nobody.pw_uid, nobody.pw_gid, is_other=True)
    return Account(pwd.getpwuid(os.geteuid()).pw_name, os.geteuid(), os.getegid(), is_other=False)


def own_account() -> Account:
    """Ourselves, for everything that is not a server."""
    return Account("ourselves", os.geteuid(), os.getegid(), is_other=False)
