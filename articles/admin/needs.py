"""What needs this person today: at most six queries, whatever there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import rules
from articles.models import Article, BlockComment, LinkCheck, Step
from articles.review_dates import due_soon

MOST = 10
BESIDES = [Step.Act.CHASED, Step.Act.INVITED]
"""Steps that do not move an article."""


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    url: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """One heading and what stands under it. `more` when there are others beyond the rows."""

    heading: str
    rows: Sequence[Row]
    more: bool = False


def needs_of(user: Any) -> list[Need]:
    """Only headings with something under them."""
    found = []
    if rules.may_review(user):
        found.append(_need(_("Waiting for your review"), _reviewable(user), _at_desk))
    if rules.may_edit(user):
        articles = Article.objects.all()
        found += [
            _need(_("Sent back to you"), _sent_back(user), _at_desk),
            _need(_("Approved, waiting to be published"), articles.filter(stage=Article.Stage.APPROVED), _at_desk),
            _need(_("To be checked again"), articles.published().filter(due_soon()).order_by("review_due"), _by_date),
            _need(_("Remarks nobody has answered"), _remarks(), _with_remarks),
            _links(),
        ]
    return [need for need in found if need.rows]


def _need(heading: str, rows: Any, shown: Any) -> Need:
    first = list(rows[: MOST + 1])
    return Need(heading, [shown(one) for one in first[:MOST]], more=len(first) > MOST)


def _reviewable(user: Any) -> "QuerySet[Article]":
    """Waiting, and neither owned nor written by this person."""
    waiting = Article.objects.filter(stage=Article.Stage.REVIEW).exclude(contributions__person=user.pk)
    return waiting.filter(Q(owner=None) | ~Q(owner=user.pk))


def _sent_back(user: Any) -> "QuerySet[Article]":
    """Drafts whose last move was back to this person; those without an owner go to whoever wrote at them."""
    moves = Step.objects.filter(article=OuterRef("pk")).exclude(act__in=BESIDES).order_by("-at", "-id")
    mine = Q(owner=user.pk) | Q(owner=None, contributions__person=user.pk)
    writing = Article.objects.filter(mine, stage=Article.Stage.WRITING).distinct()
    return writing.annotate(moved=Subquery(moves.values("act")[:1])).filter(moved=Step.Act.RETURNED)


def _remarks() -> Any:
    waiting = BlockComment.objects.filter(done_at=None).order_by()
    return waiting.values("article_id", "article__title").annotate(count=Count("pk")).order_by("-count", "article_id")


def _links() -> Need:
    """How many addresses are gone or say something else. One query."""
    found = LinkCheck.objects.aggregate(
        gone=Count("pk", filter=Q(failing_since__isnull=False)), changed=Count("pk", filter=Q(changed_at__isnull=False))
    )
    gone, changed = found["gone"], found["changed"]
    page = reverse("admin:articles_linkcheck_changelist")
    rows = [
        Row(ngettext("%(n)s address is gone", "%(n)s addresses are gone", gone) % {"n": gone}, f"{page}?worry=gone"),
        Row(
            ngettext("%(n)s page has changed", "%(n)s pages have changed", changed) % {"n": changed},
            f"{page}?worry=changed",
        ),
    ]
    return Need(_("Sources"), [row for row, count in zip(rows, (gone, changed), strict=True) if count])


def _at_desk(article: Article) -> Row:
    return Row(article.title, reverse("admin:articles_article_desk", args=[article.pk]))


def _by_date(article: Article) -> Row:
    assert article.review_due is not None  # noqa: S101  (asked for)
    day = {"day": date_format(article.review_due, "j F Y")}
    late = article.review_due < timezone.localdate()
    says = _("was due on %(day)s") % day if late else _("due on %(day)s") % day
    return Row(article.title, reverse("admin:articles_article_change", args=[article.pk]), says)


def _with_remarks(row: dict[str, Any]) -> Row:
    says = ngettext("%(n)s remark", "%(n)s remarks", row["count"]) % {"n": row["count"]}
    return Row(row["article__title"], reverse("admin:articles_article_remarks", args=[row["article_id"]]), says)
