"""The part of a report that machines are meant to read (RFC 3464, RFC 6533), also where it is not by the book."""

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from portal.notifications.bounces.prose import first_of

FIELD = re.compile(r"^([A-Za-z][A-Za-z-]{1,40})[ \t]*:[ \t]*(.*)$")
STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
XTEXT = {"+2B": "+", "+2b": "+", "+3D": "=", "+3d": "="}
BEGINNINGS = {"original-recipient", "final-recipient", "action"}
MOST = 25  # recipients in one report; ours go to one person each


@dataclass(frozen=True, slots=True)
class Recipient:
    """One recipient of a report. `words` is what the server said, without the name of its protocol."""

    address: str | None
    action: str
    status: str
    words: str


def recipients_in(part: Message) -> list[Recipient]:
    return recipients_of(written(part))


def recipients_of(text: str) -> list[Recipient]:
    """A new one begins where a field comes again, blank line or not. Servers differ in the order of the fields."""
    groups: list[dict[str, str]] = [{}]
    for name, value in fields_of(text):
        held = groups[-1]
        begins = name in held and name in BEGINNINGS
        begins = begins or (name == "original-recipient" and {"final-recipient", "action"} <= held.keys())
        if begins and len(groups) < MOST:
            groups.append({})
        groups[-1].setdefault(name, value)
    found = (recipient_of(one) for one in groups if one.keys() & {"original-recipient", "final-recipient", "action"})
    return [one for one in found if one.address or one.action]


def recipient_of(fields: dict[str, str]) -> Recipient:
    address = address_of(fields.get("original-recipient", "")) or address_of(fields.get("final-recipient", ""))
    words = " ".join(fields.get("diagnostic-code", "")[:4000].split())
    found, precise = STATUS.search(fields.get("status", "")), STATUS.search(words)
    status = found.group(1) if found else ""
    if precise and (not status or status.endswith(".0.0")):  # the server that reports knows less than the one it asked
        status = precise.group(1)
    words = re.sub(r"^[\w-]{1,20} ?; ?", "", words)
    return Recipient(address, fields.get("action", "").strip().lower(), status, words)


def address_of(value: str) -> str | None:
    """`rfc822; ana+2Btag@there.example` and its kin; what was escaped for the way (RFC 3461, RFC 6533) is read back."""
    plain = re.sub(r"\+2B|\+3D", lambda one: XTEXT[one.group()], value.rpartition(";")[2], flags=re.I)
    return first_of(re.sub(r"\\x\{([0-9A-Fa-f]{2,6})\}", lambda one: letter(one.group(1)), plain))


def letter(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "?"


def fields_of(text: str) -> Iterator[tuple[str, str]]:
    """Names in lower case; a value may go on in the next line."""
    name, value = "", ""
    for line in text.splitlines():
        found = FIELD.match(line[:5000])
        if line[:1] in {" ", "\t"} and name and line.strip():
            value += " " + line.strip()[:2000]
        elif found or not line.strip():
            if name:
                yield name, value
            name, value = (found.group(1).lower(), found.group(2)) if found else ("", "")
    if name:
        yield name, value


def written(part: Message) -> str:
    """The part as it was written, whatever the parser made of it, and out of base64 or quoted-printable."""
    payload = part.get_payload()
    blocks = payload if isinstance(payload, list) else [payload]
    text = "\n\n".join(as_text(one) for one in blocks)
    coded = str(part.get("Content-Transfer-Encoding") or "").strip().lower()
    if "recipient" in text.lower() or coded not in {"base64", "quoted-printable"}:
        return text
    raw = text.encode("utf-8", "replace")
    try:
        return (binascii.a2b_base64(raw) if coded == "base64" else quopri.decodestring(raw)).decode("utf-8", "replace")
    except binascii.Error:
        return text


def as_text(block: object) -> str:
    if not isinstance(block, Message):
        return str(block)
    lines = [f"{name}: {value}" for name, value in block.raw_items()]
    body = block.get_payload()
    text = "\n".join(lines) + "\n\n" + ("\n\n".join(map(as_text, body)) if isinstance(body, list) else str(body or ""))
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
