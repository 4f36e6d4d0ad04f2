"""Which addresses are looked at tonight, and what is remembered of each."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from django.db.models import F, Q
from django.utils import timezone

from articles.links.fetching import Answer, look_at
from articles.models import Article, LinkCheck, Revision

AGAIN_AFTER = dt.timedelta(days=7)
FAILING_AGAIN_AFTER = dt.timedelta(hours=20)
FORGOTTEN_AFTER = dt.timedelta(days=30)
"""An address that no guide cites any more is forgotten this long after its last look."""


def addresses(blocks: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Every web address that these blocks send a reader to: sources and organisations."""
    for block in blocks:
        for rows in (block["data"].get("sources"), block["data"].get("items")):
            for row in rows if isinstance(rows, list) else []:
                url = row.get("url") if isinstance(row, dict) else None
                if isinstance(url, str) and url.startswith(("http://", "https://")):
                    yield url


def note_addresses() -> int:
    """Make a row for every address that a published guide cites, and forget those long uncited. Returns new rows."""
    revisions = Revision.objects.filter(current_for__state=Article.State.PUBLISHED).values_list("blocks", flat=True)
    cited = {url for blocks in revisions.iterator(chunk_size=100) for url in addresses(blocks)}
    known = set(LinkCheck.objects.values_list("url", flat=True))
    LinkCheck.objects.bulk_create([LinkCheck(url=url) for url in sorted(cited - known)], ignore_conflicts=True)
    stale = LinkCheck.objects.filter(checked_at__lt=timezone.now() - FORGOTTEN_AFTER, url__in=known - cited)
    stale.delete()
    return len(cited - known)


def check_links(limit: int = 20) -> int:
    """Look at up to `limit` addresses that are due, one of each host: no site is asked twice in a run.

    May run twice or never. Returns how many were looked at.
    """
    note_addresses()
    now = timezone.now()
    due = LinkCheck.objects.filter(
        Q(checked_at=None)
        | Q(checked_at__lt=now - AGAIN_AFTER)
        | Q(checked_at__lt=now - FAILING_AGAIN_AFTER, failing_since__isnull=False)
    ).order_by(F("checked_at").asc(nulls_first=True), "url")
    hosts: set[str] = set()
    for link in due[:1000]:
        host = urlsplit(link.url).hostname or ""
        if len(hosts) >= limit:
            break
        if host not in hosts:
            hosts.add(host)
            remember(link, look_at(link.url))
    return len(hosts)


def remember(link: LinkCheck, answer: Answer) -> None:
    """Write down what a look found. The first fingerprint stays the one that later looks are compared with."""
    now = timezone.now()
    link.checked_at, link.status, link.problem = now, answer.status, answer.problem
    link.failing_since = (link.failing_since or now) if answer.problem else None
    if answer.fingerprint and not link.fingerprint:
        link.fingerprint = answer.fingerprint
    if answer.fingerprint:
        same = answer.fingerprint == link.fingerprint
        link.changed_at = None if same else link.changed_at or now
    link.save(update_fields=["checked_at", "status", "problem", "failing_since", "fingerprint", "changed_at"])


def read_again(urls: Iterable[str]) -> int:
    """Somebody has read these pages anew: what they say from the next look on counts as known."""
    return LinkCheck.objects.filter(url__in=list(urls)).update(fingerprint="", changed_at=None)
