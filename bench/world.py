"""The whole world of the bench, step by step, and the words that are looked for in it."""

import random
import time
from collections.abc import Callable

from bench.forum import People, make_blocks, make_groups, make_people, plan_threads
from bench.loading import Loader
from bench.words import PLAIN, Writer, names_of_medicines, stems_of, vocabulary
from groups.models import PostText
from portal.accounts.models import User


def make_world(
    posts: int, threads: int, members: int, groups: int, chance: random.Random, say: Callable[[str], None]
) -> People:
    began = time.monotonic()

    def done(what: str) -> None:
        say(f"{what}: {time.monotonic() - began:.1f} s")

    people = make_people(members, chance)
    make_groups(people, groups, chance)
    make_blocks(people, chance)
    done("people and groups")
    plans = plan_threads(people, posts, threads, chance)
    loader = Loader(people, plans, Writer(chance.randrange(2**31), stems_of(vocabulary()[0])), chance)
    for step in (loader.threads, loader.posts, loader.words, loader.around, loader.cases, loader.finish):
        step()
        done(step.__name__)
    return people


def is_loaded() -> bool:
    """Whether an earlier run left its world in this database."""
    return PostText.objects.exists()


def earlier_people() -> People:
    """Those who look at the pages, in a database that was filled before."""
    viewer, moderator, administrator = (User.objects.get(email=f"bench{number}@example.org") for number in range(3))
    return People([viewer, moderator, administrator], viewer, moderator, administrator)


def words_to_search(
    chance: random.Random, *, counted: bool = True
) -> tuple[dict[str, list[str]], dict[str, list[int]]]:
    """What is looked for, by how often it is said, and how many posts hold each: the first four of each kind."""
    plain, medicines = list(dict.fromkeys(PLAIN)), names_of_medicines()
    asked = {
        "a rare word": chance.sample(medicines[1500:], 20),
        "a word in between": [*plain[-6:], *medicines[:6]],
        "a common word": [word for word in plain[:10] if word != "back"],
        "two words": [f"{chance.choice(plain[:60])} {chance.choice(plain[:120])}" for _ in range(12)],
        "a common and a rare word": [
            f"{chance.choice(plain[:20])} {word}" for word in chance.sample(medicines[:300], 8)
        ],
        "a phrase": [f'"{chance.choice(plain[:12])} {chance.choice(plain[:12])}"' for _ in range(8)],
        "a word nobody says": ["qwertyuiopus"],
    }
    matches = {kind: [_matching(words) for words in some[:4]] for kind, some in asked.items()} if counted else {}
    return asked, matches


def _matching(words: str) -> int:
    from django.contrib.postgres.search import SearchQuery

    asked = SearchQuery(words, search_type="websearch", config="english")
    return PostText.objects.filter(search=asked).count()
