"""The posts of one page, with quotes and answers filled in for the one who reads."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from groups import rules
from groups.models import Post, PostEdit, Quote, Thread
from groups.models.mention import MARK, unnamed
from groups.models.post import Shown
from groups.reads.mentions import Names, names_in, spoken
from groups.reads.standing import picture_of, reacted, with_standing
from groups.reads.ways import PLAIN, Ways, names_of, notes_on, read_past
from portal.core.text import stored_html

PER_PAGE = 30
CONTEXT_WORDS = 60
PLACE = re.compile("\x02quote:(\\d+)\x03")
PLACES = re.compile(
    f"({PLACE.pattern.replace('(', '').replace(')', '')}|{MARK.pattern.replace('(', '').replace(')', '')})"
)


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers `first` to `last` of a thread, and where the neighbouring pages begin (0: there is none)."""

    first: int
    last: int
    earlier: int
    later: int
    starts: Sequence[int]


def range_of(thread: Thread, start: int) -> Range:
    """The page that begins at a number. Anything out of reach becomes the nearest that is not."""
    first = max(1, min(start, thread.last_number or 1))
    last = min(first + PER_PAGE - 1, thread.last_number)
    earlier = max(1, first - PER_PAGE) if first > 1 else 0
    later = last + 1 if last < thread.last_number else 0
    return Range(first, last, earlier, later, range(1, max(thread.last_number, 1) + 1, PER_PAGE))


def page_start(number: int) -> int:
    """Where the page begins that holds this number when a thread is read from its start."""
    return (number - 1) // PER_PAGE * PER_PAGE + 1


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote as this viewer may see it. `words` is empty when the writer has changed them since."""

    name: str
    words: str
    url: str
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    html: SafeString | None = None
    quote: Quoted | None = None
    mention: str = ""


def posts_between(user: Any, thread: Thread, first: int, last: int, ways: Ways = PLAIN) -> list[Post]:
    """The posts of a range as this viewer finds them. Three queries, whatever is quoted and answered in them.

    The limit takes nothing away: it tells the database that few rows come of it, also where the long threads are."""
    rows = Post.objects.visible_to(user).filter(thread=thread, number__gte=first, number__lte=last)
    rows = with_standing(user, rows.with_words().with_reasons())
    found = list(rows.select_related("moved_to").order_by("number")[: max(0, last - first + 1)])
    return fill(user, found, ways)


def fill(user: Any, posts: Iterable[Post], ways: Ways = PLAIN) -> list[Post]:
    """Give each post `parts` (HTML and quotes in turn), `answers` (the post it replies to) and `may_undo`."""
    found = list(posts)
    quotes = _quotes([post.pk for post in found if post.open_words])
    wanted = {quote.quoted_id for quote in quotes} | {post.reply_to_id for post in found if post.reply_to_id}
    others = {other.pk: other for other in Post.objects.visible_to(user).with_words().filter(pk__in=wanted)}
    names = names_in(user, [post.pk for post in [*found, *others.values()] if MARK.search(post.body or "")])
    told = {
        (quote.post_id, quote.position): _quoted(quote, others.get(quote.quoted_id), ways, names) for quote in quotes
    }
    for post in found:
        post.parts = _parts(post, told, names)
        post.body = post.body and spoken(post.body, post.pk, names)
        post.picture_shown = picture_of(post)
        post.reacted = reacted(post, counted=not ways.quiet)
        post.answers = others.get(post.reply_to_id)
        quoted = any(quote.post_id == post.pk and quote.quoted_id == post.reply_to_id for quote in quotes)
        post.answers_words = "" if quoted else _beginning(post.answers, ways, names)
        post.may_undo = bool(post.is_mine and post.deleted_at and post.deleted_at > timezone.now() - rules.UNDO)
    read_past(found, ways)
    return found


def _beginning(answered: Post | None, ways: Ways, names: Names) -> str:
    """The first words of the post that is answered, one level up, where they stand for this viewer. Nothing of what
    they chose to fold or leave out."""
    if answered is None or answered.shown != Shown.SHOWN or not answered.html:
        return ""
    notes = notes_on(answered)
    if ways.folds(notes) or ways.leaves_out(notes):
        return ""
    return Truncator(plain(spoken(answered.html, answered.pk, names))).words(CONTEXT_WORDS)


def one_post(user: Any, public_id: str) -> Post:
    """A post as this viewer finds it, filled in. Raises Post.DoesNotExist."""
    rows = Post.objects.visible_to(user).with_words().with_reasons().select_related("thread")
    return fill(user, [with_standing(user, rows).get(public_id=public_id)])[0]


def plain(html: str) -> str:
    """The words of stored HTML without marks and quotes, for a line of preview."""
    return unescape(strip_tags(unnamed(PLACE.sub("", html)).replace("</p>", " ").replace("<br>", " "))).strip()


def _quotes(posts: Sequence[int]) -> list[Any]:
    earlier = PostEdit.objects.filter(post=OuterRef("quoted"), edit_number=OuterRef("edit_number")).values("body")[:1]
    return list(
        Quote.objects.filter(post_id__in=posts).annotate(
            now=F("quoted__text__body"), now_number=F("quoted__text__edit_number"), earlier=Subquery(earlier)
        )
    )


def _quoted(quote: Any, other: Post | None, ways: Ways, names: Names) -> Quoted | None:
    """None where the viewer may not read the quoted post. Words that its writer has changed since are not repeated."""
    if other is None or other.shown != Shown.SHOWN:
        return None
    notes = notes_on(other)
    if ways.folds(notes) or ways.leaves_out(notes):
        return Quoted(other.name or "", "", other.get_absolute_url(), ", ".join(names_of(notes)))
    if quote.now_number == quote.edit_number:
        words = quote.now[quote.start : quote.end]
    else:
        before = (quote.earlier or "")[quote.start : quote.end]
        words = before if before and before in quote.now else ""
    return Quoted(name=other.name or "", words=spoken(words, other.pk, names), url=other.get_absolute_url())


def _parts(post: Post, told: dict[tuple[int, int], Quoted | None], names: Names) -> list[Part]:
    if not post.open_words or post.html is None:
        return []
    parts: list[Part] = []
    for piece in PLACES.split(post.html):
        if quote := PLACE.fullmatch(piece):
            parts.append(Part(quote=told.get((post.pk, int(quote[1])))))
        elif named := MARK.fullmatch(piece):
            parts.append(Part(mention=names.get((post.pk, int(named[1])), "…")))
        elif piece:
            parts.append(Part(html=stored_html(piece)))
    return parts
