"""One ZIP: a page to read, spreadsheets, everything once more for programs, and pictures as pictures."""

import io
import json
import zipfile
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import timezone, translation

from portal.accounts.models import User
from portal.core.personal_data import PersonalData, holders
from portal.core.sheets import sheet

Row = Mapping[str, Any]
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}


@dataclass
class Section:
    """The rows of one kind, such as posts. `columns` are in the order in which they first appear."""

    name: str
    rows: Sequence[Row]

    @property
    def title(self) -> str:
        return self.name.replace("_", " ").capitalize()

    @property
    def columns(self) -> list[str]:
        return list(dict.fromkeys(key for row in self.rows for key in row))

    @property
    def entries(self) -> list[list[tuple[str, Any]]]:
        """For the page: what stands in a row, with a name that reads as words."""
        return [[(key.replace("_", " ").capitalize(), value) for key, value in row.items()] for row in self.rows]


@dataclass
class Chapter:
    """What one holder hands over."""

    key: str
    label: str
    retained: list[str]
    sections: list[Section] = field(default_factory=list)


def pack(person: User) -> bytes:
    """Everything every holder has, in the person's own language where words are ours."""
    packed = io.BytesIO()
    with translation.override(person.language), zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        chapters = [_chapter(holder, person, archive) for holder in holders]
        for chapter in chapters:
            for section in chapter.sections:
                if section.rows:
                    name = f"spreadsheets/{chapter.key.replace('.', '-')}-{section.name}.csv"
                    archive.writestr(name, sheet(section.columns, section.rows))
        archive.writestr("everything.json", _for_programs(chapters))
        about = {"chapters": chapters, "made_at": timezone.now(), "site_name": settings.SITE_NAME}
        archive.writestr("read-me-first.html", render_to_string("home/copy/read.html", about))
        archive.writestr("style.css", _style())
    return packed.getvalue()


def _chapter(holder: PersonalData, person: User, archive: zipfile.ZipFile) -> Chapter:
    chapter = Chapter(holder.key, str(holder.label), [str(sentence) for sentence in holder.retained])
    for name, rows in holder.export(person).items():
        plain = [_as_file(row, f"{holder.key}-{name}-{place}", archive) for place, row in enumerate(rows, start=1)]
        chapter.sections.append(Section(name, plain))
    return chapter


def _as_file(row: Row, name: str, archive: zipfile.ZipFile) -> Row:
    """A row that carries a picture gets it out as a file of its own."""
    if "base64" not in row:
        return row
    path = f"pictures/{name.replace('.', '-')}.{ENDINGS.get(str(row.get('media_type')), 'bin')}"
    archive.writestr(path, b64decode(row["base64"]))
    return {key: value for key, value in row.items() if key != "base64"} | {"file": path}


def _for_programs(chapters: list[Chapter]) -> str:
    found = {chapter.key: {section.name: section.rows for section in chapter.sections} for chapter in chapters}
    return json.dumps(found, ensure_ascii=False, indent=2, default=str)


def _style() -> str:
    path = finders.find("home/css/copy.css")
    if not isinstance(path, str):
        raise FileNotFoundError("home/css/copy.css")
    return Path(path).read_text(encoding="utf-8")


def file_name() -> str:
    """Says what it is and from when, and nothing about anybody's health."""
    return f"my-data-{timezone.localdate():%Y-%m-%d}.zip"
