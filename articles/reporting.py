"""Reporting an error in a guide. The words reported are the published ones."""

from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.rendering import SPRITE
from portal.core.reportables import Reportable, Snapshot

NO_KEY = UUID(int=0)


def _key(public_id: str) -> UUID:
    """The key, or one that nothing has."""
    try:
        return UUID(public_id)
    except ValueError:
        return NO_KEY


def find(user: Any, public_id: str) -> Article | None:
    articles = Article.objects.visible_to(user or AnonymousUser()).select_related("current")
    return articles.filter(pk=_key(public_id), current__isnull=False).first()


def load(public_id: str) -> Article | None:
    return Article.objects.select_related("current").filter(pk=_key(public_id)).first()


def snapshot(article: Article) -> Snapshot:
    shown = article.current
    if shown is None:
        return Snapshot(title=article.title, text="", html="")
    html = "\n".join(part["html"] for part in shown.parts).replace(SPRITE, "")
    whole = article.search_sections.filter(whole=True).values_list("body", flat=True).first() or shown.lead
    return Snapshot(title=shown.title, text=whole, html=html, edit_number=shown.number)


ARTICLE = Reportable(
    key="articles.article",
    label=_("Guide"),
    find=find,
    load=load,
    snapshot=snapshot,
    author_id=lambda article: None,
    author_name=lambda article: "",
    scope=lambda article: "site",
    place=lambda article: article.current.title if article.current else article.title,
    url=lambda article: article.get_absolute_url(),
)
