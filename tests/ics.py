"""Reads a calendar file line by line (RFC 5545), independently of what wrote it."""

from datetime import UTC, datetime, timedelta


class Broken(ValueError):
    """The file is not what the standard asks for."""


def lines(content: bytes) -> list[str]:
    """Unfolded lines. Each ends in CRLF and is at most 75 octets long."""
    if not content.endswith(b"\r\n") or b"\n" in content.replace(b"\r\n", b""):
        raise Broken("lines end in CRLF")
    raw = content.split(b"\r\n")[:-1]
    if any(len(line) > 75 for line in raw):
        raise Broken("a line is longer than 75 octets")
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


def components(content: bytes) -> dict[str, list[dict[str, list[tuple[dict[str, str], str]]]]]:
    """Every component by kind, each as its properties: parameters and value."""
    found: dict[str, list] = {}
    stack: list[tuple[str, dict]] = []
    for line in lines(content):
        head, colon, value = line.partition(":")
        if not colon:
            raise Broken(f"no value in {line}")
        name, *parameters = head.split(";")
        if name == "BEGIN":
            stack.append((value, {}))
        elif name == "END":
            kind, properties = stack.pop()
            if kind != value:
                raise Broken(f"{value} ends inside {kind}")
            found.setdefault(kind, []).append(properties | {"IN": [({}, stack[-1][0] if stack else "")]})
        else:
            given = dict(part.split("=", 1) for part in parameters)
            stack[-1][1].setdefault(name, []).append((given, value))
    if stack:
        raise Broken("not everything is closed")
    return found


def one(component: dict, name: str) -> tuple[dict[str, str], str]:
    if len(component.get(name, [])) != 1:
        raise Broken(f"{name} must stand there once")
    return component[name][0]


def offsets(content: bytes) -> dict[str, set[timedelta]]:
    """The offsets that each time zone of the file defines."""
    zone, found = "", {}
    for line in lines(content):
        if line.startswith("TZID:"):
            zone = line[5:]
        elif line.startswith("TZOFFSETTO:"):
            sign, text = (-1 if line[11] == "-" else 1), line[12:]
            found.setdefault(zone, set()).add(sign * timedelta(hours=int(text[:2]), minutes=int(text[2:4])))
    return found


def stamp(value: str) -> datetime:
    if value.endswith("Z"):
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return datetime.strptime(value, "%Y%m%dT%H%M%S")
