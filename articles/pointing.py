"""The parts of published guides that words elsewhere point to. What is gone is not there: no link leads nowhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import Resolver404, resolve

from articles.models import Article, SearchSection


@dataclass(frozen=True, slots=True)
class Part:
    """`heading` is empty where the whole guide is meant."""

    url: str
    title: str
    heading: str


def _read(address: str) -> tuple[str, str, str] | None:
    """Language, slug and anchor of an address such as /en/learn/moving-safely/#how-much-to-do."""
    path, _hash, anchor = address.partition("#")
    try:
        found = resolve(path)
    except Resolver404:
        return None
    if found.view_name != "articles:article":
        return None
    return found.kwargs["language"], found.kwargs["slug"], anchor


def parts_at(user: Any, addresses: Iterable[str]) -> Mapping[str, Part]:
    """By address, the part that a reader would find there. A guide that this person may not see, that is not published
    or not there is left out; where only the part is gone, the guide itself stands for it. One query, or none."""
    asked = {address: wanted for address in addresses if address and (wanted := _read(address))}
    if not asked:
        return {}
    guides = Article.objects.visible_to(user).published().filter(slug__in={slug for _l, slug, _a in asked.values()})
    rows = SearchSection.objects.filter(article__in=guides).order_by("-position")
    columns = rows.values_list("language", "article__slug", "whole", "anchor", "title", "heading")
    wholes: dict[tuple[str, str], str] = {}
    parts: dict[tuple[str, str, str], str] = {}
    for language, slug, whole, anchor, title, heading in columns:
        if whole:
            wholes[language, slug] = title
        else:
            parts[language, slug, anchor] = heading
    found = {}
    for address, (language, slug, anchor) in asked.items():
        if (language, slug) not in wholes:
            continue
        title = wholes[language, slug]
        here = (language, slug, anchor) in parts
        url = address if here or not anchor else address.partition("#")[0]
        found[address] = Part(url, title, parts[language, slug, anchor] if here else "")
    return found
