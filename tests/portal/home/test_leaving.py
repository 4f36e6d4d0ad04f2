"""Being erased: seven days to change one's mind, a choice about one's words, and the worker that carries it out."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groups.models import Post, PostText, ThreadVoice
from portal.accounts import roles
from portal.accounts.models import Leaving, User
from portal.accounts.operations.leaving import ask_to_leave, carry_out, stay, take_leaving
from portal.home.leaving import begin_to_leave, carry_out_leavings, change_ones_mind
from portal.home.messages import leaving_words
from portal.home.tasks import carry_out_leavings as task
from portal.notifications.engine.plan import expand_events
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.groups import make_post, make_thread
from tests.factories.sign_in import PASSWORD, newest_message, prove_it, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client):
    person = make_user(email="ana@there.example", password=PASSWORD)
    sign_in(client, person)
    prove_it(client)
    return person


def a_week_passes():
    Leaving.objects.update(due_at=timezone.now() - timedelta(seconds=1))


def leave(client, words="keep", **more):
    return client.post(reverse("home:leave"), {"words": words, "sure": "on", **more})


def test_the_password_is_asked_before_the_seven_days_begin(client):
    sign_in(client, make_user(password=PASSWORD))
    assert leave(client)["Location"].startswith(reverse("account_reauthenticate"))
    assert not Leaving.objects.exists()


def test_for_seven_days_everything_works_and_one_button_keeps_the_account(client, person):
    leave(client)
    leaving = Leaving.objects.get(user=person)
    assert timedelta(days=6, hours=23) < leaving.due_at - timezone.now() <= timedelta(days=7)
    for page in ("own_data", "leave"):
        assert "Your account will be erased on" in client.get(reverse(f"home:{page}")).content.decode()

    task()
    assert User.objects.get(pk=person.pk).is_active

    client.post(reverse("home:keep_account"))
    a_week_passes()
    task()
    assert User.objects.get(pk=person.pk).email == "ana@there.example"
    assert "Your account will be erased on" not in client.get(reverse("home:own_data")).content.decode()


def test_it_is_told_through_the_engine_and_taken_back_with_the_wish(person):
    begin_to_leave(actor=person, keep_words=True)
    expand_events()
    waiting = Delivery.objects.filter(kind="home.leaving", recipient=person)
    assert {one.channel for one in waiting} == {"email", "in_app"}
    assert "change your mind" in str(leaving_words(Leaving.objects.get()).lines[1])

    change_ones_mind(actor=person)
    assert {one.state for one in waiting.all()} == {"cancelled"}


def test_after_a_week_the_worker_removes_the_words_and_the_thread_keeps_its_shape(client, person):
    thread = make_thread()
    first = make_post(thread, person, "What I said")
    make_post(thread, body="An answer")
    leave(client, "remove")
    a_week_passes()

    task()

    assert not PostText.objects.filter(post=first).exists()
    assert [post.shown for post in Post.objects.visible_to(make_user()).order_by("number")] == ["deleted", "shown"]
    assert client.get(reverse("home:settings")).status_code == 302
    assert newest_message()["title"] == "Your account is erased"
    assert Delivery.objects.get(kind="home.gone").words["address"] == "ana@there.example"


def test_words_that_stay_get_another_name_in_each_thread(client, person):
    posts = [make_post(make_thread(), person, "It helped") for _thread in range(2)]
    leave(client, "keep")
    a_week_passes()

    carry_out_leavings()

    names = set(ThreadVoice.objects.filter(posts__in=posts).values_list("shown_name", flat=True))
    assert len(names) == 2 and person.display_name not in names
    assert PostText.objects.filter(post__in=posts, body="It helped").count() == 2


def test_a_wrong_answer_is_kept_and_told_beside_its_field(client, person):
    text = client.post(reverse("home:leave"), {"words": "keep"}).content.decode()
    assert "Tick this if you want your account erased." in text
    assert 'value="keep"' in text and "checked" in text
    text = client.post(reverse("home:leave"), {"words": "burn", "sure": "on"}).content.decode()
    assert "Choose what should happen to your words." in text
    assert not Leaving.objects.exists()


def test_asking_again_changes_the_choice_and_not_the_day(person):
    first = ask_to_leave(actor=person, keep_words=True)
    Leaving.objects.update(due_at=first.due_at - timedelta(days=3))
    second = ask_to_leave(actor=person, keep_words=False)
    assert (second.pk, second.keep_words) == (first.pk, False)
    assert second.due_at == first.due_at - timedelta(days=3)


def test_whoever_holds_a_staff_role_hands_it_over_first(client):
    client.force_login(make_user(roles.MODERATORS))
    assert "You hold a staff role" in client.get(reverse("home:leave")).content.decode()
    assert leave(client).status_code == 403
    assert not Leaving.objects.exists()


def test_a_mind_changed_in_the_last_moment_wins_over_a_worker_that_holds_it(person):
    ask_to_leave(actor=person, keep_words=True)
    a_week_passes()
    taken = take_leaving()
    assert taken is not None and take_leaving() is None

    stay(actor=person)

    assert carry_out(leaving=taken) is None
    assert User.objects.get(pk=person.pk).erased_at is None


def test_a_worker_that_died_is_replaced_and_the_late_one_does_nothing(person):
    ask_to_leave(actor=person, keep_words=True)
    a_week_passes()
    first = take_leaving()
    Leaving.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    second = take_leaving()

    assert carry_out(leaving=first) is None
    assert carry_out(leaving=second).pk == person.pk


def test_nobody_sees_or_stops_the_leaving_of_another(client, person):
    other = make_user()
    begin_to_leave(actor=other, keep_words=True)

    assert "will be erased" not in client.get(reverse("home:own_data")).content.decode()
    client.post(reverse("home:keep_account"))
    assert Leaving.objects.filter(user=other).exists()
    assert Client().post(reverse("home:keep_account"))["Location"].startswith("/accounts/login/")
