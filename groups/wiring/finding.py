"""Being found: beside articles on the same topic, and by searching."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import Post, SupportGroup, Thread
from groups.models.mention import unnamed
from groups.models.notes import without_left_out
from groups.models.post_text import CONFIGS
from groups.reads.searching import matching
from portal.core.moments import day
from portal.core.related import Near, Offer, OfferSource, offer_sources
from portal.core.search import Hit, SearchSource, search_sources
from portal.core.text import marked_excerpt

NEAR = 100
RANKED = 50  # of so many, the newest that match, the best come first
AT_ONCE = 25  # so many are taken through the door together: a page of twenty, and some that may be out of sight


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
    """Posts one may read, through the same door as the pages: of the newest that match, the best first."""
    config = CONFIGS.get(language, "simple")
    asked = SearchQuery(query, search_type="websearch", config=config)
    hits: list[Hit] = []
    for keys in matching(user, asked, max(RANKED, limit)):
        for start in range(0, len(keys), AT_ONCE):
            hits += _readable(user, keys[start : start + AT_ONCE], asked, config)
            if len(hits) >= limit:
                return hits[:limit]
    return hits


def _readable(user: Any, keys: Sequence[int], asked: SearchQuery, config: str) -> list[Hit]:
    """Those of these posts that this user finds as they stand in their thread, in the order given. Nothing of threads
    by somebody they do not meet, whose titles would be told, and nothing they chose to leave out. One query."""
    excerpt = SearchHeadline(
        "text__body", asked, config=config, start_sel="\x02", stop_sel="\x03", max_words=30, min_words=12
    )
    posts = Post.objects.visible_to(user).said().filter(pk__in=keys, thread__hidden_at=None, thread__held_at=None)
    unmet = Thread.objects.visible_to(user).filter(by_someone_unmet=True, pk=OuterRef("thread_id")).order_by()
    posts = without_left_out(posts.filter(~Exists(unmet)), user)  # asked of these posts' threads alone
    found = posts.with_words().annotate(excerpt=excerpt).select_related("thread__group").order_by()
    by_key = {post.pk: post for post in found}
    return [_hit(by_key[pk], len(keys) - place) for place, pk in enumerate(keys) if pk in by_key]


def _hit(post: Any, score: int) -> Hit:
    return Hit(
        title=post.thread.title,
        url=post.get_absolute_url(),
        excerpt=marked_excerpt(unnamed(post.excerpt)),
        meta=_("%(group)s, %(date)s") % {"group": post.thread.group.name, "date": day(post.created_at)},
        part="groups",
        score=float(score),
    )


offer_sources.register(OfferSource(key="groups", offers=offers, find=find, near=near))
search_sources.register(SearchSource(key="groups", label=gettext_lazy("Groups"), search=search))
