"""People, agreements and words in the admin: who opens what, and what a tick there does."""

from collections.abc import Iterator

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.accounts import roles
from portal.accounts.models import Consent, ConsentText, User
from portal.accounts.operations import give_roles
from portal.accounts.staff import EstimatedPaginator
from portal.core.errors import RuleViolation
from portal.vocabulary.models import HealthTopic
from tests.factories.accounts import make_user
from tests.portal.accounts.agreements import newer_text

pytestmark = pytest.mark.django_db

PEOPLE = "/admin/accounts/user/"
TEXTS = "/admin/accounts/consenttext/"
TOPICS = "/admin/vocabulary/healthtopic/"
OPENS = {
    roles.EDITORS: {TOPICS},
    roles.CLINICAL_REVIEWERS: {TOPICS},
    roles.MODERATORS: {TOPICS},
    roles.SAFEGUARDING_LEADS: set(),
    roles.ADMINISTRATORS: {PEOPLE, TEXTS, TOPICS},
}
CHANGES = {roles.EDITORS: {TOPICS}, roles.ADMINISTRATORS: {TEXTS, TOPICS}}


@pytest.fixture(autouse=True)
def no_second_step_needed(settings):
    settings.DEMO = True


def desk(*names: str, **fields: object) -> tuple[Client, User]:
    client, person = Client(), make_user(*names, **fields)
    client.force_login(person)
    return client, person


@pytest.mark.parametrize("role", roles.ALL)
@pytest.mark.parametrize("listing", [PEOPLE, TEXTS, TOPICS])
def test_each_role_opens_its_own_lists_and_no_others(role, listing):
    client, _person = desk(role)

    assert client.get(listing).status_code == (200 if listing in OPENS[role] else 403)
    assert (listing in client.get("/admin/").content.decode()) is (listing in OPENS[role])
    assert client.get(f"{listing}add/").status_code == (200 if listing in CHANGES.get(role, set()) else 403)


@pytest.mark.parametrize("role", sorted(set(roles.ALL) - {roles.ADMINISTRATORS}))
def test_no_other_role_sees_or_changes_a_person(role):
    client, _person = desk(role)
    url = f"{PEOPLE}{make_user(display_name='Canarybird').pk}/change/"

    for response in (client.get(url), client.post(url, {}), client.get(f"{PEOPLE}?q=canary")):
        assert response.status_code == 403
        assert "Canarybird" not in response.content.decode()


@pytest.mark.parametrize("signed_in_as", [None, "patient"])
def test_others_are_sent_to_sign_in(signed_in_as):
    client = Client() if signed_in_as is None else desk()[0]
    assert [client.get(page).status_code for page in (PEOPLE, TEXTS, TOPICS)] == [302, 302, 302]


def test_a_closed_or_former_member_of_staff_is_out_at_once():
    client, person = desk(roles.ADMINISTRATORS)
    assert client.get(PEOPLE).status_code == 200

    person.groups.clear()

    assert client.get(PEOPLE).status_code == 302


def answers(person: User, *held: str, **changed: object) -> dict[str, object]:
    said = {
        "display_name": person.display_name,
        "country": "GB",
        "language": "en",
        "is_active": "on",
        "groups": [Group.objects.get(name=name).pk for name in held],
    }
    return {name: value for name, value in (said | changed).items() if value is not None}


def test_ticking_a_role_opens_the_desk_and_unticking_it_closes_it():
    boss, _actor = desk(roles.ADMINISTRATORS)
    client, person = desk()
    url = f"{PEOPLE}{person.pk}/change/"

    boss.post(url, answers(person, roles.EDITORS, roles.MODERATORS))
    person = User.objects.get(pk=person.pk)
    assert (person.is_staff, person.staff_roles.names) == (True, {roles.EDITORS, roles.MODERATORS})
    assert client.get("/admin/").status_code == 200

    boss.post(url, answers(person))
    person = User.objects.get(pk=person.pk)
    assert (person.is_staff, bool(person.staff_roles)) == (False, False)
    assert client.get("/admin/").status_code == 302


def test_closing_an_account_signs_the_person_out():
    boss, _actor = desk(roles.ADMINISTRATORS)
    client, person = desk()

    boss.post(f"{PEOPLE}{person.pk}/change/", answers(person, is_active=None))

    assert client.get("/settings/").status_code == 302


def test_an_administrator_cannot_shut_themselves_out():
    boss, actor = desk(roles.ADMINISTRATORS)
    url = f"{PEOPLE}{actor.pk}/change/"

    for said in (answers(actor), answers(actor, roles.ADMINISTRATORS, is_active=None)):
        response = boss.post(url, said)
        assert "You cannot take your own way in from yourself." in response.content.decode()
    assert User.objects.get(pk=actor.pk).staff_roles.administers
    with pytest.raises(RuleViolation):
        give_roles(actor=actor, person=actor, names=[])


@pytest.mark.parametrize("role", sorted(set(roles.ALL) - {roles.ADMINISTRATORS}))
def test_only_administrators_give_roles_whatever_the_door(role):
    person = make_user()

    with pytest.raises(PermissionDenied):
        give_roles(actor=make_user(role), person=person, names=[role])
    assert not User.objects.get(pk=person.pk).is_staff


def test_a_role_that_does_not_exist_is_not_given():
    person = give_roles(actor=make_user(roles.ADMINISTRATORS), person=make_user(), names=["Wizards"])
    assert (person.is_staff, person.groups.count()) == (False, 0)


def test_names_stay_unique_in_the_admin_too():
    boss, _actor = desk(roles.ADMINISTRATORS)
    make_user(display_name="Heron")
    person = make_user(display_name="Kingfisher")

    response = boss.post(f"{PEOPLE}{person.pk}/change/", answers(person, display_name="HERON"))
    assert "already has a name that looks like this" in response.content.decode()

    boss.post(f"{PEOPLE}{person.pk}/change/", answers(person, display_name="Grebe"))
    person.refresh_from_db()
    assert (person.display_name, person.display_name_key) == ("Grebe", "grebe")


@pytest.mark.parametrize("name", ["Moderator", "Handrail help", "a@there.example", "Gr\u202eebe"])
def test_a_name_that_sign_up_refuses_is_refused_here_too(name):
    boss, _person = desk(roles.ADMINISTRATORS)
    person = make_user(display_name="Kingfisher")

    response = boss.post(f"{PEOPLE}{person.pk}/change/", answers(person, display_name=name))

    assert "display_name" in response.context["adminform"].form.errors
    person.refresh_from_db()
    assert person.display_name == "Kingfisher"


def test_addresses_and_passwords_are_not_changed_here_and_nobody_is_deleted():
    boss, _actor = desk(roles.ADMINISTRATORS)
    person = make_user(email="ana@there.example", password="a long walk 77")
    url = f"{PEOPLE}{person.pk}/change/"

    text = boss.get(url).content.decode()
    boss.post(url, answers(person, email="evil@there.example", password="x", is_staff="on", is_superuser="on"))

    person.refresh_from_db()
    assert (person.email, person.is_staff, person.is_superuser) == ("ana@there.example", False, False)
    assert person.check_password("a long walk 77")
    assert person.password not in text
    assert boss.get(f"{PEOPLE}{person.pk}/delete/").status_code == 403
    assert "delete_selected" not in boss.get(PEOPLE).content.decode()


def test_a_time_zone_is_shown_and_changed_only_by_the_person():
    boss, _actor = desk(roles.ADMINISTRATORS)
    person = make_user(time_zone="Asia/Kathmandu")
    url = f"{PEOPLE}{person.pk}/change/"

    assert "Asia/Kathmandu" in boss.get(url).content.decode()
    assert boss.post(url, answers(person, time_zone="Europe/Paris", language="ar-x-pseudo")).status_code == 302

    person.refresh_from_db()
    assert (person.time_zone, person.language) == ("Asia/Kathmandu", "ar-x-pseudo")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_people_costs_the_same_for_one_and_three(count, django_assert_num_queries):
    boss, _actor = desk(roles.ADMINISTRATORS)
    for _number in range(count):
        make_user()
    boss.get(PEOPLE)

    with django_assert_num_queries(3):  # the person, their roles, the page
        response = boss.get(PEOPLE)

    assert len(response.context["cl"].result_list) == count + 1


def test_a_person_is_found_by_name_or_address():
    boss, _actor = desk(roles.ADMINISTRATORS)
    make_user(display_name="Kingfisher", email="ana@there.example")

    for words in ("kingf", "ana@there"):
        assert [row.display_name for row in boss.get(f"{PEOPLE}?q={words}").context["cl"].result_list] == ["Kingfisher"]


def test_a_text_that_somebody_agreed_to_is_never_rewritten():
    boss, _actor = desk(roles.ADMINISTRATORS)
    agreed = ConsentText.objects.get(purpose="terms", version=1)
    draft = newer_text("terms", 7)
    assert Consent.objects.filter(purpose="terms", version=1).exists()

    said = {"purpose": "terms", "version": 7, "language": "en", "summary": "Mended", "text": "Mended",
            "published_at": "2026-06-01T10:00"}  # fmt: skip
    assert boss.post(f"{TEXTS}{agreed.pk}/change/", {**said, "version": 1}).status_code == 403
    assert boss.post(f"{TEXTS}{draft.pk}/change/", said).status_code == 302
    draft.refresh_from_db()
    assert draft.summary == "Mended"
    assert boss.get(f"{TEXTS}{draft.pk}/delete/").status_code == 403


def test_what_was_done_to_a_person_is_written_down():
    boss, actor = desk(roles.ADMINISTRATORS)
    person = make_user()

    boss.post(f"{PEOPLE}{person.pk}/change/", answers(person, roles.EDITORS))

    entry = LogEntry.objects.get(object_id=str(person.pk))
    assert entry.user_id == actor.pk


@pytest.fixture
def many_topics(db: None) -> Iterator[None]:
    """Enough for the planner's estimate to count. ANALYZE writes through a rollback, so it is told again at the end."""

    def analyze() -> None:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE vocabulary_healthtopic")

    HealthTopic.objects.bulk_create([HealthTopic(slug=f"t{n}", kind="theme") for n in range(5200)])
    analyze()
    yield
    HealthTopic.objects.all().delete()
    analyze()


def test_a_small_list_is_counted_by_its_keys():
    HealthTopic.objects.create(slug="sleep", kind="theme")
    assert EstimatedPaginator(HealthTopic.objects.order_by("slug"), 50).count == HealthTopic.objects.count()


def test_a_big_list_is_as_long_as_the_planner_thinks_and_is_never_counted(many_topics):
    with CaptureQueriesContext(connection) as asked:
        big = EstimatedPaginator(HealthTopic.objects.order_by("slug"), 50)
        assert 5000 < big.count < 5600
        assert len(big.page(100).object_list) == 50
        assert EstimatedPaginator(HealthTopic.objects.filter(slug__startswith="t"), 50).count == 2500
    assert [query["sql"] for query in asked.captured_queries if "COUNT(" in query["sql"].upper()] == []


def test_pages_of_the_admin_link_to_addresses_that_exist():
    boss, actor = desk(roles.ADMINISTRATORS)
    assert boss.get(reverse("admin:accounts_user_history", args=[actor.pk])).status_code == 200
