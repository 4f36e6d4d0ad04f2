"""The opening words: loaded once, loaded again without harm, and never over what editors changed."""

import pytest

from portal.vocabulary.models import HealthTopic, HealthTopicName
from portal.vocabulary.opening import load

pytestmark = pytest.mark.django_db


def everything() -> list[tuple[object, ...]]:
    topics = HealthTopic.objects.values_list("slug", "kind", "parent__slug", "position")
    names = HealthTopicName.objects.order_by("topic__slug", "language").values_list(
        "topic__slug", "language", "name", "summary", "synonyms"
    )
    return [*topics, *names]


def test_every_topic_has_a_name_and_stands_under_its_parent():
    assert load(demo=False) == "Vocabulary: 25 health topics."

    assert HealthTopic.objects.count() == 25
    assert HealthTopic.objects.filter(names=None).count() == 0
    assert HealthTopic.objects.get(slug="bone-metastases").parent.slug == "cancer"
    assert "lumbago" in HealthTopicName.objects.get(topic__slug="lower-back-pain").synonyms


def test_loading_again_adds_and_changes_nothing():
    load(demo=False)
    once = everything()

    load(demo=True)

    assert everything() == once


def test_what_editors_changed_stays_and_what_is_missing_comes():
    load(demo=False)
    name = HealthTopicName.objects.get(topic__slug="sleep")
    name.name, name.synonyms = "Nights", ["lying awake"]
    name.save()
    HealthTopic.objects.filter(slug="fever").update(position=5, parent=HealthTopic.objects.get(slug="cancer"))
    HealthTopic.objects.get(slug="scans").delete()

    load(demo=False)

    name.refresh_from_db()
    assert (name.name, name.synonyms) == ("Nights", ["lying awake"])
    fever = HealthTopic.objects.get(slug="fever")
    assert (fever.position, fever.parent.slug) == (5, "cancer")
    assert HealthTopic.objects.filter(slug="scans", names__language="en").exists()
