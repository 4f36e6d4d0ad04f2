"""Article files into the database, one transaction a file: a file is loaded whole or not at all."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from articles import files, rules
from articles.files import BadFile, File, Flaw
from articles.models import Article
from articles.operations.drafts import Draft, draft_of, locked, save_draft
from articles.operations.publishing import is_unreviewed_sample, publish
from articles.operations.words import rebuild_words
from articles.operations.workflow import approval_missing, wait_for_review
from articles.rules import Fault
from portal.core.errors import RuleViolation

State = Literal["new", "changed", "unchanged", "waiting", "failed"]


@dataclass(frozen=True)
class Outcome:
    path: Path
    state: State
    slug: str = ""
    flaws: list[Flaw] = field(default_factory=list)


def article_files(path: Path) -> list[Path]:
    """The file, or the Markdown files of the folder in order of their names. Raises FileNotFoundError."""
    if path.is_dir():
        return sorted(found for found in path.iterdir() if found.suffix == ".md" and found.is_file())
    if not path.is_file():
        raise FileNotFoundError(path)
    return [path]


def import_files(paths: list[Path], *, dry_run: bool = False, overwrite: bool = False) -> list[Outcome]:
    """Load each file by itself. A bad one is reported and the others still load."""
    outcomes = [import_file(path, dry_run=dry_run, overwrite=overwrite) for path in paths]
    if not dry_run and any(outcome.state in {"new", "changed"} for outcome in outcomes):
        for language in sorted(set(Article.objects.values_list("language", flat=True))):
            rebuild_words(language)
    return outcomes


def import_file(path: Path, *, dry_run: bool, overwrite: bool) -> Outcome:
    try:
        if path.stat().st_size > files.BIGGEST:
            raise BadFile([Flaw(1, _("The file is larger than %(limit)s bytes.") % {"limit": files.BIGGEST})])
        file = files.read(path.read_bytes())
        with transaction.atomic():
            state = _load(file, overwrite)
            transaction.set_rollback(dry_run)
    except BadFile as error:
        return Outcome(path, "failed", flaws=error.flaws)
    except (RuleViolation, ValidationError, DatabaseError, OSError, UnicodeError) as error:
        words = (
            error.message
            if isinstance(error, RuleViolation)
            else _("It could not be stored: %s") % type(error).__name__
        )
        return Outcome(path, "failed", flaws=[Flaw(1, words)])
    return Outcome(path, state, slug=file.front["slug"])


def draft_from(file: File) -> Draft:
    front = file.front
    return Draft(
        slug=front["slug"],
        language=front["language"],
        title=front["title"],
        lead=front["lead"],
        topics=front["topics"],
        blocks=[(block.kind, block.data) for block in file.blocks],
        sample=front["sample"],
        art=front["art"] or "path",
        minutes=front["minutes"],
        position=front["order"],
    )


def _load(file: File, overwrite: bool) -> State:
    draft = draft_from(file)
    article = Article.objects.filter(language=draft.language, slug=draft.slug).select_for_update().first()
    digest = f"{file.front['status'][:1]}{draft.digest}"[:64]
    if article and article.imported_digest == digest:
        return "unchanged"
    if article and not overwrite and _edited_since(article, draft):
        raise BadFile(
            [Flaw(1, _("This article was edited here since it was imported. Use --overwrite to replace it."))]
        )
    publishing = file.front["status"] == "published"
    faults = rules.faults(draft.blocks, draft.topics) if publishing else []
    if faults:
        raise BadFile([_flaw(file, fault) for fault in faults])
    try:
        saved = save_draft(actor=None, draft=draft, article=article)
    except RuleViolation as error:
        raise BadFile([Flaw(file.topics_line if error.field == "topics" else 2, error.message)]) from error
    waits = publishing and not _published(saved)
    Article.objects.filter(pk=saved.pk).update(imported_digest=digest)
    if waits:
        return "waiting"
    return "changed" if article else "new"


def _published(saved: Article) -> bool:
    """Published, or put before the clinical reviewers: a file cannot say that a clinician looked at it."""
    now = locked(saved)
    if approval_missing(now, draft_of(now).digest) and not is_unreviewed_sample(now):
        wait_for_review(now, None, _("Imported from a file"))
        return False
    publish(actor=None, article=saved, note=_("Imported from a file"), rebuild=False)
    return True


def _edited_since(article: Article, draft: Draft) -> bool:
    """Whether people changed the draft after the last import, into something this file does not say."""
    now = draft_of(article).digest
    return article.imported_digest[1:] != now[:63] and draft.digest != now


def _flaw(file: File, fault: Fault) -> Flaw:
    if fault.block is None:
        return Flaw(2, fault.message)
    return Flaw(file.blocks[fault.block].line_of(fault.path), fault.message)


def export(article: Article) -> str:
    """The draft as a file. Importing it again changes nothing."""
    draft = draft_of(article)
    status = "published" if article.is_published else "draft"
    front = {**draft.says(), "status": status, "order": draft.position}
    return files.write(front, draft.blocks)
