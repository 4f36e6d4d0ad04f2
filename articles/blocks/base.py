"""A kind of block: its fields, what must hold between them, and its four forms (JSON, HTML, words, file)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.blocks.fields import Field, Label
from articles.blocks.inline import Reading, joined
from articles.blocks.problems import Problems
from articles.blocks.situations import FOR

Data = dict[str, Any]


def no_more_rules(data: Data, problems: Problems) -> None:
    pass


def as_it_is(shown: dict[str, Any]) -> dict[str, Any]:
    return shown


@dataclass(frozen=True)
class BlockType:
    """`kind` names it in files, rows and templates (`articles/blocks/<kind>.html`). `list_of` is the field that a fence
    fills when its YAML is a bare list. `title` is the field that holds the block's heading. `live` blocks are made for
    each reader (offers), so nothing of them is stored as HTML. `said` is the heading where the block has none;
    `rules` checks what must hold between fields; `arrange` turns shown values into what the template needs. A block
    that is `for_everybody` never folds away; any other may say in which situations it is read."""

    kind: str
    label: Label
    fields: Mapping[str, Field]
    list_of: str = ""
    title: str = ""
    said: Label = ""
    live: bool = False
    for_everybody: bool = False
    rules: Callable[[Data, Problems], None] = field(default=no_more_rules)
    arrange: Callable[[dict[str, Any]], dict[str, Any]] = field(default=as_it_is)

    def __post_init__(self) -> None:
        if not self.for_everybody:
            object.__setattr__(self, "fields", {**self.fields, "situations": FOR})

    def of(self, data: Data, name: str) -> Any:
        """What a block says in a field, which may have come later than the block."""
        return data.get(name, self.fields[name].empty())

    def check(self, raw: Any) -> tuple[Data, Problems]:
        """The block as JSON, and what is wrong with it. With problems the JSON is whole but must not be stored."""
        problems = Problems()
        if self.list_of and isinstance(raw, list):
            raw = {self.list_of: raw}
        if not isinstance(raw, dict):
            problems.add((), _("This block has: %(names)s.") % {"names": ", ".join(self.fields)})
            raw = {}
        for name in raw:
            if name not in self.fields:
                problems.add((str(name),), _("“%(name)s” does not belong in this block.") % {"name": str(name)[:60]})
        data = {name: one.check(raw.get(name), (name,), problems) for name, one in self.fields.items()}
        if not problems:
            self.rules(data, problems)
        late = {name for name, one in self.fields.items() if one.late and not data[name]}
        return {name: value for name, value in data.items() if name not in late}, problems

    def heading(self, data: Data) -> str:
        return str(data.get(self.title, "") if self.title else "") or str(self.said)

    def html(self, data: Data, reading: Reading) -> SafeString:
        shown = {name: one.show(self.of(data, name), reading) for name, one in self.fields.items()}
        context = {"block": self.arrange(shown), "anchor": reading.anchor, "heading": self.heading(data)}
        return render_to_string(f"articles/blocks/{self.kind}.html", context)

    def words(self, data: Data) -> str:
        """Everything it says, as plain words, without its heading: sentences, and items with a semicolon between."""
        said = (
            text for name, one in self.fields.items() if name != self.title for text in one.words(self.of(data, name))
        )
        return joined(said)

    def texts(self, data: Data) -> Iterator[str]:
        for name, one in self.fields.items():
            yield from one.texts(self.of(data, name))

    def cites(self, data: Data) -> Iterator[str]:
        for name, one in self.fields.items():
            yield from one.cites(self.of(data, name))

    def plain(self, data: Data) -> Any:
        """The block as a file says it, without ids and empty fields: blocks that say the same are equal here."""
        values = {
            name: one.to_file(self.of(data, name))
            for name, one in self.fields.items()
            if one.required or self.of(data, name) != one.empty()
        }
        return values[self.list_of] if self.list_of and list(values) == [self.list_of] else values

    def to_file(self, data: Data) -> str:
        body = yaml.safe_dump(self.plain(data), allow_unicode=True, sort_keys=False, width=1_000_000)
        return f"::: {self.kind}\n{body}:::\n"
