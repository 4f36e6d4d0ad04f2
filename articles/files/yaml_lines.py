"""YAML of people we do not know: plain values only, every value with the line it stands on.

No tags, anchors, aliases or merge keys, no value twice under one name, no deep nesting. Words such as `NO` stay words:
only true, false, null, whole numbers and dates are anything else.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

DEEPEST = 8
MOST_NODES = 20_000
HALF_A_SIGN = re.compile("[\ud800-\udfff]")
Path = tuple[str | int, ...]


class BadYaml(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True)
class Value:
    """What was read, and on which line (from 1, inside this text) each part of it begins."""

    value: Any
    lines: Mapping[Path, int]

    def line_of(self, path: Path) -> int:
        """The line of this part, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Loader(yaml.SafeLoader):
    """Refuses aliases before they can multiply."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BadYaml(line, "Anchors and aliases are not allowed here.")
        if getattr(event, "tag", None):
            raise BadYaml(line, "Tags are not allowed here.")
        self.depth = getattr(self, "depth", 0) + 1
        self.nodes = getattr(self, "nodes", 0) + 1
        if self.depth > DEEPEST or self.nodes > MOST_NODES:
            raise BadYaml(line, "This is nested too deeply or has too many entries.")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _node(text: str) -> Any:
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def read_yaml(text: str) -> Value:
    """Raises BadYaml with the line inside `text`."""
    try:
        node = _node(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BadYaml(mark.line + 1 if mark else 1, f"This is not YAML: {error.problem or error.context}.") from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise BadYaml(1, "This is not YAML.") from error
    lines: dict[Path, int] = {}
    return Value(_plain(node, (), lines) if node else None, lines)


def _plain(node: yaml.Node, path: Path, lines: dict[Path, int]) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise BadYaml(key.start_mark.line + 1, "A name should be one word.")
            _whole_signs(key)
            if key.value in found:
                raise BadYaml(key.start_mark.line + 1, f"“{key.value}” stands here twice.")
            lines[(*path, key.value)] = key.start_mark.line + 1
            found[key.value] = _plain(value, (*path, key.value), lines)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one, (*path, place), lines) for place, one in enumerate(node.value)]
    return _scalar(node)


def _whole_signs(node: Any) -> None:
    """Half of a surrogate pair is no sign: it can be neither stored nor shown."""
    if HALF_A_SIGN.search(str(node.value)):
        raise BadYaml(node.start_mark.line + 1, "A \\ud800 to \\udfff is half a sign. Write the whole sign instead.")


def _scalar(node: Any) -> Any:
    _whole_signs(node)
    text = str(node.value)
    if node.style is not None:
        return text
    if text.lower() in {"", "~", "null"}:
        return None
    if text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,14})", text):
        return int(text)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return text
    return text
