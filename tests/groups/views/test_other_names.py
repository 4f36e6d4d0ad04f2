"""Another name in one thread: nothing leads from it to the account, and only two moderators together look behind it."""

import pytest
from django.urls import reverse

from groups.models import Reveal, ThreadVoice
from groups.operations.posts import publish_post
from groups.operations.voices import voice_of
from groups.wiring.talk import still_wanted
from portal.accounts.models import Block
from portal.moderation.models import AuditEntry
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db
WORDS = "I have never said this aloud"


@pytest.fixture
def group():
    return make_group("open", allows_other_names=True)


@pytest.fixture
def thread(group):
    return make_post(make_thread(group), make_member(group).user).thread


def write(client, thread, person, body=WORDS, **more):
    client.force_login(person)
    return client.post(reverse("groups:reply", args=[thread.public_id]), {"body": body, "seen": "1", **more})


def test_the_first_post_chooses_and_later_ones_keep_the_name(client, group, thread):
    person = make_member(group).user
    write(client, thread, person, other_name="on")
    write(client, thread, person, "And something more")

    voice = ThreadVoice.objects.get(thread=thread, user=person)

    assert voice.is_alias and voice.shown_name != person.display_name
    assert voice.posts.count() == 2
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "under another name" not in page, "asked once, at the first post"


def test_a_name_once_written_under_stays(client, group, thread):
    person = make_member(group).user
    write(client, thread, person)
    write(client, thread, person, "Another thing", other_name="on")
    assert not ThreadVoice.objects.get(thread=thread, user=person).is_alias


def test_where_the_group_does_not_allow_it_nobody_is_asked_and_the_box_means_nothing(client, group, thread):
    group.allows_other_names = False
    group.save()
    person = make_member(group).user
    client.force_login(person)
    assert "under another name" not in client.get(thread.get_absolute_url()).content.decode()
    write(client, thread, person, other_name="on")
    assert ThreadVoice.objects.get(thread=thread, user=person).shown_name == person.display_name


def test_a_thread_can_be_opened_under_another_name(client, group):
    person = make_member(group).user
    client.force_login(person)
    address = reverse("groups:new_thread", args=[group.slug])
    assert "under another name" in client.get(address).content.decode()
    client.post(address, {"title": "A thing", "body": WORDS, "other_name": "on", "notes": ["prognosis"]})
    voice = ThreadVoice.objects.get(user=person)
    assert voice.is_alias and voice.thread.starter == voice and voice.thread.notes == ["prognosis"]


def test_a_veiled_voice_carries_no_badge_and_no_later_role_or_name_changes_it(group, thread):
    membership = make_member(group, make_user(is_carer=True), role="moderator")
    voice = voice_of(membership.user, thread, membership, other_name=True)
    name = voice.shown_name
    membership.user.rename("Quite another")
    assert voice_of(membership.user, thread, membership).shown_name == name
    assert voice.badge == ""


def test_names_are_not_shared_in_a_thread(group, thread):
    names = {voice_of(m.user, thread, m, other_name=True).shown_name for m in (make_member(group) for _ in range(12))}
    assert len(names) == 12


@pytest.fixture
def two_people(group, thread):
    """Two accounts that differ in everything a page could know, and a voice that may be either of them."""
    one = make_member(group, make_user(is_carer=True, display_name="Onyx"), role="moderator").user
    two = make_member(group, make_user(display_name="Topaz")).user
    make_post(make_thread(group), one, body="Onyx elsewhere")
    return one, two


def test_everything_said_about_it_is_the_same_whoever_it_is(client, group, thread, two_people):
    one, two = two_people
    voice = ThreadVoice.objects.create(thread=thread, user=one, shown_name="Quiet Willow", is_alias=True)
    post = make_post(thread, voice=voice, body=WORDS)
    said = "With you @Quiet Willow"
    answer = publish_post(actor=make_member(group).user, thread=thread, body=said, reply_to=post, quote=True)
    blocker, blocked, fellow = (make_member(group).user for _ in range(3))
    make_block(blocker, one)
    make_block(one, blocked)
    lead = make_member(group, role="moderator").user
    paths = [
        thread.get_absolute_url(),
        group.get_absolute_url(),
        reverse("home:search") + "?q=aloud",
        reverse("groups:block_writer", args=[post.public_id]),
        reverse("groups:reply", args=[thread.public_id]) + f"?to={post.public_id}&quote=1",
        reverse("groups:reveal", args=[post.public_id]),
        reverse("groups:names", args=[thread.public_id]) + "?q=quiet",
        reverse("home:blocked"),
        reverse("home:today"),
        reverse("api:post-list") + f"?thread={thread.public_id}",
        reverse("api:post-detail", args=[answer.public_id]),
        reverse("api:thread-detail", args=[thread.public_id]),
    ]

    def everything():
        found = {}
        for name, person in {
            "nobody": None,
            "blocker": blocker,
            "blocked": blocked,
            "fellow": fellow,
            "lead": lead,
        }.items():
            client.logout()
            if person:
                client.force_login(person)
            for path in paths:
                found[name, path] = normal(client.get(path))
        return found

    as_one = everything()
    ThreadVoice.objects.filter(pk=voice.pk).update(user=two)
    as_two = everything()

    assert as_one == as_two
    for who in ("nobody", "blocker", "blocked", "fellow", "lead"):
        said = as_one[who, thread.get_absolute_url()][1]
        assert WORDS in said and "Quiet Willow" in said and "@Quiet Willow" in said
    for who in ("blocker", "blocked", "fellow", "lead"):
        assert as_one[who, paths[6]][1] == '{"names": ["Quiet Willow"]}'


def test_a_notice_about_it_is_sent_or_not_whoever_it_is(group, thread, two_people):
    one, two = two_people
    starter = thread.starter.user
    make_block(starter, one)
    voice = ThreadVoice.objects.create(thread=thread, user=one, shown_name="Quiet Willow", is_alias=True)
    post = make_post(thread, voice=voice)

    class Delivery:
        pk, recipient_id, kind, channel = 1, starter.pk, "groups.reply", "email"
        subject_key = f"thread:{thread.public_id}:{post.public_id}"

    as_one = still_wanted([Delivery()])
    ThreadVoice.objects.filter(pk=voice.pk).update(user=two)
    assert as_one == still_wanted([Delivery()])


def test_blocking_such_a_voice_hides_it_here_and_says_nothing_about_the_account(client, group, thread, two_people):
    one, _two = two_people
    elsewhere = make_post(make_thread(group), one, body="Said under my own name")
    voice = ThreadVoice.objects.create(thread=thread, user=one, shown_name="Quiet Willow", is_alias=True)
    post = make_post(thread, voice=voice, body=WORDS)
    reader = make_member(group).user
    client.force_login(reader)

    client.post(reverse("groups:block_writer", args=[post.public_id]))

    assert not Block.objects.exists()
    assert WORDS not in client.get(thread.get_absolute_url()).content.decode()
    assert "Said under my own name" in client.get(elsewhere.thread.get_absolute_url()).content.decode()
    assert one.display_name not in client.get(reverse("home:blocked")).content.decode()


@pytest.fixture
def veiled(group, thread):
    person = make_member(group, make_user(display_name="Onyx")).user
    voice = ThreadVoice.objects.create(thread=thread, user=person, shown_name="Quiet Willow", is_alias=True)
    return make_post(thread, voice=voice, body=WORDS)


def press(client, person, post, **how):
    client.force_login(person)
    return client.post(reverse("groups:reveal", args=[post.public_id]), how)


def test_looking_behind_takes_a_reason_and_two_and_is_written_down(client, group, veiled):
    first, second = (make_member(group, role="moderator").user for _ in range(2))

    refused = press(client, first, veiled, do="ask", reason="why")
    assert "Say in a sentence why" in refused.content.decode() and not Reveal.objects.exists()
    press(client, first, veiled, do="ask", reason="They may be in danger tonight.")
    assert press(client, first, veiled, do="grant").status_code == 403, "nobody grants what they asked"
    assert press(client, first, veiled, do="read").status_code == 403
    press(client, second, veiled, do="grant")

    assert "Onyx" in press(client, first, veiled, do="read").content.decode()
    assert "Onyx" in press(client, second, veiled, do="read").content.decode()
    assert [entry.act for entry in AuditEntry.objects.order_by("position")] == [
        "alias.ask", "alias.grant", "alias.read", "alias.read",
    ]  # fmt: skip


def test_a_third_moderator_an_earlier_no_and_anybody_else_see_nothing(client, group, veiled):
    first, second, third = (make_member(group, role="safeguarding_lead").user for _ in range(3))
    for person in (make_member(group).user, make_member(group, role="mentor").user, make_user("Moderators")):
        assert press(client, person, veiled, do="ask", reason="I would like to know").status_code == 403
    press(client, first, veiled, do="ask", reason="They may be in danger tonight.")
    press(client, second, veiled, do="refuse")
    assert press(client, first, veiled, do="read").status_code == 403
    press(client, first, veiled, do="ask", reason="They are in danger tonight.")
    press(client, second, veiled, do="grant")
    assert press(client, third, veiled, do="read").status_code == 403
    page = client.get(reverse("groups:reveal", args=[veiled.public_id])).content.decode()
    assert "Onyx" not in page


def test_the_one_behind_it_cannot_grant_it(client, group, thread):
    member = make_member(group, role="moderator")
    voice = ThreadVoice.objects.create(thread=thread, user=member.user, shown_name="Quiet Willow", is_alias=True)
    post = make_post(thread, voice=voice)
    press(client, make_member(group, role="moderator").user, post, do="ask", reason="They may be in danger.")
    assert press(client, member.user, post, do="grant").status_code == 403


def test_a_name_of_ones_own_has_nothing_behind_it(client, group, thread):
    plain = make_post(thread)
    client.force_login(make_member(group, role="moderator").user)
    assert client.get(reverse("groups:reveal", args=[plain.public_id])).status_code == 404
