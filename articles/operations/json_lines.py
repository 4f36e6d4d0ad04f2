"""Articles as JSON Lines, one a line: {id, title, url, sections[{heading, text}]}. Plain text, published in batches."""

import gzip
import hashlib
import json
import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.blocks import BLOCKS, Data
from articles.blocks.whole import Whole
from articles.files import Flaw
from articles.models import Article, Block, Revision
from articles.operations.drafts import Draft, draft_of
from articles.operations.projections import project_all
from articles.operations.publishing import is_unreviewed_sample
from articles.operations.words import rebuild_words
from articles.rendering import rendered
from portal.core.text import RENDERER_VERSION

BATCH = 200
LONGEST_LINE = 4 * 1024 * 1024
SAFE_ADDRESS = re.compile(r"https?://[^\s\"'<>]{1,700}", re.IGNORECASE)


class BadLine(Exception):
    """Why one line is not an article."""


@dataclass(frozen=True)
class Record:
    line: int
    key: str
    digest: str
    draft: Draft


@dataclass
class Loaded:
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    flaws: list[Flaw] = field(default_factory=list)

    @property
    def good(self) -> int:
        return self.new + self.changed + self.unchanged


def is_json_lines(path: Path) -> bool:
    return path.name.endswith((".jsonl", ".jsonl.gz"))


def import_lines(path: Path, *, dry_run: bool = False, told: Callable[[Loaded], None] = lambda _so_far: None) -> Loaded:
    """Publish every good line that is new or has changed; a bad one is reported. `told` hears of every batch."""
    loaded = Loaded()
    records = _records(path, loaded)
    while batch := list(islice(records, BATCH)):
        with transaction.atomic():
            _publish(batch, loaded)
            transaction.set_rollback(dry_run)
        told(loaded)
    if (loaded.new or loaded.changed) and not dry_run:
        rebuild_words("en")
    return loaded


def _records(path: Path, loaded: Loaded) -> Iterator[Record]:
    number, seen = 0, set()
    try:
        with gzip.open(path) if path.name.endswith(".gz") else path.open("rb") as file:
            while line := file.readline(LONGEST_LINE + 1):
                number += 1
                try:
                    if len(line) > LONGEST_LINE:
                        raise BadLine(_("The line is too long, and what follows was not read."))
                    if line.strip():
                        record = _read(number, line)
                        if record.key in seen:
                            raise BadLine(_("The id “%(id)s” stands in an earlier line.") % {"id": record.key})
                        seen.add(record.key)
                        yield record
                except BadLine as error:
                    loaded.flaws.append(Flaw(number, str(error)))
                    if len(line) > LONGEST_LINE:
                        return
    except (OSError, EOFError) as error:
        loaded.flaws.append(Flaw(number + 1, _("It cannot be read: %s") % type(error).__name__))


def _read(number: int, line: bytes) -> Record:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLine(_("This is no JSON.")) from error
    if not isinstance(said, dict):
        raise BadLine(_("This is no article: an object with id, title and sections."))
    key, title = (_text(said, name) for name in ("id", "title"))
    if len(key) > 200 or len(title) > 200:
        raise BadLine(_("The id or the title is longer than 200 signs."))
    sections = said.get("sections")
    if not isinstance(sections, list) or not sections:
        raise BadLine(_("“sections” must be a list with at least one section."))
    blocks = [("text", _section(section)) for section in sections]
    url = said.get("url")
    if isinstance(url, str) and SAFE_ADDRESS.fullmatch(url):
        blocks[-1][1]["html"] += f'<p><a href="{escape(url)}">{escape(_("Source"))}</a></p>'
    checked = [(kind, _checked(kind, data)) for kind, data in blocks]
    first = " ".join(str(sections[0].get("text", "")).split())
    mark = hashlib.sha256(key.encode()).hexdigest()[:8]
    draft = Draft(
        slug=f"{slugify(title)[:90].strip('-') or 'article'}-{mark}",
        language="en",
        title=title,
        lead=first if len(first) <= 200 else first[:200].rpartition(" ")[0] + " …",
        topics=[],
        blocks=checked,
    )
    return Record(number, key, hashlib.sha256(line.strip()).hexdigest(), draft)


def _text(said: dict[str, Any], name: str) -> str:
    value = said.get(name)
    if not isinstance(value, str) or not value.strip():
        raise BadLine(_("“%(name)s” must be text and not empty.") % {"name": name})
    return " ".join(value.replace("\x00", " ").split())


def _section(section: Any) -> Data:
    if not isinstance(section, dict) or not isinstance(section.get("text"), str):
        raise BadLine(_("A section must be an object with a heading and a text."))
    heading = section.get("heading") or ""
    if not isinstance(heading, str):
        raise BadLine(_("A heading must be text."))
    paragraphs = (one.strip() for one in section["text"].replace("\x00", " ").splitlines())
    html = "".join(f"<p>{escape(one, quote=False)}</p>" for one in paragraphs if one)
    return {"heading": " ".join(heading.split())[:160], "html": html}


def _checked(kind: str, data: Data) -> Data:
    clean, problems = BLOCKS[kind].check(data)
    for problem in problems:
        raise BadLine(problem.message)
    return clean


def _publish(batch: list[Record], loaded: Loaded) -> None:
    known = {
        article.external_id: article
        for article in Article.objects.filter(external_id__in=[one.key for one in batch]).select_related("current")
    }
    written: list[tuple[Article, Revision, Whole]] = []
    for record in batch:
        article = known.get(record.key)
        if article and article.imported_digest == record.digest:
            loaded.unchanged += 1
        elif article and _edited(article):
            loaded.flaws.append(Flaw(record.line, _("This article was edited here since it was imported.")))
        else:
            written.append(_written(record, article))
            loaded.new, loaded.changed = loaded.new + (article is None), loaded.changed + (article is not None)
    _store(written)


def _edited(article: Article) -> bool:
    """Whether people took the article over: they published, reviewed or retired it, or changed what it says."""
    shown = article.current
    if not (article.is_published and is_unreviewed_sample(article)):
        return True
    return shown is None or shown.published_by_id is not None or draft_of(article).digest != shown.digest


def _written(record: Record, known: Article | None) -> tuple[Article, Revision, Whole]:
    """The article with its blocks and a revision, nothing stored yet."""
    draft = record.draft
    blocks = [{"id": str(uuid.uuid4()), "kind": kind, "data": data} for kind, data in draft.blocks]
    whole = rendered(blocks, draft.language)
    article = known or Article(slug=draft.slug, language=draft.language, external_id=record.key, position=500)
    article.title, article.lead = draft.title, draft.lead
    article.imported_digest = record.digest
    revision = Revision(
        article=article,
        number=article.current.number + 1 if article.current else 1,
        language=article.language,
        slug=article.slug,
        title=article.title,
        lead=article.lead,
        art=article.art,
        minutes=whole.minutes,
        sample=article.sample,
        topic_slugs=[],
        blocks=blocks,
        parts=whole.parts,
        contents=whole.contents,
        digest=draft.digest,
        renderer_version=RENDERER_VERSION,
        note=_("Imported from a file"),
    )
    return article, revision, whole


def _store(written: list[tuple[Article, Revision, Whole]]) -> None:
    articles = [article for article, _revision, _whole in written]
    Block.objects.filter(parent__in=[one for one in articles if not one._state.adding]).delete()
    Article.objects.bulk_create([one for one in articles if one._state.adding])
    Block.objects.bulk_create(
        Block(id=block["id"], parent=article, kind=block["kind"], data=block["data"], ordering=(place + 1) * 10)
        for article, revision, _whole in written
        for place, block in enumerate(revision.blocks)
    )
    Revision.objects.bulk_create(revision for _article, revision, _whole in written)
    for article, revision, _whole in written:
        article.current, article.state, article.stage = revision, Article.State.PUBLISHED, Article.Stage.DONE
    Article.objects.bulk_update(articles, ["title", "lead", "imported_digest", "current", "state", "stage"])
    project_all(written)
