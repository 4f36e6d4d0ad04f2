"""Reading a WordPress export (WXR) as a stream: one item in memory at a time, nothing that a hostile file can grow.

Document types, entities and outside references are refused by the parser; deep nesting and long texts are refused
here. What is wrong is told with the item and the line.
"""

import xml.sax
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import create_parser
from django.utils.translation import gettext as _

BIGGEST = 2_000_000_000
LONGEST = 1_000_000
DEEPEST = 40
PIECE = 65_536
WORDS = {
    "title": "title",
    "link": "link",
    "guid": "guid",
    "content:encoded": "content",
    "excerpt:encoded": "excerpt",
    "wp:post_id": "post_id",
    "wp:post_name": "slug",
    "wp:status": "status",
    "wp:post_type": "kind",
    "wp:post_password": "password",
}


class BadExport(Exception):
    """The file cannot be read any further. `items` were read whole before."""

    def __init__(self, items: int, line: int, reason: str) -> None:
        super().__init__(reason)
        self.items, self.line, self.reason = items, line, reason


@dataclass
class Item:
    """A post, page or whatever else the export holds. People's names, addresses and comments are never read."""

    line: int
    title: str = ""
    link: str = ""
    guid: str = ""
    content: str = ""
    excerpt: str = ""
    post_id: str = ""
    slug: str = ""
    status: str = ""
    kind: str = ""
    password: str = ""
    comments: int = 0
    terms: list[tuple[str, str]] = field(default_factory=list)


class _Refused(Exception):
    pass


class _Handler(ContentHandler):
    def __init__(self, parser: Any) -> None:
        super().__init__()
        self.parser = parser
        self.ready: list[Item] = []
        self.path: list[str] = []
        self.item: Item | None = None
        self.text: list[str] = []
        self.length = self.count = 0
        self.nicename = ""
        self.channel = False

    def startElement(self, name: str, attrs: Any) -> None:
        self.path.append(name)
        depth = len(self.path)
        if depth > DEEPEST:
            raise _Refused(_("Its elements are nested too deeply."))
        if depth == 1 and name != "rss":
            raise _Refused(_("This is not a WordPress export: it does not begin with <rss>."))
        if depth == 2 and name != "channel":
            raise _Refused(_("This is not a WordPress export: there is <%s> where <channel> should be.") % name[:40])
        self.channel = self.channel or depth == 2
        if depth == 3 and name == "item":
            self.item = Item(line=self._line())
        elif self.item and depth == 4:
            self.text, self.length = [], 0
            self.nicename = attrs.get("nicename", "") if name == "category" else ""
            self.item.comments += name == "wp:comment"

    def characters(self, content: str) -> None:
        if self.item and len(self.path) == 4 and (self.path[3] in WORDS or self.path[3] == "category"):
            self.length += len(content)
            if self.length > LONGEST:
                raise _Refused(_("A text is longer than %s characters.") % LONGEST)
            self.text.append(content)

    def endElement(self, name: str) -> None:
        depth = len(self.path)
        self.path.pop()
        if not self.item:
            return
        if depth == 4 and name in WORDS:
            setattr(self.item, WORDS[name], "".join(self.text).strip("\n\r\t "))
        elif depth == 4 and name == "category" and len(self.item.terms) < 200:
            self.item.terms.append((self.nicename[:200], "".join(self.text)[:200]))
        elif depth == 3:
            self.ready.append(self.item)
            self.item = None
            self.count += 1

    def _line(self) -> int:
        return int(self.parser.getLineNumber() or 1)


def read(stream: IO[bytes]) -> Iterator[Item]:
    """Items in the order of the file. Raises BadExport where it cannot go on."""
    parser = create_parser(forbid_dtd=True)
    handler, seen = _Handler(parser), 0
    parser.setContentHandler(handler)
    try:
        while piece := stream.read(PIECE):
            seen += len(piece)
            if seen > BIGGEST:
                raise _Refused(_("The file is larger than %s bytes.") % BIGGEST)
            parser.feed(piece)
            yield from _taken(handler)
        parser.close()
        yield from _taken(handler)
        if not handler.channel:
            raise _Refused(_("There is nothing in this file."))
    except (DefusedXmlException, xml.sax.SAXException, _Refused, UnicodeError, ValueError, LookupError) as error:
        line = parser.getLineNumber() or 1
        yield from _taken(handler)
        raise BadExport(handler.count, line, _reason(error)) from error


def _taken(handler: _Handler) -> Iterator[Item]:
    ready, handler.ready = handler.ready, []
    yield from ready


def _reason(error: Exception) -> str:
    if isinstance(error, DefusedXmlException):
        return _("It declares a document type or entities. Exports have none, and they can be used to do harm.")
    if isinstance(error, xml.sax.SAXParseException):
        return _("This is not whole XML: %s.") % error.getMessage()
    return str(error)
