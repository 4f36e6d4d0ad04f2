"""What programs send, made safe to read: the body, and the words in an address."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser
from rest_framework.request import Request

ONE_WORD = r"[^/.\x00]+"
"""What may stand for a thing in an address: anything that a database could hold."""


class PlainJSONParser(JSONParser):
    """JSON nested deeper than Python reads is a mistake of who sent it, not of ours."""

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Mapping[str, Any] | None = None) -> Any:
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError:
            raise ParseError(_("This JSON is nested too deeply.")) from None


def asked(request: Request, name: str) -> str:
    """One word of the address after the question mark, without the sign that no database holds."""
    return request.query_params.get(name, "").replace("\x00", "�")
