"""The opening groups themselves."""

from collections.abc import Mapping, Sequence
from typing import Any

from groups.models import SupportGroup
from groups.operations.groups import create_group
from portal.vocabulary.models import HealthTopic

ALSO = ("for_carers", "join_question", "allows_other_names", "allows_pictures")


def found_groups(rows: Sequence[Mapping[str, Any]]) -> dict[str, SupportGroup]:
    """Groups by key. One that exists stays as people have made it since."""
    there = {group.key: group for group in SupportGroup.objects.filter(key__in=[row["key"] for row in rows])}
    topics = {topic.slug: topic for topic in HealthTopic.objects.all()}
    for row in rows:
        if row["key"] not in there:
            more = {key: row[key] for key in ALSO if key in row}
            there[row["key"]] = create_group(
                actor=None, key=row["key"], name=row["name"], summary=row["summary"], preset=row["preset"],
                description=row["description"].strip(), rules=row["rules"].strip(),
                topics=[topics[slug] for slug in row["topics"] if slug in topics], **more,
            )  # fmt: skip
    return {row["key"]: there[row["key"]] for row in rows}
