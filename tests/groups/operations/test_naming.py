"""Naming somebody in a post: a mark that points, so that nothing written once keeps a name for ever."""

import pytest

from groups.models import HiddenVoice, Mention, PostText, ThreadVoice
from groups.operations.care import LookAgain
from groups.operations.edits import edit_post
from groups.operations.memberships import leave
from groups.operations.moderation import hide_post, release_post
from groups.operations.posts import publish_post
from groups.operations.redaction import without_details
from groups.operations.threads import start_thread
from groups.reads.mentions import names_in, spoken, suggested
from groups.wiring import personal
from portal.core.kinds import kinds
from portal.notifications.models import Event
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.groups.wiring.test_telling import deliveries, verdicts

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return make_group("private")


@pytest.fixture
def thread(group):
    return make_post(make_thread(group), make_member(group).user).thread


@pytest.fixture
def river(group):
    return make_member(group, make_user(display_name="River Stone")).user


@pytest.fixture
def writer(group):
    return make_member(group, make_user(display_name="Ash")).user


def write(actor, thread, body):
    return publish_post(actor=actor, thread=thread, body=body, confirmed=True)


def read(viewer, post):
    return spoken(PostText.objects.get(post=post).body, post.pk, names_in(viewer, [post.pk]))


def test_the_words_keep_a_mark_and_never_the_name(writer, thread, river):
    post = write(writer, thread, "Thank you @River Stone, that helped. @river stone again.")
    kept = PostText.objects.get(post=post)
    assert "river" not in (kept.body + kept.html + str(kept.search)).casefold()
    assert read(writer, post) == "Thank you @River Stone, that helped. @River Stone again."
    assert Mention.objects.get(post=post).person == river


def test_a_new_name_reaches_what_was_written_before(writer, thread, river):
    post = write(writer, thread, "Thank you @River Stone")
    river.rename("Quite Another")
    river.save()
    assert read(writer, post) == "Thank you @Quite Another"


def test_the_name_of_a_voice_points_at_the_voice(writer, group, thread, river):
    voice = ThreadVoice.objects.create(thread=thread, user=river, shown_name="Quiet Willow", is_alias=True)
    post = write(writer, thread, "@Quiet Willow and @River Stone")
    by_position = {one.position: (one.voice, one.person) for one in Mention.objects.filter(post=post)}
    assert by_position == {1: (voice, None), 2: (None, river)}


@pytest.mark.parametrize("who", ["outsider", "left", "blocked", "closed account"])
def test_nobody_is_named_who_cannot_be_met_here(group, thread, writer, who):
    person = make_user(display_name="River Stone") if who == "outsider" else None
    if person is None:
        person = make_member(group, make_user(display_name="River Stone")).user
    if who == "left":
        leave(actor=person, group=group)
    if who == "blocked":
        make_block(person, writer)
    if who == "closed account":
        person.is_active = False
        person.save()
    post = write(writer, thread, "Hello @River Stone")
    assert not Mention.objects.exists()
    assert PostText.objects.get(post=post).body == "Hello @River Stone"


def test_a_member_nobody_may_see_is_not_named_before_they_spoke(writer):
    group = make_group("private", members_seen_by="moderators")
    ash, river = make_member(group, writer).user, make_member(group, make_user(display_name="River Stone")).user
    thread = make_post(make_thread(group), ash).thread
    assert suggested(ash, thread, "riv") == []
    write(ash, thread, "Hello @River Stone")
    assert not Mention.objects.exists()
    make_post(thread, river)
    write(ash, thread, "Now I can say it, @River Stone")
    assert Mention.objects.get().voice.user == river


def test_leaving_a_block_and_erasure_reach_the_name(writer, group, thread, river):
    post = write(writer, thread, "Thank you @River Stone")
    fellow, blocker = make_member(group).user, make_member(group).user
    make_block(blocker, river)
    assert read(blocker, post) == "Thank you @someone you do not meet"
    leave(actor=river, group=group)
    assert read(fellow, post) == "Thank you @a member"
    personal.erase(river, True)
    from groups.wiring import on_writing

    on_writing.erase(river, True)
    assert read(fellow, post) == "Thank you @someone who left"


def test_a_hidden_voice_is_not_read_by_its_name(writer, group, thread, river):
    voice = ThreadVoice.objects.create(thread=thread, user=river, shown_name="Quiet Willow", is_alias=True)
    post = write(writer, thread, "Dear @Quiet Willow")
    reader = make_member(group).user
    assert read(reader, post) == "Dear @Quiet Willow"
    HiddenVoice.objects.create(user=reader, voice=voice)
    assert read(reader, post) == "Dear @someone you do not meet"
    assert suggested(reader, thread, "quiet") == []


def test_names_are_offered_by_their_beginning_voices_of_the_thread_first(writer, group, thread):
    make_post(thread, make_member(group, make_user(display_name="Zoe River")).user)
    make_post(thread, make_member(group, make_user(display_name="River Zed")).user)
    make_member(group, make_user(display_name="River Able"))
    make_user(display_name="River Outside")
    assert suggested(writer, thread, "riv") == ["River Zed", "River Able"]
    assert suggested(writer, thread, "Zoe r") == ["Zoe River"]
    assert suggested(writer, thread, "  ") == []
    assert suggested(writer, thread, "Ash") == [], "nobody names themselves"


def test_in_a_hidden_thread_only_those_are_offered_who_see_it(writer, group, thread, river):
    lead = make_member(group, make_user(display_name="River Lead"), role="moderator").user
    thread.hidden_at = thread.created_at
    assert suggested(writer, thread, "riv") == [lead.display_name]


def test_an_edit_keeps_whom_it_named_and_may_name_more(writer, group, thread, river):
    make_member(group, make_user(display_name="Oak"))
    post = write(writer, thread, "Thank you @River Stone")
    leave(actor=river, group=group)
    assert edit_post(actor=writer, post=post, body="Thank you @a member and @Oak")
    assert Mention.objects.filter(post=post).count() == 2
    assert Mention.objects.get(post=post, position=1).person == river


def test_a_link_and_an_address_name_nobody(writer, thread, river):
    write(writer, thread, "See https://example.org/@River Stone and a/@River Stone")
    assert not Mention.objects.exists()


def test_a_name_that_looks_like_a_contact_is_none_when_it_is_a_members(writer, group, thread):
    make_member(group, make_user(display_name="Jan_77"))
    with pytest.raises(LookAgain):
        publish_post(actor=writer, thread=thread, body="Write to @Jan_78, please")
    post = publish_post(actor=writer, thread=thread, body="Ask @Jan_77, please")
    assert read(writer, post) == "Ask @Jan_77, please"
    redacted = without_details("Ask @Jan_77 or @Jan_78 please", actor=writer, thread=thread)
    assert "@Jan_77" in redacted and "Jan_78" not in redacted


def event_of(post):
    return Event.objects.filter(kind="groups.mention", subject=post.public_id).latest("created_at")


def test_who_is_named_is_told_without_the_words(writer, thread, river):
    post = write(writer, thread, "I told @River Stone about prognosis")
    found = deliveries(event_of(post))
    assert [one.recipient_id for one in found] == [river.pk]
    assert verdicts(found) == ["Yes"]
    message = kinds.get("groups.mention").render(found[0])
    assert "prognosis" not in str(message) and thread.title not in message.subject and "Ash" not in str(message)


def test_who_hears_of_it_as_an_answer_is_not_told_twice(writer, thread):
    starter = thread.starter.user
    post = write(writer, thread, f"I agree, @{starter.display_name}")
    assert [one.recipient_id for one in deliveries(event_of(post))] == [starter.pk]
    assert deliveries(Event.objects.get(kind="groups.reply", subject=post.public_id)) == [], "the name is the reason"


def test_a_name_taken_out_again_is_told_to_nobody(writer, thread, river):
    post = write(writer, thread, "Dear @River Stone")
    edit_post(actor=writer, post=post, body="Dear all")
    assert deliveries(event_of(post)) == []


def test_a_block_hiding_and_leaving_stop_the_notice(writer, group, thread, river):
    post = write(writer, thread, "Dear @River Stone")
    found = deliveries(event_of(post))
    block = make_block(river, writer)
    assert verdicts(found) == ["No"]
    block.delete()
    assert verdicts(found) == ["Yes"]
    leave(actor=river, group=group)
    assert verdicts(found) == ["No"]


def test_a_waiting_post_tells_nobody_until_it_is_released(writer, group, thread, river):
    lead = make_member(group, role="moderator").user
    post = make_post(thread, writer, held_at=thread.created_at)
    release_post(actor=lead, post=post)
    assert deliveries(event_of(post)) == [], "it names nobody"
    named = write(writer, thread, "Dear @River Stone")
    hide_post(actor=lead, post=named, reason="Unkind")
    assert deliveries(event_of(named)) == []


def test_the_first_words_of_a_thread_may_name_somebody(writer, group, river):
    post = start_thread(actor=writer, group=group, title="A question", body="For @River Stone")
    assert Mention.objects.get(post=post).person == river
    assert [one.recipient_id for one in deliveries(event_of(post))] == [river.pk]
