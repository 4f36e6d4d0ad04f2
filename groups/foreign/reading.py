"""A file of another forum, whatever its form: read as a whole, checked by line, put in order."""

import io
import zipfile
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from groups.foreign.csv_file import read_csv
from groups.foreign.json_file import read_json
from groups.foreign.shapes import BadFile, ForeignPost, ForeignTalk, ForeignThread, Markup

MOST_BYTES = 32 * 1024 * 1024
MOST_THREADS, MOST_POSTS = 20_000, 200_000
IN_ZIP = "threads.json"


def read_talk(raw: bytes, *, zone: ZoneInfo, markup: Markup | None = None) -> ForeignTalk:
    """`markup` says how the words are written; a file that says it itself wins. Raises BadFile."""
    talk = ForeignTalk(markup=markup or "discourse")
    text = _decoded(_unpacked(raw))
    if not text.strip():
        raise BadFile(_("The file is empty."))
    if text.lstrip()[:1] in "{[":
        read_json(text, talk, zone)
    else:
        read_csv(text, talk, zone)
    for thread in talk.threads:
        put_in_order(thread, talk)
    _join_same(talk)
    talk.threads = [thread for thread in talk.threads if thread.posts or _empty(thread, talk)]
    if len(talk.threads) > MOST_THREADS or talk.posts > MOST_POSTS:
        raise BadFile(_("The file holds more than 20,000 threads or 200,000 posts. Split it."))
    if not talk.threads and not talk.flawed:
        raise BadFile(_("There is no thread in this file."))
    return talk


def _unpacked(raw: bytes) -> bytes:
    """A packed export of a group is taken as it is."""
    if not raw.startswith(b"PK\x03\x04"):
        return _small_enough(raw)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive, archive.open(IN_ZIP) as inside:
            if any(name.startswith("threads-") for name in archive.namelist()):
                raise BadFile(_("This packed file holds several files of threads. Unpack it and bring each one in."))
            return _small_enough(inside.read(MOST_BYTES + 1))
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise BadFile(_("This packed file holds no threads.json that can be read.")) from error


def _small_enough(raw: bytes) -> bytes:
    if len(raw) > MOST_BYTES:
        raise BadFile(_("The file is larger than 32 MB. Split it."))
    return raw


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadFile(_("The file is not UTF-8 text. Save it as UTF-8 and try again."), line=line) from error


def put_in_order(thread: ForeignThread, talk: ForeignTalk) -> None:
    """By time, and posts of one moment as in the file. An id that comes twice is taken once; a reply to what is not
    in the thread keeps its words and loses its pointer."""
    seen: dict[str, ForeignPost] = {}
    for place, post in enumerate(thread.posts, start=1):
        post.number = post.number or place
        if post.id in seen:
            talk.refuse(post.line, _("The id of this post came before in the same thread."))
        seen.setdefault(post.id, post)
    thread.posts = sorted(seen.values(), key=lambda post: post.created_at)


def _join_same(talk: ForeignTalk) -> None:
    seen: set[str] = set()
    kept = []
    for thread in talk.threads:
        if thread.id in seen:
            talk.refuse(thread.line, _("The id of this thread came before in the file."))
        else:
            kept.append(thread)
        seen.add(thread.id)
    talk.threads = kept


def _empty(thread: ForeignThread, talk: ForeignTalk) -> bool:
    talk.refuse(thread.line, _("The thread has no post that can be taken."))
    return False
