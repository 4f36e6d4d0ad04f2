"""Where readers go who come to a guide that was retired."""

from articles.models import Article


def read_instead(language: str, slug: str) -> Article | None:
    """The published guide that an editor named when this one was retired."""
    retired = Article.objects.filter(language=language, slug=slug, state=Article.State.RETIRED)
    return Article.objects.published().filter(pk__in=retired.values("retired_to")).first()
