"""The opening health topics. What editors changed since is left as it is."""

from pathlib import Path

import yaml
from django.db import transaction

from portal.vocabulary.models import HealthTopic, HealthTopicName

FILE = Path(__file__).parent / "content" / "topics.yaml"


@transaction.atomic
def load(demo: bool) -> str:
    """Add the topics that are not there yet."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    topics: dict[str, HealthTopic] = {}
    for position, row in enumerate(rows, start=1):
        parent = topics.get(row.get("parent", ""))
        topic, made = HealthTopic.objects.get_or_create(
            slug=row["slug"], defaults={"kind": row["kind"], "parent": parent, "position": position * 10}
        )
        topics[topic.slug] = topic
        if made:
            HealthTopicName.objects.create(topic=topic, language="en", **row["en"])
    return f"Vocabulary: {len(topics)} health topics."
