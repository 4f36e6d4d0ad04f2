"""Reads the words of a PDF, independently of what wrote it: streams are inflated, and each font's own map from codes to
letters (ISO 32000-1, 9.10) turns what is shown into text."""

import base64
import re
import zlib


def objects(content: bytes) -> dict[int, bytes]:
    return {int(n): body for n, body in re.findall(rb"(\d+) 0 obj(.*?)endobj", content, re.S)}


def stream(body: bytes) -> bytes:
    found = re.search(rb"stream\r?\n(.*?)\r?\n?endstream", body, re.S)
    if not found:
        return b""
    data = found[1]
    if b"ASCII85Decode" in body:
        data = base64.a85decode(data.strip().removesuffix(b"~>"))
    return zlib.decompress(data) if b"FlateDecode" in body else data


def letters(cmap: bytes) -> dict[int, str]:
    """Code to letter, from the single entries and the ranges of a ToUnicode map."""
    found: dict[int, str] = {}
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, letter in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            found[int(code, 16)] = bytes.fromhex(letter.decode()).decode("utf-16-be")
    for part in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.S):
        for low, _high, row in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*\[(.*?)\]", part, re.S):
            for step, letter in enumerate(re.findall(rb"<([0-9A-Fa-f]+)>", row)):
                found[int(low, 16) + step] = bytes.fromhex(letter.decode()).decode("utf-16-be")
        for low, high, letter in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            for step in range(int(high, 16) - int(low, 16) + 1):
                found[int(low, 16) + step] = chr(int(letter, 16) + step)
    return found


def codes(shown: bytes) -> list[int]:
    r"""The bytes of a literal string, with its escapes (\n, \(, \053) undone."""
    named = {b"n": 10, b"r": 13, b"t": 9, b"b": 8, b"f": 12}
    found = []
    for octal, named_one, plain in re.findall(rb"\\([0-7]{1,3})|\\(.)|([^\\])", shown, re.S):
        found.append(
            int(octal, 8) if octal else named.get(named_one, named_one[:1] and named_one[0]) if named_one else plain[0]
        )
    return found


def pdf_text(content: bytes) -> tuple[int, str]:
    """How many pages there are, and all words in the order of the file."""
    parts = objects(content)
    fonts = {}
    for number, body in parts.items():
        if pointer := re.search(rb"/ToUnicode (\d+) 0 R", body):
            fonts[number] = letters(stream(parts[int(pointer[1])]))
    names = {
        name: fonts[int(number)]
        for body in parts.values()
        for name, number in re.findall(rb"/(F\d+(?:\+\d+)?) (\d+) 0 R", body)
        if int(number) in fonts
    }
    words = []
    for body in parts.values():
        drawn = stream(body) if b"stream" in body and b"/Length1" not in body else b""
        font: dict[int, str] = {}
        for name, shown, newline in re.findall(
            rb"/(F\d+(?:\+\d+)?) [\d.]+ Tf|\(((?:\\.|[^\\()])*)\) Tj|(T\*|ET)", drawn, re.S
        ):
            if name:
                font = names.get(name, {})
            elif newline:
                words.append(" ")
            else:
                words.append("".join(font.get(code, "") for code in codes(shown)))
    pages = sum(bool(re.search(rb"/Type /Page\b(?!s)", body)) for body in parts.values())
    return pages, re.sub(r"\s+", " ", "".join(words))
