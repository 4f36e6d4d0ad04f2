"""Guides that somebody keeps for later."""

from articles.models import Article, SavedArticle
from portal.accounts.models import User

MOST = 200


def keep(*, actor: User, article: Article) -> bool:
    """False when it was kept already. The oldest make room for the newest."""
    _row, made = SavedArticle.objects.get_or_create(person=actor, article=article)
    if made:
        newest = list(SavedArticle.objects.owned_by(actor).values_list("pk", flat=True)[:MOST])
        SavedArticle.objects.owned_by(actor).exclude(pk__in=newest).delete()
    return made


def let_go(*, actor: User, article: Article) -> bool:
    """False when it was not kept."""
    return bool(SavedArticle.objects.owned_by(actor).filter(article=article).delete()[0])
