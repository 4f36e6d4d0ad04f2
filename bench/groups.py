"""Load support groups of a given size into an empty database, measure their pages, and print the figures as JSON."""

import argparse
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SLOWEST_MS = 20.0


def main(arguments: list[str]) -> int:
    words = argparse.ArgumentParser(prog="scripts/bench groups", description=__doc__)
    words.add_argument("--posts", type=int, default=1_000_000)
    words.add_argument("--threads", type=int, default=20_000)
    words.add_argument("--members", type=int, default=10_000)
    words.add_argument("--groups", type=int, default=40)
    words.add_argument("--seed", type=int, default=7)
    words.add_argument("--only", default="", help="measure only pages whose name begins so")
    given = words.parse_args(arguments)
    os.environ["HANDRAIL_TESTING"] = "1"
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, check=True, stdout=sys.stderr)
    import django

    django.setup()
    print(json.dumps(run(given), indent=2))
    return 0


def run(given: argparse.Namespace) -> dict[str, Any]:
    from django.conf import settings

    from bench.world import earlier_people, is_loaded, make_world, words_to_search

    settings.ALLOWED_HOSTS = ["testserver"]
    began = time.monotonic()
    sizes = (given.posts, given.threads, given.members, given.groups)
    people = earlier_people() if is_loaded() else make_world(*sizes, random.Random(given.seed), say)
    loaded = round(time.monotonic() - began, 1)
    asked, matches = words_to_search(random.Random(given.seed), counted=not given.only)
    measured = {page.name: figures for page, figures in measure_all(people, asked, given.only)}
    return {
        "load_seconds": loaded,
        "size": {name: getattr(given, name) for name in ("posts", "threads", "members", "groups", "seed")},
        "posts_that_match": matches,
        "pages": measured,
        "missed": [f"{name}: {what}" for name, one in measured.items() for what in one["missed"]],
    }


def measure_all(people: Any, asked: dict[str, list[str]], only: str, most: int = 1000) -> Any:
    from bench.pages import pages
    from bench.watch import measure

    for page in pages(people, asked):
        if page.name.startswith(only):
            figures = measure(page.visit, times=min(page.times, most), seconds=page.seconds, expected=page.expected)
            figures["missed"] = missed(page, figures)
            times = f"p95 {figures['p95_ms']} ms, {figures['cpu_p95_ms']} on the processor"
            say(f"{page.name}: {figures['queries']} queries, {times} {figures['missed'] or ''}")
            yield page, figures


def missed(page: Any, figures: dict[str, Any]) -> list[str]:
    """Which of its goals a page does not reach."""
    found = []
    if page.queries and figures["queries"] > page.queries:
        found.append(f"{figures['queries']} queries, at most {page.queries}")
    told = figures["slowest_query_server_ms"]
    slowest = figures["slowest_query_ms"] if told is None else min(told, figures["slowest_query_ms"])
    if slowest > SLOWEST_MS:
        found.append(f"a query of {slowest} ms, at most {SLOWEST_MS}")
    if page.p95_ms and figures["p95_ms"] > page.p95_ms:
        found.append(f"p95 {figures['p95_ms']} ms, at most {page.p95_ms}")
    if figures["offset_or_count"]:
        found.append("OFFSET, or COUNT over posts")
    return found


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
