"""What the newsroom tells its own people: who it is for, whether it is still wanted, and its words.

Every message is about one Step, which is written once: nobody can be told twice of the same act. Subjects are neutral.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import rules
from articles.models import Article, Step
from articles.review_dates import is_due_soon
from portal.accounts import roles
from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.kinds import EMAIL, Action, DeliveryRow, Kind, Message, No, Verdict, Yes
from portal.notifications.operations.deliveries import Wish, schedule
from portal.notifications.operations.events import wake_on_commit

ASKED, RETURNED, APPROVED = "articles.review_asked", "articles.returned", "articles.approved"
PUBLISHED, DUE = "articles.published", "articles.review_due"
GRACE = timedelta(days=3)


def tell(kind: str, step: Step, people: Iterable[UUID | None]) -> int:
    """Plan one mail for each of these people about this step, in its transaction. Never for whoever did it."""
    now = handrail_now()
    chosen = sorted({one for one in people if one is not None and one != step.by_id})
    planned = schedule(Wish(kind, f"step:{step.pk}", one, EMAIL, now, now + GRACE) for one in chosen)
    if planned:
        wake_on_commit()
    return planned


def tell_reviewers(step: Step) -> int:
    """Clinical reviewers who may approve it: neither its owner nor anybody who wrote at it."""
    article = step.article
    able = User.objects.filter(is_active=True, groups__name=roles.CLINICAL_REVIEWERS).exclude(
        pk__in=article.contributions.values("person_id")
    )
    if article.owner_id:
        able = able.exclude(pk=article.owner_id)
    return tell(ASKED, step, able.values_list("pk", flat=True))


def tell_author(kind: str, step: Step) -> int:
    """Its owner; when it has none, who wrote at it last."""
    article = step.article
    last = article.contributions.order_by("-at", "-pk").values_list("person_id", flat=True)
    return tell(kind, step, [article.owner_id or last.first()])


# --- still wanted --------------------------------------------------------------------------------------------------


def _wanted(held: str, holds: Callable[[Article], bool]) -> Callable[[Sequence[DeliveryRow]], Mapping[object, Verdict]]:
    """Not for somebody without the role any more, nor when the matter is settled. Two queries for a batch."""

    def verdicts(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
        steps = {str(step.pk): step for step in Step.objects.select_related("article").filter(
            pk__in=[_key(one) for one in deliveries])}  # fmt: skip
        people = User.objects.filter(pk__in={one.recipient_id for one in deliveries}, is_active=True)
        staff = set(people.filter(Q(groups__name=held) | Q(is_superuser=True)).values_list("pk", flat=True))

        def verdict(delivery: DeliveryRow) -> Verdict:
            step = steps.get(_key(delivery))
            if step is None:
                return No("gone")
            if delivery.recipient_id not in staff:
                return No("left")
            return Yes() if holds(step.article) else No("done")

        return {one.pk: verdict(one) for one in deliveries}

    return verdicts


def _key(delivery: DeliveryRow) -> str:
    return delivery.subject_key.partition(":")[2]


# --- words ---------------------------------------------------------------------------------------------------------


def _words(
    subject: Any, title: Any, line: Any, link: str = "articles_article_desk"
) -> Callable[[DeliveryRow], Message]:
    def render(delivery: DeliveryRow) -> Message:
        step = Step.objects.select_related("article", "by").get(pk=_key(delivery))
        article = step.article
        url = reverse(f"admin:{link}", args=[article.pk])
        due = date_format(article.review_due, "j F Y") if article.review_due else ""
        said = {"title": article.title, "date": due, "name": step.by.display_name if step.by else ""}
        return Message(
            subject=str(subject),
            title=str(title),
            lines=[str(line) % said],
            card=[article.title, *([step.comment] if step.comment and step.by else [])],
            actions=[Action(_("Open it in the newsroom"), url, main=True)],
            url=url,
        )

    return render


def _kind(key: str, label: Any, render: Any, wanted: Any, for_whom: Any = rules.may_edit) -> Kind:
    return Kind(
        key=key, label=label, render=render, still_wanted=wanted,
        channels=(EMAIL,), default_on=(EMAIL,), grace=GRACE, for_whom=for_whom,
    )  # fmt: skip


EDITORS = roles.EDITORS
KINDS = [
    _kind(
        ASKED,
        gettext_lazy("A draft waits for your review"),
        _words(
            gettext_lazy("Something waits for you in the newsroom"),
            gettext_lazy("A draft waits for a clinical review"),
            gettext_lazy("%(name)s sent “%(title)s” to clinical review. You wrote none of it, so you may review it."),
        ),
        _wanted(roles.CLINICAL_REVIEWERS, lambda article: article.stage == Article.Stage.REVIEW),
        rules.may_review,
    ),
    _kind(
        RETURNED,
        gettext_lazy("A draft of yours was sent back"),
        _words(
            gettext_lazy("Something waits for you in the newsroom"),
            gettext_lazy("Your draft came back"),
            gettext_lazy("%(name)s sent “%(title)s” back to you and says what has to change."),
        ),
        _wanted(EDITORS, lambda article: article.stage == Article.Stage.WRITING),
    ),
    _kind(
        APPROVED,
        gettext_lazy("A draft of yours was approved"),
        _words(
            gettext_lazy("News from the newsroom"),
            gettext_lazy("Your draft is approved"),
            gettext_lazy("%(name)s approved “%(title)s”. It can be published now."),
        ),
        _wanted(EDITORS, lambda article: article.stage in {Article.Stage.APPROVED, Article.Stage.SCHEDULED}),
    ),
    _kind(
        PUBLISHED,
        gettext_lazy("A guide of yours was published as scheduled"),
        _words(
            gettext_lazy("News from the newsroom"),
            gettext_lazy("Your guide is published"),
            gettext_lazy("“%(title)s” was published at the time it was scheduled for. Readers see it now."),
        ),
        _wanted(EDITORS, lambda article: article.is_published),
    ),
    _kind(
        DUE,
        gettext_lazy("A guide of yours is due to be checked again"),
        _words(
            gettext_lazy("A date to keep in the newsroom"),
            gettext_lazy("A guide is due to be checked again"),
            gettext_lazy("“%(title)s” is due to be checked again on %(date)s. After that day, readers are told that it "
                         "may be out of date."),
            "articles_article_change",
        ),
        _wanted(EDITORS, lambda article: article.is_published and is_due_soon(article)),
    ),
]  # fmt: skip
