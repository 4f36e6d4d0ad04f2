"""Messages to and from the JSON that is sealed in a row."""

from typing import Any

from portal.core.kinds import Action, Message


def as_json(message: Message) -> dict[str, Any]:
    return {
        "subject": str(message.subject),
        "title": str(message.title),
        "lines": [str(line) for line in message.lines],
        "card": [str(line) for line in message.card],
        "notes": [str(line) for line in message.notes],
        "actions": [[str(one.label), one.url, one.main] for one in message.actions],
        "url": message.url,
        "footer": [str(line) for line in message.footer],
    }


def from_json(words: dict[str, Any]) -> Message:
    actions = [Action(label, url, main) for label, url, main in words["actions"]]
    return Message(**{**words, "actions": actions})
