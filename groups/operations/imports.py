"""Having a file of threads checked, starting it, calling it off; and the worker's side: check, and carry on."""

import hashlib
import logging
import time
import uuid
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from groups import rules
from groups.foreign.reading import MOST_BYTES, read_talk
from groups.foreign.shapes import BadFile, Changes, ForeignTalk
from groups.models import Membership, SupportGroup, ThreadImport, ThreadImportPart
from groups.operations.imported_names import names_for
from groups.operations.storing import Run, Stored, store_thread
from portal.core.errors import RuleViolation
from portal.moderation.operations import audit

log = logging.getLogger(__name__)
State = ThreadImport.State
LEASE = timedelta(minutes=5)
KEPT = timedelta(days=7)  # a file that was checked and not started
TRIES = 5


class NotMine(Exception):
    """Another worker has it now, or it was called off."""


def need_import_right(actor: Any) -> None:
    """`actor` None is the command line. Raises PermissionDenied."""
    if actor is not None and not rules.can_import(actor):
        raise PermissionDenied(_("Only administrators can bring threads in."))


def ask_import(
    *, actor: Any, group: SupportGroup, source: str, raw: bytes, markup: str, zone: str = "UTC"
) -> ThreadImport:
    """Keep a file, sealed, to be checked. The same file again, while it is open, is the same import. Raises
    PermissionDenied, RuleViolation."""
    need_import_right(actor)
    if not raw or len(raw) > MOST_BYTES:
        raise RuleViolation(_("Choose a file of at most 32 MB that is not empty."), code="size", field="file")
    if zone not in available_timezones():
        raise RuleViolation(_("We do not know this time zone. Write it like Europe/London."), field="zone")
    if not Membership.objects.present().moderating().filter(group=group).exists():
        raise RuleViolation(
            _("Nobody moderates this group yet, so nobody could look at what comes in. Name a moderator first."),
            code="no_moderator", field="group",
        )  # fmt: skip
    about = {"group": group, "source": source, "digest": hashlib.sha256(raw).hexdigest()}
    try:
        with transaction.atomic():
            row = ThreadImport.objects.create(by=actor, size=len(raw), markup=markup, zone=zone, **about)
            ThreadImportPart.keep(row, raw)
            audit(actor=actor, act="threads.import", subject=f"groups:{group.uuid}", text={"import": str(row.pk)})
    except IntegrityError:
        return ThreadImport.objects.open().get(**about)
    return row


@transaction.atomic
def start_import(*, actor: Any, row: ThreadImport) -> bool:
    """Begin, after somebody looked at what the check found. Returns whether it begins now."""
    need_import_right(actor)
    started = ThreadImport.objects.filter(pk=row.pk, state=State.CHECKED, threads_total__gt=0)
    if not started.update(state=State.TO_RUN, position=0, attempts=0, changes=[]):
        return False
    audit(actor=actor, act="threads.import_start", subject=f"groups:{row.group.uuid}", text={"import": str(row.pk)})
    return True


@transaction.atomic
def drop_import(*, actor: Any, row: ThreadImport) -> bool:
    """Call it off. What came in already stays; the file goes. Returns whether anything changed."""
    need_import_right(actor)
    if not ThreadImport.objects.open().filter(pk=row.pk).update(state=State.DROPPED, token=None, lease_until=None):
        return False
    ThreadImportPart.objects.filter(owner=row).delete()
    audit(actor=actor, act="threads.import_drop", subject=f"groups:{row.group.uuid}", text={"import": str(row.pk)})
    return True


@transaction.atomic
def take_import() -> ThreadImport | None:
    """The oldest import that nobody is at, leased to a new token. Two workers never get the same one."""
    row = _free().order_by("made_at", "pk").first()
    if row is not None and row.attempts >= TRIES:  # whoever had it died each time without getting on
        ThreadImportPart.objects.filter(owner=row).delete()
        row.state, row.refusal = State.REFUSED, _("It broke off several times without getting on.")
        row.save(update_fields=["state", "refusal"])
        return None
    return _leased(row)


@transaction.atomic
def take_this_import(row: ThreadImport) -> ThreadImport | None:
    """The same for one that is meant; None when somebody else is at it."""
    return _leased(_free().filter(pk=row.pk).first())


def _free() -> Any:
    free = Q(lease_until=None) | Q(lease_until__lt=timezone.now())
    return ThreadImport.objects.at_work().filter(free).select_for_update(skip_locked=True)


def _leased(row: ThreadImport | None) -> ThreadImport | None:
    if row is None:
        return None
    row.token, row.lease_until, row.attempts = uuid.uuid4(), timezone.now() + LEASE, row.attempts + 1
    row.save(update_fields=["token", "lease_until", "attempts"])
    return ThreadImport.objects.select_related("group").get(pk=row.pk)


def work_on_imports(*, seconds: float = 40.0, told: Callable[[ThreadImport], None] | None = None) -> int:
    """Check and carry on until nothing is left or the time is over. Returns how many imports were worked on."""
    until, worked = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        row = take_import()
        if row is None:
            break
        worked += 1
        work_on(row, until=until, told=told)
    forget_import_files()
    return worked


def work_on(row: ThreadImport, *, until: float, told: Callable[[ThreadImport], None] | None = None) -> None:
    """One import that this worker holds. What goes wrong is written down without a word of the file."""
    try:
        with translation.override(row.group.languages[0] if row.group.languages else "en"):
            talk = read_talk(file_of(row), zone=ZoneInfo(row.zone), markup=row.markup)  # type: ignore[arg-type]
            run = _run_of(row, talk)
            if row.state == State.TO_CHECK:
                check(row, talk, run)
            else:
                carry_on(row, talk, run, until=until, told=told)
    except BadFile as error:
        refusal = _("Line %(line)s: %(reason)s") % {"line": error.line, "reason": error.reason}
        _end(row, State.REFUSED, refusal=refusal[:300])
    except NotMine:
        return
    except Exception:
        log.exception("import broke off", extra={"id": str(row.pk)})
        _mine(row).update(token=None, lease_until=None)


def file_of(row: ThreadImport) -> bytes:
    return b"".join(part.read() for part in ThreadImportPart.parts_of(row))


def _run_of(row: ThreadImport, talk: ForeignTalk) -> Run:
    authors = {post.author for thread in talk.threads for post in thread.posts}
    names, digests = names_for(row.group, row.source, authors)
    changes = talk.changes if row.state == State.TO_CHECK else _changes_so_far(row, talk)
    return Run(row.group, row.source, talk.markup, names, digests, changes)


def _changes_so_far(row: ThreadImport, talk: ForeignTalk) -> Changes:
    """What reading the file counts anew each time, and what earlier turns counted while storing."""
    if not row.position:
        return talk.changes
    changes = Changes()
    for one in row.changes:
        changes.line = one["line"]
        changes.note(one["what"], one["count"])
    return changes


def check(row: ThreadImport, talk: ForeignTalk, run: Run) -> None:
    """Read every word as the import would, store none, and write down what would come of it."""
    held = look = 0
    for thread in talk.threads:
        for at, post in enumerate(thread.posts):
            words = run.words(post, "" if at else thread.title)
            held += len(words.parts) if words.held else 0
            look += int(bool(words.held or words.endangered))
    done = _mine(row).update(
        state=State.CHECKED, threads_total=len(talk.threads), posts_total=talk.posts, posts_held=held,
        posts_seen_to=look, flawed=talk.flawed, flaws=[asdict(flaw) for flaw in talk.flaws],
        changes=run.changes.as_json(), token=None, lease_until=None, attempts=0,
    )  # fmt: skip
    if not done:
        raise NotMine


def carry_on(
    row: ThreadImport, talk: ForeignTalk, run: Run, *, until: float,
    told: Callable[[ThreadImport], None] | None = None,
) -> None:  # fmt: skip
    """Thread by thread from where it stands, each in a transaction with the count of it. When the time is over the
    next turn goes on."""
    for thread in talk.threads[row.position :]:
        if time.monotonic() > until:
            _mine(row).update(token=None, lease_until=None)
            return
        with transaction.atomic():
            stored = store_thread(run, thread)
            if not _mine(row).update(**_counted(row, stored, run)):
                raise NotMine
        row.position += 1
        if told is not None:
            told(row)
    _end(row, State.DONE, done_at=timezone.now())


def _counted(row: ThreadImport, stored: Stored, run: Run) -> dict[str, Any]:
    begins = row.position == 0  # what the check foretold makes room for what is so
    return {
        "position": F("position") + 1,
        "attempts": 0,
        "lease_until": timezone.now() + LEASE,
        "threads_new": F("threads_new") + stored.threads,
        "posts_new": F("posts_new") + stored.posts,
        "posts_known": F("posts_known") + stored.known,
        "posts_held": stored.held if begins else F("posts_held") + stored.held,
        "posts_seen_to": stored.to_look_at if begins else F("posts_seen_to") + stored.to_look_at,
        "changes": run.changes.as_json(),
    }


def _mine(row: ThreadImport) -> Any:
    return ThreadImport.objects.at_work().filter(pk=row.pk, token=row.token)


@transaction.atomic
def _end(row: ThreadImport, state: State, **more: Any) -> None:
    if _mine(row).update(state=state, token=None, lease_until=None, **more):
        ThreadImportPart.objects.filter(owner=row).delete()


def forget_import_files() -> int:
    """Let go of files that were checked a week ago and never started. Returns how many imports that were."""
    old = ThreadImport.objects.filter(state=State.CHECKED, made_at__lt=timezone.now() - KEPT)
    with transaction.atomic():
        ThreadImportPart.objects.filter(owner__in=old).delete()
        return old.update(state=State.DROPPED)
