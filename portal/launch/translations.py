"""Keep the catalogues of words in step: python -m portal.launch.translations [--check]

Without --check it rewrites the pseudo language, which shows what is not marked for translation and how pages bear
longer words from right to left, and compiles every catalogue. Needs no gettext tools, only polib.
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ["portal", "articles", "groups", "selfcare"]
PSEUDO = "ar_X-pseudo"
HEADER = {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": PSEUDO,
    "MIME-Version": "1.0",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
WIDER = str.maketrans("aeiouyAEIOUYcnszCNSZ", "áéíöúýÁÉÍÖÚÝçñšžÇÑŠŽ")
KEPT = re.compile(r"(%\([^)]*\)[a-z]|%[sd%]|\{[^}]*\}|<[^>]*>|&\w+;|https?://\S+)")

TEXT = r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*{TEXT}(?:\s*,\s*{TEXT})?(?:\s*,\s*{TEXT})?", re.DOTALL)


class Message(NamedTuple):
    """One thing to translate; `plural` is empty where there is none."""

    context: str | None
    text: str
    plural: str


def message(function: str, words: list[str]) -> Message | None:
    """What a call such as npgettext(context, one, many) asks for; None when its words are not written out."""
    kind = "gettext" if function == "_" else function.removesuffix("_lazy").removesuffix("_noop")
    shapes = {"gettext": (0, 1), "ngettext": (0, 2), "pgettext": (1, 1), "npgettext": (1, 2)}
    if kind not in shapes:
        return None
    contexts, texts = shapes[kind]
    if len(words) < contexts + texts:
        return None
    return Message(words[0] if contexts else None, words[contexts], words[contexts + 1] if texts == 2 else "")


def in_python(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        words = []
        for argument in node.args:
            if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                break
            words.append(argument.value)
        if words and (found := message(name, words)):
            yield found


def in_template(source: str) -> Iterator[Message]:
    from django.utils.translation.template import templatize

    for call in CALL.finditer(templatize(source)):
        words = [ast.literal_eval(each) for each in call.groups()[1:] if each]
        if found := message(call[1], words):
            yield found


def messages(root: Path) -> set[Message]:
    """Everything marked for translation in the product's own code and templates."""
    found: set[Message] = set()
    for package in PACKAGES:
        for path in (root / package).rglob("*"):
            if path.suffix == ".py" and "migrations" not in path.parts:
                found |= set(in_python(path.read_text()))
            elif "templates" in path.parts and path.suffix in {".html", ".txt"}:
                found |= set(in_template(path.read_text()))
    chosen = {(each.context, each.text): each for each in sorted(found, key=lambda each: each.plural)}  # a plural wins
    return {each for each in chosen.values() if each.text}


def pseudo(text: str) -> str:
    """Longer, accented and in brackets; placeholders, tags and addresses stay as they are."""
    body = text.strip()
    parts = [part if KEPT.fullmatch(part) else part.translate(WIDER) for part in KEPT.split(body)]
    return text.replace(body, f"[{''.join(parts)}{' ·' * (len(body) // 12 + 1)}]", 1)


def pseudo_catalogue(root: Path) -> polib.POFile:
    catalogue = polib.POFile()
    catalogue.metadata = dict(HEADER)
    for each in sorted(messages(root), key=lambda found: (found.text, found.context or "", found.plural)):
        entry = polib.POEntry(msgid=each.text, msgctxt=each.context)
        if each.plural:
            entry.msgid_plural = each.plural
            entry.msgstr_plural = {0: pseudo(each.text), 1: pseudo(each.plural)}
        else:
            entry.msgstr = pseudo(each.text)
        catalogue.append(entry)
    return catalogue


def catalogues(root: Path) -> list[Path]:
    return sorted(root.glob("locale/*/LC_MESSAGES/django.po"))


def write(root: Path) -> None:
    folder = root / "locale" / PSEUDO / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "django.po").write_text(str(pseudo_catalogue(root)) + "\n")
    for source in catalogues(root):
        source.with_suffix(".mo").write_bytes(polib.pofile(str(source)).to_binary())


def check(root: Path) -> list[str]:
    """One line for each catalogue that is not in step."""
    found = []
    for source in catalogues(root):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.read_bytes() != polib.pofile(str(source)).to_binary():
            found.append(f"{source.relative_to(root)} is not compiled as it stands")
    source = root / "locale" / PSEUDO / "LC_MESSAGES" / "django.po"
    known = {(each.msgctxt, each.msgid) for each in polib.pofile(str(source))} if source.exists() else set()
    wanted = {(each.context, each.text) for each in messages(root)}
    found += [f"{PSEUDO} has no words for {text[:60]!r}" for _, text in sorted(wanted - known, key=str)[:5]]
    found += [f"{PSEUDO} still has {text[:60]!r}" for _, text in sorted(known - wanted, key=str)[:5]]
    return found


def main(arguments: list[str]) -> int:
    words = argparse.ArgumentParser(prog="python -m portal.launch.translations")
    words.add_argument("--check", action="store_true", help="change nothing, and fail when something is not in step")
    if not words.parse_args(arguments).check:
        write(ROOT)
        return 0
    complaints = check(ROOT)
    if complaints:
        print(*complaints, "Mend it with: python -m portal.launch.translations", sep="\n", file=sys.stderr)
    return int(bool(complaints))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
