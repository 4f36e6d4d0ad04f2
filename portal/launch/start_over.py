"""What --fresh does."""

import shutil
from collections.abc import Mapping

from portal.launch.keeper import say
from portal.launch.places import Places
from portal.launch.refusal import Refusal


def start_over(places: Places, given: Mapping[str, str]) -> None:
    """Delete the embedded database, its keys and the mails of this checkout, and nothing else."""
    if given.get("DATABASE_URL"):
        raise Refusal(
            "--fresh deletes only the embedded database, and DATABASE_URL names one of yours: empty that yourself."
        )
    if places.data.exists():
        refuse_strange(places)
        shutil.rmtree(places.data)
        say(f"Deleted {places.data}.")
    for folder in (places.mail, places.var / "media"):
        shutil.rmtree(folder, ignore_errors=True)
    for schedule in places.var.glob(f"{places.beat_schedule.name}*"):
        schedule.unlink()


def refuse_strange(places: Places) -> None:
    """A folder outside the checkout is only deleted when it says that it belongs to this checkout."""
    mark = places.data / "checkout"
    says_ours = mark.is_file() and mark.read_text().strip() == str(places.root)
    if places.data.is_symlink() or not (says_ours or places.data.is_relative_to(places.var)):
        raise Refusal(f"{places.data} does not say that it belongs to {places.root}, so it was not deleted.")
