"""When something was said, as other forums write it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _

from groups.foreign.shapes import Changes

EARLIEST = 1990
NO_ZONE = "moments without a time zone"


def moment(text: object, zone: ZoneInfo, changes: Changes) -> datetime:
    """ "2021-03-04T10:00:00+01:00", "2021-03-04 10:00:00 UTC" or, read in `zone`, without an offset. Raises ValueError
    with a sentence."""
    if not isinstance(text, str) or not text.strip():
        raise ValueError(_("It does not say when it was written."))
    plain = text.strip()
    for name in (" UTC", " GMT"):
        plain = plain.removesuffix(name) + ("+00:00" if plain.endswith(name) else "")
    try:
        found = datetime.fromisoformat(plain)
    except ValueError:
        raise ValueError(_("The time is not written like 2021-03-04T10:00:00+01:00.")) from None
    if found.utcoffset() is None:
        found = found.replace(tzinfo=zone)
        changes.note(NO_ZONE)
    if found.year < EARLIEST or found.year > 9000:
        raise ValueError(_("The time is before 1990."))
    if found > timezone.now() + timedelta(hours=1):
        raise ValueError(_("The time lies in the future."))
    return found
