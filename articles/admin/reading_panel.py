"""How an article reads: its grade, what each block makes hard, and which of its addresses are gone or changed."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.template.loader import render_to_string

from articles.links.nightly import addresses
from articles.models import Article, HardWord, LinkCheck
from articles.operations.drafts import draft_of
from articles.plain.report import grade_of
from articles.plain.swaps import merged
from articles.plain.warnings import HIGHEST_GRADE, block_readings


def how_it_reads(article: Article) -> str:
    """The panel of the draft as it was last saved, as HTML."""
    blocks = draft_of(article).blocks
    english = article.language.split("-")[0] == "en"
    own = dict(HardWord.objects.filter(language=article.language).values_list("word", "swap"))
    context = {
        "english": english,
        "reading": grade_of(blocks) if english else None,
        "highest": HIGHEST_GRADE,
        "blocks": block_readings(blocks, merged(own) if english else own, english=english),
        "links": _troubled(blocks),
    }
    return render_to_string("admin/articles/article/_how_it_reads.html", context)


def _troubled(blocks: Sequence[tuple[str, Any]]) -> list[LinkCheck]:
    cited = set(addresses({"data": data} for _kind, data in blocks))
    worrying = Q(failing_since__isnull=False) | Q(changed_at__isnull=False)
    return list(LinkCheck.objects.filter(worrying, url__in=cited)) if cited else []
