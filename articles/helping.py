"""When to get help: the published care cards of all guides, as the help page and the printed card show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.blocks.inline import markdown_line, words_of
from articles.models import PublishedCareCard
from articles.reads import for_reader
from portal.safety.reads import resolve_tokens

HEADINGS = {
    PublishedCareCard.Level.EMERGENCY: _("Emergency: call now"),
    PublishedCareCard.Level.URGENT: _("Urgent: call within a day"),
    PublishedCareCard.Level.NON_URGENT: _("Not urgent: tell your team soon"),
}


@dataclass(frozen=True)
class HelpCard:
    """One card with the guide it stands in. Its signs as words are for the printed card."""

    html: SafeString
    guide: str
    url: str
    title: str
    signs: Sequence[str]


@dataclass(frozen=True)
class HelpLevel:
    level: str
    heading: Promise
    cards: Sequence[HelpCard]

    @property
    def signs(self) -> list[str]:
        """Every sign once, in the order of the guides."""
        return list(dict.fromkeys(sign for card in self.cards for sign in card.signs))


def help_levels(language: str, country: str) -> list[HelpLevel]:
    """What is published, the most urgent level first. One query."""
    rows = (
        PublishedCareCard.objects.filter(language=language)
        .select_related("revision")
        .only("level", "position", "data", "html", "article_id", "revision__slug", "revision__title")
        .order_by("article__position", "article__slug", "position")
    )
    by_level: dict[str, list[HelpCard]] = {}
    for row in rows:
        by_level.setdefault(row.level, []).append(_card(row, language, country))
    return [HelpLevel(level, HEADINGS[level], by_level[level]) for level in HEADINGS if level in by_level]


def _card(row: PublishedCareCard, language: str, country: str) -> HelpCard:
    url = reverse("articles:article", args=[language, row.revision.slug])
    html = row.html.replace(' id="', f' id="card-{row.pk}-', 1).replace('href="#', f'href="{url}#')
    return HelpCard(
        html=for_reader(html, country),
        guide=row.revision.title,
        url=url,
        title=str(row.data.get("title", "")),
        signs=[
            words_of(markdown_line(resolve_tokens(str(sign["text"]), country))) for sign in row.data.get("symptoms", [])
        ],
    )
