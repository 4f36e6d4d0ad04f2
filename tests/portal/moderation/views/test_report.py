"""The report page, from the first minute and also signed out."""

import pytest
from django.urls import reverse

from portal.moderation.models import Case, Report
from tests.factories.accounts import make_user
from tests.factories.moderation import KEY


def page(leaflet):
    return reverse("moderation:report", args=[KEY, leaflet.public_id])


def test_the_first_reason_is_about_the_person(client, house):
    answer = client.get(page(house.put_up()))

    assert answer.context["form"].fields["reason"].choices[0][0] == "worried"
    assert "I’m worried about this person" in answer.content.decode()


def test_a_member_reports_and_is_thanked(signed_in, house):
    leaflet = house.put_up()

    answer = signed_in.post(page(leaflet), {"reason": "advice", "words": "dose in it"}, follow=True)

    made = Report.objects.get()
    assert (made.reporter, made.reason, made.words) == (signed_in.person, "advice", "dose in it")
    assert "Thank you for telling us" in answer.content.decode()


def test_signed_out_one_may_report_ten_times_in_an_hour(client, house):
    for number in range(10):
        assert client.post(page(house.put_up(f"leaf{number}")), {"reason": "unkind"}).status_code == 302

    assert client.post(page(house.put_up("one-more")), {"reason": "unkind"}).status_code == 429
    assert Case.objects.count() == 10


def test_without_a_reason_nothing_is_sent_and_the_words_stay(signed_in, house):
    answer = signed_in.post(page(house.put_up()), {"words": "kept while I mend it"})

    assert "Choose what fits best." in answer.content.decode()
    assert "kept while I mend it" in answer.content.decode()
    assert Report.objects.count() == 0


@pytest.mark.parametrize("name", ["report", "thanks"])
def test_what_one_may_not_know_does_not_exist(signed_in, house, name):
    leaflet = house.put_up(readers=[make_user()])

    for key, public_id in [(KEY, leaflet.public_id), (KEY, "nothing"), ("no.such", "leaf1")]:
        assert signed_in.get(reverse(f"moderation:{name}", args=[key, public_id])).status_code == 404


def test_too_many_reports_are_told_beside_the_form(signed_in, house):
    for number in range(20):
        signed_in.post(page(house.put_up(f"leaf{number}")), {"reason": "unkind"})

    answer = signed_in.post(page(house.put_up("one-more")), {"reason": "unkind", "words": "kept"})

    assert "Try again later" in answer.content.decode()
    assert "kept" in answer.content.decode()


def test_the_emergency_number_is_the_readers_own(client, house):
    client.cookies["help_country"] = "US"

    assert 'href="tel:911"' in client.get(page(house.put_up())).content.decode()
