"""Fields that hold one fact: a choice, a key, an address, a day."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from articles.blocks import inline
from articles.blocks.fields.base import Field, Label
from articles.blocks.inline import Reading
from articles.blocks.problems import Path, Problems

KEY = re.compile(r"^[a-z0-9][a-z0-9-]{0,59}$")


@dataclass(frozen=True, kw_only=True)
class Choice(Field):
    choices: Mapping[str, Label]

    def check(self, value: Any, path: Path, problems: Problems) -> str:
        if value in (None, ""):
            return str(self.missing(path, problems))
        if not isinstance(value, str) or value not in self.choices:
            known = ", ".join(self.choices)
            problems.add(path, _("“%(value)s” is not one of: %(known)s.") % {"value": str(value)[:60], "known": known})
            return ""
        return value


@dataclass(frozen=True, kw_only=True)
class Switch(Field):
    required: bool = False
    start: bool = False

    def empty(self) -> bool:
        return self.start

    def check(self, value: Any, path: Path, problems: Problems) -> bool:
        if value is None:
            return self.start
        if not isinstance(value, bool):
            problems.add(path, _("This should be true or false."))
            return self.start
        return value


@dataclass(frozen=True, kw_only=True)
class Key(Field):
    """A short key: of a source, a topic or a plan. `cite` marks keys of sources."""

    cite: bool = False

    def check(self, value: Any, path: Path, problems: Problems) -> str:
        if value in (None, ""):
            return str(self.missing(path, problems))
        key = str(value).strip()
        if not KEY.match(key):
            problems.add(path, _("“%(key)s” is not a key: small letters, digits and hyphens only.") % {"key": key[:60]})
            return ""
        return key

    def cites(self, value: Any) -> Iterator[str]:
        if self.cite and value:
            yield value

    def show(self, value: Any, reading: Reading) -> Any:
        return inline.finish(f"[^{value}]", reading) if self.cite and value else value


@dataclass(frozen=True, kw_only=True)
class Keys(Field):
    """Keys of sources."""

    required: bool = False

    def empty(self) -> list[str]:
        return []

    def check(self, value: Any, path: Path, problems: Problems) -> list[str]:
        if value in (None, "", []):
            return list(self.missing(path, problems))
        if isinstance(value, str):
            value = [part for part in re.split(r"[,\s]+", value) if part]
        if not isinstance(value, list):
            problems.add(path, _("This should be a list of source keys."))
            return []
        one = Key(label=self.label)
        found = [one.check(key, (*path, place), problems) for place, key in enumerate(value)]
        return list(dict.fromkeys(key for key in found if key))

    def cites(self, value: Any) -> Iterator[str]:
        return iter(value)

    def show(self, value: Any, reading: Reading) -> Any:
        return inline.finish(" ".join(f"[^{key}]" for key in value), reading)


@dataclass(frozen=True, kw_only=True)
class Address(Field):
    """A web address."""

    def check(self, value: Any, path: Path, problems: Problems) -> str:
        if value in (None, ""):
            return str(self.missing(path, problems))
        url = str(value).strip()
        try:
            parts = urlsplit(url)
            good = parts.scheme in {"http", "https"} and bool(parts.hostname) and len(url) <= 500
        except ValueError:
            good = False
        if not good or re.search(r"[\s<>\"]", url):
            problems.add(path, _("“%(url)s” is not a web address.") % {"url": url[:80]})
            return ""
        return url


@dataclass(frozen=True, kw_only=True)
class Day(Field):
    """A date, kept as YYYY-MM-DD."""

    required: bool = False

    def check(self, value: Any, path: Path, problems: Problems) -> str:
        if value in (None, ""):
            return str(self.missing(path, problems))
        try:
            return (value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))).isoformat()[:10]
        except ValueError:
            problems.add(path, _("“%(value)s” is not a date like 2026-11-23.") % {"value": str(value)[:40]})
            return ""

    def show(self, value: Any, reading: Reading) -> Any:
        return dt.date.fromisoformat(value) if value else None

    def to_file(self, value: Any) -> Any:
        return dt.date.fromisoformat(value) if value else None


@dataclass(frozen=True, kw_only=True)
class Year(Field):
    required: bool = False

    def empty(self) -> None:
        return None

    def check(self, value: Any, path: Path, problems: Problems) -> int | None:
        if value in (None, ""):
            return self.missing(path, problems)
        try:
            year = int(value)
        except (TypeError, ValueError):
            year = 0
        if isinstance(value, bool) or not 1900 <= year <= 2100:
            problems.add(path, _("“%(value)s” is not a year.") % {"value": str(value)[:40]})
            return None
        return year
