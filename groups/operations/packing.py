"""Writing a group into one ZIP: threads in the shape that an import reads, pictures, and a page that explains."""

import json
import zipfile
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from groups.models import SupportGroup
from groups.reads.packing import bytes_of, group_told, in_chunks, pack_thread, threads_to_pack

MOST_IN_ONE = 20 * 1024 * 1024  # an import takes 32 MB
FIRST = "threads.json"


class _Threads:
    """The file of threads, and the next when it is full: each is one that an import can read."""

    def __init__(self, archive: zipfile.ZipFile, about: dict[str, Any]) -> None:
        self.archive, self.about = archive, about
        self.names: list[str] = []
        self.lines: list[str] = []
        self.size = 0

    def add(self, told: dict[str, Any]) -> None:
        line = json.dumps(told, ensure_ascii=False)
        if self.lines and self.size + len(line.encode()) > MOST_IN_ONE:
            self.end()
        self.lines.append(line)
        self.size += len(line.encode())

    def end(self) -> None:
        name = FIRST if not self.names else f"threads-{len(self.names) + 1}.json"
        head = json.dumps(self.about, ensure_ascii=False)[:-1]
        self.archive.writestr(name, f'{head}, "threads": [\n' + ",\n".join(self.lines) + "\n]}\n")
        self.names.append(name)
        self.lines, self.size = [], 0


def pack_group(group: SupportGroup, out: Any, told: Callable[[int], None]) -> None:
    """`out` is written on, never read. `told` hears how many threads were looked at, and may raise to stop."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        about = {"format": "handrail-threads", "version": 1, "markup": "small", "group": group_told(group)}
        threads = _Threads(archive, about)
        for done, thread in enumerate(in_chunks(threads_to_pack(group)), start=1):
            packed = pack_thread(thread)
            if packed is not None:
                threads.add(packed.told)
                for name, picture in packed.pictures.items():
                    archive.writestr(zipfile.ZipInfo(name), bytes_of(picture))
            told(done)
        threads.end()
        context = {"group": group, "names": threads.names, "made_at": timezone.now(), "site_name": settings.SITE_NAME}
        archive.writestr("README.md", render_to_string("groups/handover/README.md", context))
