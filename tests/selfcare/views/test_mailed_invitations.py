"""An invitation to a carer can be mailed: once, in neutral words, to an address that nobody looks up or keeps."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.channels import CHANNELS
from portal.notifications.engine.sender import drain
from portal.notifications.links import absolute
from portal.notifications.models import Delivery
from portal.notifications.operations.suppression import suppress
from selfcare import operations, personal
from selfcare.models import CarerLink
from tests.factories.accounts import make_user
from tests.factories.sessions import Letterbox

FRIEND = "friend@elsewhere.example"


@pytest.fixture
def post(monkeypatch):
    box = Letterbox()
    monkeypatch.setitem(CHANNELS, "email", box)
    return box


@pytest.fixture
def link(signed_in):
    return operations.invite_carer(actor=signed_in.person, name="My daughter", scopes=["summary"])


def mail(client, link, email=FRIEND):
    return client.post(reverse("selfcare:mail_carer", args=[link.pk]), {"email": email})


def test_the_mail_is_neutral_its_address_is_sealed_and_its_link_lets_one_person_in(signed_in, link, post):
    page = reverse("selfcare:carer", args=[link.pk])
    assert "Or we mail it for you" in signed_in.get(page).text
    assert mail(signed_in, link).url == page
    assert FRIEND not in str([*Delivery.objects.values(), *CarerLink.objects.values()])
    drain(limit=10)

    [(recipient, letter)] = post.letters
    assert (recipient, letter.subject) == (None, "You are invited")
    assert f"{signed_in.person.display_name} would like to share something with you" in letter.title
    for word in ("pain", "diary", "cancer", "ill", "health", "daughter", "plan", "summary", "numbers"):
        assert word not in post.words().lower().replace("will", "")
    assert [action.url for action in letter.actions] == [absolute(accept(link))]
    shown = signed_in.get(page).text
    assert "Mailed on" in shown and "Or we mail it for you" not in shown
    carer = Client()
    carer.force_login(make_user())
    assert carer.post(accept(link)).status_code == 302
    assert carer.get(accept(link)).status_code == 404


def accept(link):
    return reverse("selfcare:accept_carer", args=[link.token])


def test_the_page_behind_it_says_what_one_will_see_and_what_not(signed_in, link):
    page = signed_in.get(accept(link)).text
    seen, hidden = page.split("You would not see")

    assert "A summary: numbers of the last four weeks, without notes" in seen
    assert "Their diary: single entries and notes" in hidden and "Their plan: what is due" in hidden
    assert "Their groups, messages and questions for the doctor" in hidden
    assert "The numbers of the last weeks" not in hidden


def taken_back(link, post):
    operations.end_carer(actor=link.owner, link=link)


def used(link, post):
    operations.accept_invitation(actor=make_user(), token=link.token)


def erased(link, post):
    personal.erase(link.owner, keep_words=False)


def run_out(link, post):
    CarerLink.objects.filter(pk=link.pk).update(expires_at=handrail_now())


def given_up(link, post):
    suppress(address=FRIEND.upper(), reason="bounce", user_id=None)


@pytest.mark.parametrize("happens", [taken_back, used, erased, run_out, given_up])
def test_what_is_over_or_goes_to_an_address_that_does_not_work_is_not_sent(signed_in, link, post, happens):
    mail(signed_in, link)
    happens(link, post)
    drain(limit=10)

    assert post.letters == []
    assert Delivery.objects.get(kind="selfcare.invitation").state in {"cancelled", "suppressed"}


def test_an_address_of_somebody_here_is_answered_like_any_other(signed_in, link):
    other = operations.invite_carer(actor=signed_in.person, name="My son", scopes=["plan"])
    pages = [signed_in.get(mail(signed_in, *one).url).text for one in ((link, make_user().email), (other, FRIEND))]

    assert ["The invitation is on its way." in page for page in pages] == [True, True]


@pytest.mark.parametrize("email", ["", "nobody", "two@elsewhere.example, three@elsewhere.example"])
def test_what_is_no_address_is_said_beside_the_field_and_sends_nothing(signed_in, link, email):
    page = mail(signed_in, link, email)

    assert page.context["mail"].errors["email"]
    assert f'value="{email}"' in page.text or not email
    assert not Delivery.objects.exists()


def test_it_is_mailed_once_and_ten_times_a_day_at_most(signed_in, link):
    person = signed_in.person
    mail(signed_in, link)
    with pytest.raises(RuleViolation, match="mailed already"):
        operations.mail_invitation(actor=person, link=link, email=FRIEND)
    for _n in range(9):
        operations.end_carer(actor=person, link=link)
        link = operations.invite_carer(actor=person, name="Somebody", scopes=["plan"])
        operations.mail_invitation(actor=person, link=link, email=FRIEND)
    more = operations.invite_carer(actor=person, name="One more", scopes=["plan"])
    with pytest.raises(RuleViolation, match="many invitations"):
        operations.mail_invitation(actor=person, link=more, email=FRIEND)
    CarerLink.objects.update(mailed_at=handrail_now() - timedelta(days=2))
    CarerLink.objects.filter(pk=more.pk).update(mailed_at=None)
    assert operations.mail_invitation(actor=person, link=more, email=FRIEND)


def test_nobody_mails_the_invitation_of_somebody_else(signed_in):
    other = operations.invite_carer(actor=make_user(), name="Theirs", scopes=["plan"])

    assert mail(signed_in, other).status_code == 404
    assert not Delivery.objects.exists()
