import pytest
from django.urls import reverse

from portal.notifications.models import Preference
from portal.notifications.operations.preferences import choose
from portal.notifications.reads import wants
from tests.factories.groups import make_group, make_member
from tests.factories.notifications import CODE, WALK, House

pytestmark = pytest.mark.django_db
PAGE = reverse("notifications:preferences")


def test_anonymous_is_asked_to_sign_in(client):
    assert client.get(PAGE).status_code == 302


def test_every_optional_kind_has_a_box_for_each_channel_it_knows(house: House, signed_in):
    html = signed_in.get(PAGE).content.decode()

    assert f'name="{WALK}:email"' in html
    assert f'name="{WALK}:in_app"' in html
    assert f"{WALK}:null" not in html
    assert CODE not in html


def test_what_is_chosen_holds_and_is_shown_again(house: House, signed_in):
    response = signed_in.post(PAGE, {f"{WALK}:in_app": "on", "rest_email": "on"})

    assert response.url == PAGE
    person = signed_in.person.pk
    assert wants([person], WALK, "in_app") == {person}
    assert wants([person], WALK, "email") == set()
    form = signed_in.get(PAGE).context["form"]
    shown = {name: form[name].initial for name in (f"{WALK}:email", f"{WALK}:in_app", "rest_email")}
    assert shown == {f"{WALK}:email": False, f"{WALK}:in_app": True, "rest_email": True}


def test_saving_without_a_word_changes_turns_everything_off_but_what_must_come(house: House, signed_in):
    signed_in.post(PAGE, {"x": "y"})

    assert not Preference.objects.filter(user=signed_in.person, wanted=True).exists()
    assert wants([signed_in.person.pk], CODE, "email") == {signed_in.person.pk}


def test_a_kind_that_is_not_a_choice_is_ignored(house: House, signed_in):
    signed_in.post(PAGE, {f"{CODE}:email": "", "nobody.knows:email": "on"})

    assert not Preference.objects.filter(kind__in=[CODE, "nobody.knows"]).exists()


def test_the_page_has_a_constant_price(house: House, signed_in, django_assert_num_queries):
    signed_in.get(PAGE)  # the first page of a session writes its record
    # the person, choices, hour; whether three kinds concern them (groups looked after, helped in, a plan shared with
    # them); groups looked after and unread notices in the frame
    with django_assert_num_queries(8):
        signed_in.get(PAGE)


def test_requests_to_join_are_offered_only_to_who_looks_after_a_group(signed_in):
    group = make_group()
    membership = make_member(group, signed_in.person)
    assert 'name="groups.request:email"' not in signed_in.get(PAGE).content.decode()

    membership.role = "moderator"
    membership.save()
    assert 'name="groups.request:email"' in signed_in.get(PAGE).content.decode()


def test_what_was_chosen_as_a_moderator_is_kept_when_one_saves_as_a_member(signed_in):
    choose(actor=signed_in.person, wanted={("groups.request", "email"): False}, rest_email=False)
    signed_in.post(PAGE, {"groups.reply:email": "now"})
    assert wants([signed_in.person.pk], "groups.request", "email") == set()
