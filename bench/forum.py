"""A world of support groups for measuring: sizes as in life, every state a post can be in, all made from a seed."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group as StaffGroup
from django.db import connection
from django.db.models import Model
from django.utils import timezone

from groups.models import GroupRules, Membership, SupportGroup
from groups.operations.groups import PRESETS, free_slug
from portal.accounts import roles
from portal.accounts.models import Block, Consent, ConsentText, User

PRESETS_IN_TURN = ["open", "open", "request", "open", "invite", "open", "private", "open", "hidden", "open"]
YEARS = timedelta(days=3 * 365)
SYLLABLES = ["ba", "da", "fa", "ga", "ha", "ka", "ma", "na", "pa", "ra", "sa", "ta"]
LONGEST_SHARE = 50  # the longest thread holds one post of so many


@dataclass
class People:
    """Who looks at the pages: a member of several groups, a moderator of some, and staff."""

    everyone: list[User]
    viewer: User
    moderator: User
    administrator: User
    groups: list[SupportGroup] = field(default_factory=list)
    members: dict[int, list[User]] = field(default_factory=dict)


def make_people(members: int, chance: random.Random) -> People:
    """People who agreed to what one must agree to. Nobody can sign in with a password."""
    now, nobody = timezone.now(), make_password(None)
    users = []
    for number in range(max(members, 30)):
        user = User(email=f"bench{number}@example.org", password=nobody, is_carer=chance.random() < 0.2)
        user.rename(f"{chance.choice(['Wren', 'Fern', 'Otter', 'Cedar', 'Lark', 'Maple'])} {_letters(number)}")
        users.append(user)
    User.objects.bulk_create(users, batch_size=2000)
    ConsentText.objects.bulk_create(
        [
            ConsentText(purpose=purpose, version=1, summary="x", text="x", published_at=now)
            for purpose in ("terms", "health")
        ],
        ignore_conflicts=True,
    )
    consents = [Consent(user=user, purpose=of, version=1, given_at=now) for user in users for of in ("terms", "health")]
    Consent.objects.bulk_create(consents, batch_size=5000)
    for user, name in ((users[1], roles.MODERATORS), (users[2], roles.ADMINISTRATORS)):
        user.is_staff = True
        user.save(update_fields=["is_staff"])
        user.groups.add(StaffGroup.objects.get_or_create(name=name)[0])
    return People(users, viewer=users[0], moderator=users[1], administrator=users[2])


def _letters(number: int) -> str:
    """A number in syllables that do not look like one another, so that no two names are alike."""
    found = ""
    while True:
        number, rest = divmod(number, len(SYLLABLES))
        found = SYLLABLES[rest] + found
        if number == 0:
            return found.capitalize()


def make_groups(people: People, number: int, chance: random.Random) -> None:
    """Groups of every kind; the viewer belongs to five of them, hidden and private ones too, the moderator to all."""
    for place in range(number):
        preset = PRESETS_IN_TURN[place % len(PRESETS_IN_TURN)]
        name = f"Bench group {_letters(place)}"
        secret = PRESETS[preset]["known_to"] != SupportGroup.Audience.EVERYONE
        people.groups.append(
            SupportGroup.objects.create(
                name=name, summary="People like us", slug=free_slug(name, secret=secret), rules_version=1,
                **PRESETS[preset],
            )
        )  # fmt: skip
    GroupRules.objects.bulk_create([GroupRules(group=one, version=1, text="Be kind.") for one in people.groups])
    long_ago = timezone.now() - YEARS
    rows = []
    for place, group in enumerate(people.groups):
        share = max(20, int(len(people.everyone) * 0.6 / (place + 1) ** 0.7))
        chosen = chance.sample(people.everyone[3:], min(share, len(people.everyone) - 3))
        chosen += [people.moderator] + ([people.viewer] if place in {0, 2, 3, 6, 8} or number < 5 else [])
        people.members[group.pk] = chosen
        for user in chosen:
            read = long_ago + chance.random() * YEARS
            role = "moderator" if user is people.moderator else "mentor" if chance.random() < 0.005 else "member"
            rows.append(
                Membership(
                    group=group, user=user, role=role, rules_version_agreed=1, joined_at=long_ago,
                    all_read_before=long_ago if user is people.viewer else read,
                )
            )  # fmt: skip
        SupportGroup.objects.filter(pk=group.pk).update(members_count=len(chosen))
    Membership.objects.bulk_create(rows, batch_size=5000)


def make_blocks(people: People, chance: random.Random) -> None:
    """A few people in a hundred block somebody; the viewer blocks some and is blocked by some."""
    others = people.everyone[3:]
    pairs = {(people.viewer.pk, one.pk) for one in chance.sample(others, min(5, len(others)))}
    pairs |= {(one.pk, people.viewer.pk) for one in chance.sample(others, min(5, len(others)))}
    for _ in range(len(others) // 20):
        one, other = chance.sample(others, 2)
        pairs.add((one.pk, other.pk))
    Block.objects.bulk_create([Block(blocker_id=one, blocked_id=other) for one, other in sorted(pairs)])


@dataclass
class ThreadPlan:
    """A thread before it is written: its size, its group, and when it is talked in."""

    key: int
    group: SupportGroup
    size: int
    times: list[datetime]
    voices: list[int] = field(default_factory=list)
    state: str = ""


def sizes(posts: int, threads: int) -> list[int]:
    """How long each thread is: one very long, some long, most short. They add up to `posts`."""
    threads = max(1, min(threads, posts))
    weights = [1 / (place + 3) ** 0.72 for place in range(threads)]
    longest = max(1, posts // LONGEST_SHARE)
    rest, total = posts - longest, sum(weights[1:]) or 1
    found = [longest] + [max(1, int(rest * weight / total)) for weight in weights[1:]]
    place = 1
    while sum(found) < posts:
        found[place % threads] += min(posts - sum(found), max(1, (posts - sum(found)) // threads))
        place += 1
    return sorted(found, reverse=True)


def plan_threads(people: People, posts: int, threads: int, chance: random.Random) -> list[ThreadPlan]:
    """Long threads go on for years, short ones for days. The longest is in a group that everyone reads."""
    now = timezone.now()
    shares = [1 / (place + 1) ** 0.6 for place in range(len(people.groups))]
    plans = []
    for key, size in enumerate(sizes(posts, threads)):
        group = people.groups[0] if key == 0 else chance.choices(people.groups, weights=shares)[0]
        span = YEARS if size > 500 else min(YEARS, timedelta(days=chance.expovariate(1 / (4 + size / 3))))
        start = now - span - chance.random() * (YEARS - span)
        times = sorted(start + chance.random() * span for _ in range(size - 1))
        state = chance.choices(["", "hidden", "held", "locked"], weights=[975, 5, 3, 17])[0] if key else ""
        plans.append(ThreadPlan(key, group, size, [start, *times], state=state))
    return plans


def copy_rows(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows as fast as the database takes them. Columns that are not named get what a new row would have."""
    others = [
        one for one in model._meta.concrete_fields if one.column not in columns and not one.null and one.has_default()
    ]
    usual = tuple(one.get_db_prep_save(one.get_default(), connection) for one in others)
    named = ", ".join([*columns, *(one.column for one in others)])
    with connection.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({named}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row((*row, *usual))


def set_counter(model: type[Model], last: int) -> None:
    """Let the table count on from the keys that were written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [model._meta.db_table, max(1, last)])
