"""The list of articles: what needs one today on top, figures of each, and acts on several at once."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import Avg, Case, FloatField, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.needs import needs_of
from articles.models import Article, HelpfulVote, ReadCount
from articles.operations.ownership import take_over
from articles.operations.workflow import send_to_review
from portal.core.errors import RuleViolation

VIEWS_DAYS = 30


def with_figures(articles: "QuerySet[Article]") -> "QuerySet[Article]":
    """How often each was opened in 30 days, and how many of those who answered it helped, in percent."""
    since = timezone.localdate() - dt.timedelta(days=VIEWS_DAYS)
    opened = ReadCount.objects.filter(article=OuterRef("pk"), on__gt=since).order_by().values("article")
    votes = HelpfulVote.objects.filter(revision__article=OuterRef("pk")).order_by().values("revision__article")
    helped = Avg(Case(When(helpful=True, then=Value(100.0)), default=Value(0.0), output_field=FloatField()))
    return articles.annotate(
        views_30=Subquery(opened.annotate(n=Sum("count")).values("n")),
        helped=Subquery(votes.annotate(n=helped).values("n")),
    )


class FigureList(ChangeList):
    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> Any:
        """The figures come first, so that the list can be sorted by them."""
        if "views_30" not in self.root_queryset.query.annotations:
            self.root_queryset = with_figures(self.root_queryset)
        return super().get_queryset(request, exclude_parameters)


class NewsroomList(admin.ModelAdmin):
    """Stands before the admin of articles."""

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return FigureList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        needs = needs_of(request.user) if request.method == "GET" else []
        return super().changelist_view(request, {"needs": needs, **(extra_context or {})})

    @admin.display(description=_("Opened in 30 days"), ordering="views_30")
    def views_of_30_days(self, article: Any) -> int:
        return article.views_30 or 0

    @admin.display(description=_("It helped"), ordering="helped")
    def helpful_percent(self, article: Any) -> str:
        return "–" if article.helped is None else f"{article.helped:.0f} %"

    @admin.action(description=_("Send to clinical review"), permissions=["change"])
    def send_to_clinical_review(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        done = self._each(request, queryset, send_to_review)
        words = ngettext("%(n)s article sent to review.", "%(n)s articles sent to review.", done) % {"n": done}
        self.message_user(request, words, messages.SUCCESS if done else messages.INFO)

    @admin.action(description=_("Make me the owner"), permissions=["change"])
    def make_me_the_owner(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        done = self._each(request, queryset, take_over)
        words = ngettext("You own %(n)s more article.", "You own %(n)s more articles.", done) % {"n": done}
        self.message_user(request, words, messages.SUCCESS if done else messages.INFO)

    def _each(self, request: HttpRequest, articles: QuerySet[Article], act: Callable[..., Any]) -> int:
        """Those that refuse say why; the others go on."""
        done = 0
        for article in articles:
            try:
                act(actor=request.user, article=article)
            except RuleViolation as refused:
                self.message_user(request, f"{article}: {refused.message}", messages.WARNING)
            else:
                done += 1
        return done
