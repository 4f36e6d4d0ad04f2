"""The secrets of one installation: made once, kept beside the database they belong to."""

import base64
import os
import secrets
import stat
from pathlib import Path

from portal.core.push_key import new_key
from portal.launch.refusal import Refusal


def sealing_key() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def generate() -> dict[str, str]:
    """One fresh value for each secret that the settings ask for."""
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "HANDRAIL_FIELD_KEYS": f"k1:{sealing_key()}",
        "HANDRAIL_SAFETY_KEYS": f"k1:{sealing_key()}",
        "HANDRAIL_INDEX_KEY": sealing_key(),
    }


def for_push() -> dict[str, str]:
    """The one key that nobody needs: with it, devices can be told. Changing it turns every device off."""
    return {"HANDRAIL_PUSH_KEY": new_key()}


def load_or_make(path: Path, *, database_exists: bool) -> dict[str, str]:
    """The secrets in `path`, written there on the first call.

    Raises Refusal when a database exists without them: what was sealed in it could never be read again.
    """
    known = read(path)
    if not known and database_exists:
        raise Refusal(
            f"There is a database in {path.parent} but not its keys: put {path.name} back beside it, "
            "or start over with scripts/run --fresh."
        )
    missing = {name: value for name, value in generate().items() if name not in known}
    if missing:
        known |= missing
        write(path, known)
    return known


def read(path: Path) -> dict[str, str]:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise Refusal(f"The keys in {path} cannot be read: {error.strerror}.") from None
    with os.fdopen(descriptor) as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
            raise Refusal(f"The keys in {path} are not a file that only you can read: put the right one back.")
        pairs = [line.strip().partition("=") for line in file if "=" in line]
    return {name: value for name, _, value in pairs}


def write(path: Path, values: dict[str, str]) -> None:
    half = path.with_suffix(".half")
    half.unlink(missing_ok=True)
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.writelines(f"{name}={value}\n" for name, value in values.items())
        file.flush()
        os.fsync(descriptor)
    half.rename(path)
