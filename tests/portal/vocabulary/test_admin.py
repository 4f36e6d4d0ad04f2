"""Topics in the admin: words, synonyms one on each line, and the topic they belong under."""

import pytest
from django.test import Client

from portal.accounts import roles
from portal.vocabulary.forms import LinesField
from portal.vocabulary.models import HealthTopic, HealthTopicName
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db

URL = "/admin/vocabulary/healthtopic/"


@pytest.fixture
def topic(settings) -> HealthTopic:
    settings.DEMO = True
    topic = HealthTopic.objects.create(slug="night-pain", kind="symptom")
    HealthTopicName.objects.create(topic=topic, language="en", name="Night pain", synonyms=["pain at night", "awake"])
    return topic


def editor(role: str = roles.EDITORS) -> Client:
    client = Client()
    client.force_login(make_user(role))
    return client


def answers(topic: HealthTopic, **changed: str) -> dict[str, str]:
    name = topic.names.get()
    said = {
        "slug": topic.slug,
        "kind": "symptom",
        "position": "100",
        "names-TOTAL_FORMS": "1",
        "names-INITIAL_FORMS": "1",
        "names-0-id": str(name.pk),
        "names-0-topic": str(topic.pk),
        "names-0-language": "en",
        "names-0-name": name.name,
        "names-0-summary": "",
        "names-0-synonyms": "\n".join(name.synonyms),
    }
    return said | changed


def synonyms() -> list[str]:
    return HealthTopicName.objects.get().synonyms


def test_synonyms_are_shown_and_typed_one_on_each_line(topic):
    client = editor()
    assert "pain at night\nawake</textarea>" in client.get(f"{URL}{topic.pk}/change/").content.decode()

    typed = "pain at night\r\n\r\n  sore,  worse lying down \r\nPAIN AT NIGHT\r\nache"
    response = client.post(f"{URL}{topic.pk}/change/", answers(topic, **{"names-0-synonyms": typed}))

    assert response.status_code == 302
    assert synonyms() == ["pain at night", "sore, worse lying down", "ache"]


def test_all_synonyms_may_be_taken_away(topic):
    editor().post(f"{URL}{topic.pk}/change/", answers(topic, **{"names-0-synonyms": " \n"}))
    assert synonyms() == []


def test_a_synonym_that_is_too_long_is_said_and_kept(topic):
    client = editor()
    typed = f"ache\n{'very ' * 20}long"

    response = client.post(f"{URL}{topic.pk}/change/", answers(topic, **{"names-0-synonyms": typed}))

    assert "is too long. Use at most 80 letters" in response.content.decode()
    assert "very very" in response.content.decode()
    assert synonyms() == ["pain at night", "awake"]


def test_a_topic_cannot_stand_below_itself_or_share_its_address(topic):
    client = editor()
    child = HealthTopic.objects.create(slug="sleep", kind="theme", parent=topic)

    for changed, words in (
        ({"parent": str(topic.pk)}, "A topic cannot stand below itself."),
        ({"parent": str(child.pk)}, "A topic cannot stand below itself."),
        ({"slug": "sleep"}, "already exists"),
    ):
        response = client.post(f"{URL}{topic.pk}/change/", answers(topic, **changed))
        assert words in response.content.decode()
    topic.refresh_from_db()
    assert (topic.slug, topic.parent) == ("night-pain", None)


@pytest.mark.parametrize("role", [roles.CLINICAL_REVIEWERS, roles.MODERATORS])
def test_others_on_the_staff_read_topics_and_change_none(topic, role):
    client = editor(role)
    assert client.get(f"{URL}{topic.pk}/change/").status_code == 200

    response = client.post(f"{URL}{topic.pk}/change/", answers(topic, **{"names-0-synonyms": "mine"}))

    assert response.status_code == 403
    assert synonyms() == ["pain at night", "awake"]


def test_nobody_deletes_a_topic_that_others_tagged_their_things_with(topic):
    assert editor(roles.ADMINISTRATORS).post(f"{URL}{topic.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_topic_and_three(topic, count, django_assert_num_queries):
    client = editor()
    for number in range(1, count):
        HealthTopic.objects.create(slug=f"topic-{number}", kind="theme", parent=topic)
    client.get(URL)

    # the person, their roles, the planner's estimate, the keys, the page with parents
    with django_assert_num_queries(5):
        response = client.get(URL)
    assert len(response.context["cl"].result_list) == count


def test_a_topic_is_found_by_its_name(topic):
    rows = editor().get(f"{URL}?q=Night+pain").context["cl"].result_list
    assert [row.slug for row in rows] == ["night-pain"]


def test_nothing_changed_is_noticed_as_nothing_changed():
    field = LinesField(required=False)
    assert not field.has_changed(["a", "b"], "a\r\nb\r\n")
    assert field.has_changed(["a", "b"], "b\r\na")
    assert field.clean(None) == []
