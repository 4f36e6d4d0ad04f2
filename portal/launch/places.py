"""Where a checkout keeps its data, and the rules a folder must meet before a database is put in it."""

import hashlib
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from portal.launch.account import Account
from portal.launch.refusal import Refusal

ROOT = Path(__file__).resolve().parents[2]
LASTING = Path("/var/lib/handrail")  # not the temporary folder, which a reboot empties


@dataclass(frozen=True)
class Places:
    """The folders of one checkout. `data` holds the database and its keys, so that they are lost or kept together."""

    root: Path
    var: Path
    data: Path

    @property
    def where(self) -> Path:
        return self.var / "where"

    @property
    def logs(self) -> Path:
        return self.var / "log"

    @property
    def mail(self) -> Path:
        return self.var / "mail"

    @property
    def lock(self) -> Path:
        return self.var / "lock"

    @property
    def record(self) -> Path:
        return self.var / "run.json"

    @property
    def beat_schedule(self) -> Path:
        return self.var / "beat-schedule"

    def prepare_var(self) -> None:
        """Make the folders below the checkout. Raises Refusal when they belong to somebody else."""
        try:
            for folder in (self.var, self.logs):
                folder.mkdir(mode=0o700, exist_ok=True)
        except PermissionError:
            raise Refusal(
                f"{self.var} cannot be written: start Handrail as the user this checkout belongs to."
            ) from None
        for folder in (self.var, self.logs):
            if folder.stat().st_uid != os.geteuid():
                raise Refusal(f"{folder} belongs to another user: start Handrail as that user, or delete it.")
            folder.chmod(0o700)

    def prepare_data(self, account: Account) -> None:
        """Make or check the database's folder, and write down where it is."""
        claim_folder(self.data, account)
        owner = self.data / "checkout"
        if not owner.exists():
            owner.write_text(f"{self.root}\n")
        self.where.write_text(f"{self.data}\n")

    def recorded_elsewhere(self) -> Path | None:
        """The folder an earlier start used, when it is another one than today's and still there."""
        if not self.where.exists():
            return None
        recorded = Path(self.where.read_text().strip())
        return recorded if recorded != self.data and recorded.is_dir() else None


def places_of(root: Path = ROOT) -> Places:
    """Root's database cannot live in the checkout, which nobody may be unable to enter."""
    chosen = os.environ.get("HANDRAIL_EMBEDDED_DIR")
    var = Path(os.environ.get("HANDRAIL_VAR_DIR") or root / "var").absolute()
    if chosen or os.geteuid() == 0:
        return Places(root, var, lasting_folder() / folder_name(root))
    return Places(root, var, var / "data")


def lasting_folder() -> Path:
    chosen = os.environ.get("HANDRAIL_EMBEDDED_DIR")
    return Path(chosen).absolute() if chosen else LASTING


def folder_name(root: Path) -> str:
    """The same for the same path, on every start and every Python."""
    return hashlib.sha256(str(root).encode()).hexdigest()[:12]


def claim_folder(folder: Path, account: Account) -> None:
    """A folder that only `account` may open. Raises Refusal when something else stands in its place."""
    claim_parent(folder.parent)
    try:
        found = folder.lstat()
    except FileNotFoundError:
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        account.give(fresh)
        fresh.rename(folder)
        found = folder.lstat()
    as_expected = stat.S_ISDIR(found.st_mode) and found.st_uid == account.uid and stat.S_IMODE(found.st_mode) == 0o700
    if not as_expected:
        raise Refusal(
            f"{folder} is not a folder of mode 0700 owned by {account.name}, so no database is kept in it: "
            "move it away, or name another place in HANDRAIL_EMBEDDED_DIR."
        )
    if not account.can_enter(folder):
        raise Refusal(f"The user {account.name} cannot enter {folder}: name another place in HANDRAIL_EMBEDDED_DIR.")


def claim_parent(parent: Path) -> None:
    """Nobody but us may be able to swap what is inside it."""
    try:
        if not parent.exists():
            parent.mkdir(parents=True)
            parent.chmod(0o755)  # whatever the umask: nobody must be able to pass through
    except OSError as error:
        raise Refusal(
            f"{parent} cannot be made ({error.strerror}): name another place in HANDRAIL_EMBEDDED_DIR."
        ) from None
    found = parent.stat()
    open_to_others = found.st_mode & 0o022 and not found.st_mode & stat.S_ISVTX
    if open_to_others or (found.st_uid not in (0, os.geteuid())):
        raise Refusal(f"{parent} can be changed by other users: name another place in HANDRAIL_EMBEDDED_DIR.")


def socket_folder(account: Account) -> Path:
    """A short private folder: a socket's path holds 107 bytes, and the database's address is written in lower case."""
    choices = [Path(tempfile.gettempdir()), Path("/tmp")]
    fitting = [each for each in choices if len(str(each)) <= 40 and str(each) == str(each).lower()]
    folder = Path(tempfile.mkdtemp(prefix="handrail-", dir=fitting[0] if fitting else None))
    account.give(folder)
    return folder
