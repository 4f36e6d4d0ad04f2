"""The API's description as something to read: made once from the same schema that machines read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator

from portal.notifications.devices import can_push

IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
    "description": "A name of your own for this request. Sent again within a day, it is not done again: you get the"
    " first answer, with Idempotency-Replayed: true. The same key for another request is refused (422).",
}
METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to send or to read."""

    name: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one address."""

    method: str
    path: str
    description: str
    signed_in: bool
    parameters: tuple[Field, ...]
    body: tuple[Field, ...]
    answers: tuple[tuple[str, tuple[Field, ...]], ...]

    @property
    def anchor(self) -> str:
        return f"{self.method}{self.path}".replace("/", "-").replace("{", "").replace("}", "").strip("-").lower()


def without_devices(endpoints: list[tuple[str, str, str, Any]]) -> list[tuple[str, str, str, Any]]:
    """A site without a key for devices does not speak of them."""
    return [one for one in endpoints if can_push() or not one[0].startswith("/api/v1/devices/")]


def with_idempotency_keys(result: dict[str, Any], **_more: Any) -> dict[str, Any]:
    """Every operation that writes takes a key; a hook of the schema generator."""
    for methods in result["paths"].values():
        for method, told in methods.items():
            if method in METHODS and method != "get":
                told.setdefault("parameters", []).append(IDEMPOTENCY_KEY)
    return result


class Reader:
    """Follows references inside one schema."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self.schema = schema

    def follow(self, part: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in part:
            found: Any = self.schema
            for step in part["$ref"].removeprefix("#/").split("/"):
                found = found[step]
            part = found
        return part

    def type_of(self, part: Mapping[str, Any]) -> str:
        part = self.follow(part)
        if "allOf" in part:
            return self.type_of(part["allOf"][0])
        if part.get("enum"):
            return " | ".join(str(value) for value in part["enum"])
        if part.get("type") == "array":
            return f"list of {self.type_of(part.get('items', {}))}"
        return str(part.get("format") or part.get("type") or "any")

    def fields(self, content: Mapping[str, Any]) -> tuple[Field, ...]:
        """The properties of the JSON in a request or an answer."""
        part = self.follow(content.get("application/json", {}).get("schema", {}))
        if part.get("type") == "array":
            part = self.follow(part["items"])
        if "results" in part.get("properties", {}):
            part = self.follow(part["properties"]["results"]["items"])
        required = part.get("required", [])
        return tuple(
            Field(name, self.type_of(inner), name in required, self.follow(inner).get("description", ""))
            for name, inner in part.get("properties", {}).items()
        )

    def operations(self) -> Iterator[Operation]:
        for path, methods in self.schema["paths"].items():
            for method in METHODS:
                if method in methods:
                    yield self.operation(method, path, methods[method])

    def operation(self, method: str, path: str, told: Mapping[str, Any]) -> Operation:
        parameters = tuple(
            Field(one["name"], self.type_of(one["schema"]), one.get("required", False), one.get("description", ""))
            for one in told.get("parameters", [])
        )
        answers = tuple(
            (status, self.fields(answer.get("content", {}))) for status, answer in told["responses"].items()
        )
        return Operation(
            method=method.upper(),
            path=path,
            description=told.get("description", ""),
            signed_in={} not in told.get("security", [{}]),
            parameters=parameters,
            body=self.fields(told.get("requestBody", {}).get("content", {})),
            answers=answers,
        )


@lru_cache(maxsize=1)
def operations() -> tuple[Operation, ...]:
    """Every operation, in the order of the addresses."""
    schema = SchemaGenerator().get_schema(request=None, public=True)
    return tuple(Reader(schema).operations())
