"""Being found: beside articles on the same topic, and by searching."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import Post, SupportGroup
from groups.models.mention import unnamed
from groups.models.post_text import CONFIGS
from groups.reads.found_posts import FoundPost, best_of, readable
from groups.reads.searching import matching
from portal.core.moments import day
from portal.core.related import Near, Offer, OfferSource, offer_sources
from portal.core.search import Hit, SearchSource, search_sources
from portal.core.text import marked_excerpt

NEAR = 100
RANKED = 50  # of so many, the newest that match and may be shown, the best come first
AT_FIRST = 70  # so many that match are taken through the door: those that are ranked, and some that may be out of sight


def offer(group: SupportGroup) -> Offer:
    return Offer(
        part="groups", title=group.name, line=group.summary, url=group.get_absolute_url(),
        link=_("Look into this group"), ref=group.slug,
    )  # fmt: skip


def offers(user: Any, topic_slugs: Sequence[str], limit: int) -> Sequence[Offer]:
    """Groups that talk about these topics, among those one may know of. One query."""
    groups = SupportGroup.objects.visible_to(user).filter(topics__slug__in=topic_slugs, closed_at=None)
    return [offer(group) for group in groups.order_by("-members_count", "name").distinct()[:limit]]


def find(user: Any, ref: str) -> Offer | None:
    """The group that talks about a topic, or the group with this address."""
    groups = SupportGroup.objects.visible_to(user).filter(Q(topics__slug=ref) | Q(slug=ref), closed_at=None)
    group = groups.order_by("-members_count", "name").first()
    return offer(group) if group else None


def near(user: Any, refs: Sequence[str], topic_slugs: Sequence[str], limit: int) -> Near:
    """Both at once. One query: a row for each group and each of its topics asked for, the largest group first."""
    asked = Q(topics__slug__in={*refs, *topic_slugs}) | Q(slug__in=refs)
    rows = SupportGroup.objects.visible_to(user).filter(asked, closed_at=None).annotate(about=F("topics__slug"))
    named: dict[str, Offer] = {}
    others: dict[str, Offer] = {}
    for group in rows.order_by("-members_count", "name")[:NEAR]:
        for ref in {group.about, group.slug} & set(refs):
            named.setdefault(ref, offer(group))
        if group.about in topic_slugs:
            others.setdefault(group.slug, offer(group))
    taken = {one.ref for one in named.values()}
    return Near(named, [one for slug, one in others.items() if slug not in taken][:limit])


def search(user: Any, query: str, language: str, limit: int) -> Sequence[Hit]:
    """Posts one may read, through the same door as the pages: of the newest that match, the best first. What one may
    not read takes nobody's place: older posts are asked about until there are enough, or no more match."""
    config = CONFIGS.get(language, "simple")
    shown: list[int] = []
    asked = SearchQuery(query, search_type="websearch", config=config)
    for keys, more in matching(user, asked, AT_FIRST, phrase='"' in query):
        shown = readable(user, keys)[:RANKED]
        if not more or len(shown) == RANKED:
            break
    found = best_of(shown, query, config, limit) if shown else []
    return [_hit(one, len(found) - place) for place, one in enumerate(found)]


def _hit(found: FoundPost, score: int) -> Hit:
    return Hit(
        title=found.title,
        url=Post(public_id=found.public_id).get_absolute_url(),
        excerpt=marked_excerpt(unnamed(found.excerpt)),
        meta=_("%(group)s, %(date)s") % {"group": found.group_name, "date": day(found.said_at)},
        part="groups",
        score=float(score),
    )


offer_sources.register(OfferSource(key="groups", offers=offers, find=find, near=near))
search_sources.register(SearchSource(key="groups", label=gettext_lazy("Groups"), search=search))
