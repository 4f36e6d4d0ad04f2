"""Invented talk for demo mode, with times that end shortly before the loading."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from groups.models import (
    Hiding,
    Membership,
    Poll,
    PollOption,
    Post,
    PostText,
    Quote,
    ReadMark,
    SupportGroup,
    Thread,
    ThreadVoice,
)
from groups.opening.files import documents
from groups.operations.polls import vote
from groups.operations.voices import badge_of
from groups.operations.words import clean, text_of
from groups.reads.quoting import LONGEST as QUOTED_AT_MOST
from portal.accounts.models import User

UNITS = {"m": "minutes", "h": "hours", "d": "days"}
NEWEST = timedelta(minutes=20)


def span(text: str) -> timedelta:
    """ "35m", "4h", "9d" """
    found = re.fullmatch(r"(\d+)([mhd])", text)
    if found is None:
        raise ValueError(f"{text!r} is not a time such as 35m, 4h or 9d.")
    return timedelta(**{UNITS[found[2]]: int(found[1])})


def load_talk(groups: Mapping[str, SupportGroup], people: Mapping[str, User]) -> tuple[int, int]:
    """Threads that are not there yet, in bulk. Returns how many threads and posts are new."""
    threads = posts = 0
    there = set(Thread.objects.exclude(key=None).values_list("key", flat=True))
    for key, group in groups.items():
        rows = [row for row in documents(f"demo/{key}.yaml") if row["key"] not in there]
        members = {row.user_id: row for row in Membership.objects.filter(group=group)}
        for row in rows:
            posts += load_thread(group, row, people, members)
        threads += len(rows)
    return threads, posts


def moments(row: Mapping[str, Any], now: datetime) -> list[datetime]:
    """When each post was written: as the file says, squeezed so that the last one is not in the future."""
    gaps = [span(post.get("after", "0m")) for post in row["posts"]]
    room, needed = span(row["started"]) - NEWEST, sum(gaps, timedelta())
    squeeze = min(1.0, room / needed) if needed else 1.0
    at, found = now - span(row["started"]), []
    for gap in gaps:
        at += gap * squeeze
        found.append(at)
    return found


def load_thread(
    group: SupportGroup, row: Mapping[str, Any], people: Mapping[str, User], members: Mapping[Any, Membership]
) -> int:
    times = moments(row, timezone.now())
    thread = Thread.objects.create(
        group=group, key=row["key"], title=row["title"], created_at=times[0], last_post_at=times[-1],
        last_number=len(times), posts_count=len(times),
        pinned_at=times[0] if row.get("pinned") else None, locked_at=times[-1] if row.get("locked") else None,
    )  # fmt: skip
    names = dict.fromkeys(post["by"] for post in row["posts"])
    voices = {
        name: ThreadVoice(
            thread=thread, user=people[name], shown_name=name, badge=badge_of(people[name], members[people[name].pk])
        )
        for name in names
    }
    ThreadVoice.objects.bulk_create(voices.values())
    thread.starter = voices[row["posts"][0]["by"]]
    thread.save(update_fields=["starter"])
    posts = Post.objects.bulk_create(
        Post(
            thread=thread, voice=voices[post["by"]], number=number, created_at=at,
            hidden_at=at + timedelta(minutes=30) if post.get("hidden") else None,
        )
        for number, (post, at) in enumerate(zip(row["posts"], times, strict=True), start=1)
    )  # fmt: skip
    load_words(group, thread, row, posts, people)
    if "poll" in row:
        load_poll(thread, row["poll"], people)
    # whoever spoke has read up to there
    last = {people[said["by"]].pk: number for number, said in enumerate(row["posts"], start=1)}
    ReadMark.objects.bulk_create(
        ReadMark(user_id=user, thread=thread, last_read_number=number) for user, number in last.items()
    )
    return len(posts)


def load_poll(thread: Thread, row: Mapping[str, Any], people: Mapping[str, User]) -> None:
    """Asked by whoever started the thread, and voted in like any poll."""
    poll = Poll.objects.create(thread=thread, asked_by=thread.starter, question=row["question"])
    PollOption.objects.bulk_create(
        PollOption(poll=poll, position=at, words=words) for at, words in enumerate(row["answers"], start=1)
    )
    for name, choice in row["votes"].items():
        vote(actor=people[name], poll=poll, choices=[choice])


def load_words(
    group: SupportGroup, thread: Thread, row: Mapping[str, Any], posts: list[Post], people: Mapping[str, User]
) -> None:
    texts, quotes, hidings = [], [], []
    for post, said in zip(posts, row["posts"], strict=True):
        body = clean(said["text"])
        title = thread.title if post.number == 1 else ""
        positions = [1] if said.get("quote") else []
        texts.append(text_of(post, body, title=title, languages=group.languages, quotes=positions))
        if "to" in said:
            post.reply_to = posts[said["to"] - 1]
        if said.get("quote"):
            end = min(len(clean(row["posts"][said["to"] - 1]["text"])), QUOTED_AT_MOST)
            quotes.append(Quote(post=post, position=1, quoted=posts[said["to"] - 1], start=0, end=end))
        if said.get("hidden"):
            at = post.hidden_at or post.created_at
            hidings.append(Hiding(post=post, by=people.get("Oldbuttons"), reason=said["hidden"], created_at=at))
    Post.objects.bulk_update([post for post in posts if post.reply_to_id], ["reply_to"])
    PostText.objects.bulk_create(texts)
    Quote.objects.bulk_create(quotes)
    Hiding.objects.bulk_create(hidings)
