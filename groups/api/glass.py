"""What a program reads for staff who broke the glass: the same openings as the pages, reading only."""

from collections.abc import Mapping
from typing import Any, ClassVar

from groups.operations.glass_reading import UNTIL, Find, open_page
from portal.core.parsers import asked


class UnderGlass:
    """`glass` says for each reading action which openings hold what it is about: a function of the openings, and the
    name of the argument or of the question in the address."""

    glass: ClassVar[Mapping[str, tuple[Find, str]]] = {}
    request: Any
    kwargs: Any
    action: str
    _held: Any = None

    def initial(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)  # type: ignore[misc]
        find, name = self.glass.get(self.action, (None, ""))
        handle = next(iter(self.kwargs.values()), "") or (asked(request, name) if name else "")
        if find is not None and handle and request.method in {"GET", "HEAD"}:
            start = asked(request, "from")
            self._held = open_page(actor=request.user, find=find, handle=handle, page=name, start=start)

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        answer = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]
        if self._held is not None:
            answer[UNTIL] = self._held.ends_at.isoformat()
            request.user.glass = None
        return answer
