import environ
import pytest

from portal.launch.environment import Addresses, for_children, for_owner, is_demo
from portal.launch.places import Places

TO = Addresses(
    port=8123,
    database="postgres://handrail_app@//tmp/handrail-x/handrail",
    database_owner="postgres://handrail_owner@//tmp/handrail-x/handrail",
    broker="redis+socket:///tmp/handrail-x/valkey.sock?virtual_host=0",
    cache="unix:///tmp/handrail-x/valkey.sock?db=1",
    mail="smtp://127.0.0.1:2525",
)


@pytest.fixture
def places(tmp_path):
    return Places(tmp_path, tmp_path / "var", tmp_path / "var" / "data")


def test_the_database_address_is_read_as_socket_folder_role_and_name():
    found = environ.Env.db_url_config(TO.database)
    assert (found["HOST"], found["USER"], found["NAME"]) == ("/tmp/handrail-x", "handrail_app", "handrail")


def test_the_demo_is_on_and_bound_to_this_machine(places):
    env = for_children({}, {"SECRET_KEY": "made"}, places, TO)
    assert env == {
        "SECRET_KEY": "made",
        "HANDRAIL_DEMO": "1",
        "HANDRAIL_BASE_URL": "http://localhost:8123",
        "HANDRAIL_MAIL_DIR": str(places.mail),
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "HANDRAIL_BIND": "127.0.0.1",
        "PORT": "8123",
        "DATABASE_URL": TO.database,
        "CELERY_BROKER_URL": TO.broker,
        "CACHE_URL": TO.cache,
        "EMAIL_URL": TO.mail,
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "PYTHONUNBUFFERED": "1",
    }


def test_what_the_person_set_wins_over_what_would_be_made(places):
    given = {"SECRET_KEY": "mine", "HANDRAIL_DEMO": "0", "SITE_COUNTRY": "PL"}
    env = for_children(given, {"SECRET_KEY": "made"}, places, TO)
    assert (env["SECRET_KEY"], env["HANDRAIL_DEMO"], env["SITE_COUNTRY"]) == ("mine", "0", "PL")


def test_habits_of_the_persons_shell_lead_no_child_to_another_database(places):
    env = for_children({"PGHOST": "production.example", "PGOPTIONS": "-c x=y", "PG_BIN": "/usr/bin"}, {}, places, TO)
    assert {name: value for name, value in env.items() if name.startswith("PG")} == {"PG_BIN": "/usr/bin"}


def test_only_the_step_that_migrates_is_told_the_owners_address(places):
    env = for_children({"DATABASE_OWNER_URL": TO.database_owner}, {}, places, TO)
    assert TO.database_owner not in env.values()
    assert for_owner(env, TO)["DATABASE_URL"] == TO.database_owner


@pytest.mark.parametrize(
    ("given", "wanted"), [({}, True), ({"HANDRAIL_DEMO": "0"}, False), ({"HANDRAIL_DEMO": "on"}, True)]
)
def test_the_demo_is_on_unless_it_is_switched_off(given, wanted):
    assert is_demo(given) is wanted
