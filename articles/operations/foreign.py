"""Articles of other systems into drafts: an item is stored whole or not at all, and once only."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import IO, Any, Literal
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles import rules
from articles.foreign.dropped import Report
from articles.foreign.html import TooMuch, blocks_from_html
from articles.foreign.local import find
from articles.foreign.wxr import BadExport, Item, read
from articles.models import Article, ImportedItem, OldAddress, Step
from articles.models.article import RESERVED_SLUGS
from articles.operations.drafts import Draft, draft_of, save_draft
from articles.operations.pictures import add_picture
from portal.core.errors import RuleViolation
from portal.vocabulary.models import HealthTopic, HealthTopicName

VERSION = "1"
KINDS = frozenset({"post", "page"})
STATES = frozenset({"publish", "draft", "pending", "future", "private"})
State = Literal["new", "changed", "unchanged", "edited here", "left out", "refused"]


@dataclass
class Summary:
    """What a run did. `stopped` says where the file broke off; what came before it is stored."""

    states: Counter[str] = field(default_factory=Counter)
    report: Report = field(default_factory=Report)
    unmatched: Counter[str] = field(default_factory=Counter)
    refusals: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    stopped: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "items": dict(self.states),
            **self.report.as_json(),
            "left_out": dict(self.left_out),
            "terms_without_topic": dict(self.unmatched.most_common(200)),
            "refused": self.refusals,
            "stopped": self.stopped,
        }


class Importer:
    """One run. `actor` None is a command run by the site's own staff."""

    def __init__(
        self, *, actor: Any = None, language: str = "en", dry_run: bool = False, overwrite: bool = False,
        pictures: Path | None = None,
    ):  # fmt: skip
        if actor is not None and not rules.may_edit(actor):
            raise PermissionDenied(_("Only editors can write articles."))
        self.actor, self.language, self.dry_run, self.overwrite = actor, language, dry_run, overwrite
        self.pictures = pictures
        self.summary = Summary()
        self.topics = _topics(language)
        self.seen: dict[str, int] = {}

    def run(self, stream: IO[bytes]) -> Iterator[State]:
        """Each item of an export in turn. Where the file breaks off, the summary says so."""
        try:
            for item in read(stream):
                yield self.take(item)
        except BadExport as error:
            words = {"items": error.items, "line": error.line, "reason": error.reason}
            self.summary.stopped = _("Stopped after item %(items)s, at line %(line)s: %(reason)s") % words

    def take(self, item: Item) -> State:
        report = Report()
        try:
            with transaction.atomic():
                state = self._store(item, report)
                transaction.set_rollback(self.dry_run)
        except (TooMuch, RuleViolation, ValidationError, DatabaseError, UnicodeError) as error:
            state = "refused"
            reason = str(error) if isinstance(error, TooMuch) else getattr(error, "message", "") or type(error).__name__
            self.summary.refusals.append(f"{item.line}: {item.title[:80]}: {reason}")
        if state in {"new", "changed"}:
            self.summary.report.add(report)
        self.summary.states[state] += 1
        return state

    def _store(self, item: Item, report: Report) -> State:
        why = self._why_left_out(item)
        if why:
            self.summary.left_out[why] += 1
            return "left out"
        guid, digest = self._own_guid(item), digest_of(item, self.language)
        known = ImportedItem.objects.select_related("article").filter(guid=guid).first()
        if known and known.digest == digest:
            return "unchanged"
        article = known.article if known else None
        if article and not self.overwrite and article.imported_digest != draft_of(article).digest:
            return "edited here"
        draft = self._draft(item, article, report)
        saved = save_draft(actor=self.actor, draft=draft, article=article)
        Article.objects.filter(pk=saved.pk).update(imported_digest=draft_of(saved).digest)
        ImportedItem.objects.update_or_create(guid=guid, defaults={"article": saved, "digest": digest})
        Step.objects.create(article=saved, act=Step.Act.IMPORTED, by=self.actor, comment=item.link[:400])
        self._old_address(item, saved, report)
        return "changed" if article else "new"

    def _own_guid(self, item: Item) -> str:
        """Some exports give two items one GUID. The first keeps it; the others are told apart by their own number."""
        guid = guid_of(item)
        again = self.seen.setdefault(guid, item.line) != item.line
        return _short(f"{guid}#{item.post_id}") if again else guid

    def _why_left_out(self, item: Item) -> str:
        if item.kind not in KINDS:
            return f"type {item.kind[:40] or '?'}"
        return "" if item.status in STATES else f"status {item.status[:40] or '?'}"

    def _draft(self, item: Item, article: Article | None, report: Report) -> Draft:
        title = words_of(item.title)[:200] or _("Untitled")
        blocks = blocks_from_html(item.content, report, title=title, bring=lambda *one: self._bring(report, *one))
        if item.password:
            report.note("was behind a password", title)
        if item.comments:
            report.drop("comments", title, item.comments)
        if not blocks:
            report.note("nothing to read", title)
        said = words_of(item.excerpt) or next((words_of(d["html"]) for k, d in blocks if k == "text" and d["html"]), "")
        slug = article.slug if article else self._free_slug(item.slug, title, item.post_id)
        return Draft(
            slug=slug,
            language=self.language,
            title=title,
            lead=_cut(said or title, 600),
            topics=self._topics_of(item),
            blocks=blocks,
            sample=False,
            position=article.position if article else 100,
            art=article.art if article else "path",
        )

    def _bring(self, report: Report, address: str, alt: str) -> str | None:
        """A picture that lies in the folder, kept for the newsroom under its description."""
        raw = find(self.pictures, address) if self.pictures else None
        if raw is None:
            return None
        try:
            return add_picture(actor=self.actor, raw=raw, title=alt).key
        except RuleViolation:
            report.note("image file that cannot be read", address)
            return None

    def _free_slug(self, name: str, title: str, post_id: str) -> str:
        base = slugify(name)[:110] or slugify(title)[:110] or f"imported-{slugify(post_id)[:20] or 'item'}"
        alike = Article.objects.filter(language=self.language, slug__startswith=base)
        taken = {*alike.values_list("slug", flat=True), *RESERVED_SLUGS}
        return next(slug for n in range(1, len(taken) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in taken)

    def _topics_of(self, item: Item) -> list[str]:
        found = []
        for nicename, name in item.terms:
            slug = self.topics.get(nicename.lower()) or self.topics.get(words_of(name).lower())
            if slug:
                found.append(slug)
            else:
                self.summary.unmatched[words_of(name) or nicename] += 1
        return list(dict.fromkeys(found))[:20]

    def _old_address(self, item: Item, article: Article, report: Report) -> None:
        path = old_path(item.link)
        if not path:
            return
        row, _made = OldAddress.objects.get_or_create(path=path, defaults={"article": article})
        if row.article_id != article.pk:
            report.note("old address that leads to another article already", path)


def old_path(link: str) -> str:
    """The path, with `?p=1` where that is all there is; "" for an address that leads nowhere of its own."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    plain = re.fullmatch(r"(p|page_id)=\d+", parts.query)
    path = f"/{parts.path.strip('/')}" + (f"?{parts.query}" if plain else "")
    return path if path != "/" and len(path) <= 400 and path.isprintable() else ""


def guid_of(item: Item) -> str:
    guid = item.guid or item.link or f"post {item.post_id} {item.slug}"
    return _short(guid)


def _short(guid: str) -> str:
    return guid if len(guid) <= 400 else f"sha256:{hashlib.sha256(guid.encode()).hexdigest()}"


def digest_of(item: Item, language: str) -> str:
    said = (VERSION, language, item.title, item.content, item.excerpt, item.kind, item.link, repr(item.terms))
    return hashlib.sha256("\x00".join(said).encode("utf-8", "replace")).hexdigest()


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^<>]{0,2000}>", " ", html)).split())


def _cut(words: str, limit: int) -> str:
    return words if len(words) <= limit else words[: limit - 1].rsplit(" ", 1)[0] + "…"


def _topics(language: str) -> dict[str, str]:
    """Names, synonyms and slugs of health topics, all in small letters, to slugs."""
    known: dict[str, str] = {}
    for row in HealthTopicName.objects.filter(language=language).select_related("topic"):
        for name in (row.name, *row.synonyms):
            known.setdefault(name.lower(), row.topic.slug)
    return known | {slug: slug for slug in HealthTopic.objects.values_list("slug", flat=True)}
