"""After an edit, a hiding, a removal, a taking down, a block or an erasure no reader finds the words anywhere any more,
and where nobody needs them no table holds them: search, quotes, context, drafts, kept posts, notices, mails, API."""

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from groups.models import Post
from groups.operations.drafts import save_draft
from groups.operations.edits import delete_post, edit_post, purge_deleted
from groups.operations.history import redact_edit
from groups.operations.kept import keep_post
from groups.operations.moderation import hide_post, remove_post
from groups.operations.posts import publish_post
from groups.reads.quoting import as_text, quote_of
from portal.core.personal_data import holders
from portal.notifications.engine.plan import expand_events
from portal.notifications.engine.sender import drain
from portal.notifications.models import Notice
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.notifications import Wire, wired

pytestmark = pytest.mark.django_db
CANARY = "quokkaberry"
SAID = f"A zebrafinch sang of the {CANARY} at night"


@pytest.fixture
def world():
    """Somebody said it, and everything that could keep a copy was done with it."""
    group = make_group("open", name="Long nights")
    writer, reader = (make_member(group, make_user(display_name=name)).user for name in ("Wren", "Heron"))
    other = make_member(group).user
    thread = make_post(make_thread(group, title="Sounds at night"), reader, "What do you hear?").thread
    post = publish_post(actor=writer, thread=thread, body=f"{SAID}, @Heron", reply_to=thread.posts.get(number=1))
    seen = Post.objects.visible_to(reader).with_words().get(pk=post.pk)
    quote = quote_of(seen, CANARY)
    publish_post(actor=other, thread=thread, body="Me too", reply_to=post, quotes=[quote])
    publish_post(actor=other, thread=thread, body="And once more", reply_to=post, quote=True)
    words = {"body": "My answer to it", "reply_to": post.public_id, "quotes": as_text([quote])}
    save_draft(actor=reader, thread=thread, words=words)
    keep_post(actor=reader, post=seen, note="The one with the bird")
    with wired("email"):
        expand_events()
        drain(limit=100)
    return group, thread, post, writer, reader, other


def addresses(group, thread, post):
    return [
        thread.get_absolute_url(),
        group.get_absolute_url(),
        reverse("groups:group_list"),
        reverse("groups:draft_list"),
        reverse("groups:kept_list"),
        reverse("groups:reply", args=[thread.public_id]),
        reverse("groups:reply", args=[thread.public_id]) + f"?to={post.public_id}&quote=1",
        reverse("groups:keep_post", args=[post.public_id]),
        reverse("groups:block_writer", args=[post.public_id]),
        reverse("home:today"),
        reverse("home:search") + "?q=zebrafinch",
        reverse("home:search") + "?q=zebrafinch&part=groups",
        reverse("notifications:inbox"),
        reverse("api:post-list") + f"?thread={thread.public_id}",
        reverse("api:post-detail", args=[post.public_id]),
        reverse("api:post-history", args=[post.public_id]),
        reverse("api:thread-list"),
        reverse("api:draft-list"),
        reverse("api:kept-list"),
    ]


def where_found(client, person, world):
    """Addresses under which this person still finds the words, with what a link leads to."""
    group, thread, post, *_ = world
    client.logout()
    if person is not None:
        client.force_login(person)
    found = []
    for address in addresses(group, thread, post):
        answer = client.get(address, follow=True)
        if CANARY in answer.content.decode():
            found.append(address)
    preview = client.post(
        reverse("groups:reply", args=[thread.public_id]),
        {"body": "x", "then": "preview", "quotes": f"{post.public_id}.0.0.60", "reply_to": post.public_id},
    )
    return found + (["preview"] if CANARY in preview.content.decode() else [])


def tables_with(word):
    """Every table that holds the word in any column."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = [row[0] for row in cursor.fetchall()]
        found = []
        for name in names:
            cursor.execute(f'SELECT count(*) FROM "{name}" AS row WHERE row::text ILIKE %s', [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.append(name)
    return found


def test_before_anything_happens_the_words_are_found_in_many_places(client, world):
    """What the other tests look for is really there to be found."""
    *_, reader, _other = world
    found = where_found(client, reader, world)
    assert len(found) >= 8 and "preview" in found
    assert any("search" in one for one in found) and any("kept" in one for one in found)
    assert tables_with(CANARY[:10]) == ["groups_posttext"]


def test_no_notice_and_no_mail_ever_held_them(world):
    assert Notice.objects.exists()
    assert not [one for one in Notice.objects.all() if CANARY in str(one.__dict__)]
    assert "notifications_delivery" not in tables_with(CANARY)


def test_after_an_edit_they_are_in_the_history_alone(client, world):
    *_, post, writer, reader, other = world
    edit_post(actor=writer, post=post, body="A zebrafinch sang, @Heron")
    for person in (None, reader, other, make_user()):
        assert where_found(client, person, world) == []
    assert tables_with(CANARY[:10]) == ["groups_postedit"]
    redact_edit(actor=writer, post=post, edit_number=0)
    assert tables_with(CANARY[:10]) == []


@pytest.mark.parametrize("act", [hide_post, remove_post])
def test_after_a_hiding_or_a_removal_no_reader_finds_them(client, world, act):
    group, _thread, post, _writer, reader, other = world
    act(actor=make_member(group, role="moderator").user, post=post, reason="It frightened people")
    for person in (None, reader, other, make_user()):
        assert where_found(client, person, world) == []


def test_after_taking_them_down_nobody_finds_them_and_soon_no_table_does(client, world):
    _group, _thread, post, writer, reader, other = world
    delete_post(actor=writer, post=post)
    for person in (None, reader, other, writer):
        assert where_found(client, person, world) == []
    Post.objects.filter(pk=post.pk).update(deleted_at=timezone.now() - timezone.timedelta(minutes=11))
    purge_deleted()
    assert tables_with(CANARY[:10]) == []


@pytest.mark.parametrize("who", ["the reader blocks", "the writer blocks"])
def test_after_a_block_the_two_find_nothing_and_others_do(client, world, who):
    *_, writer, reader, other = world
    make_block(*((reader, writer) if who == "the reader blocks" else (writer, reader)))
    assert where_found(client, reader, world) == []
    assert where_found(client, other, world)


def test_after_an_erasure_with_the_words_no_table_holds_them(client, world):
    *_, writer, reader, _other = world
    for holder in holders:
        holder.erase(writer, False)
    assert where_found(client, reader, world) == []
    assert tables_with(CANARY[:10]) == []


def test_an_erasure_that_leaves_the_words_leaves_no_earlier_ones(client, world):
    *_, post, writer, reader, _other = world
    edit_post(actor=writer, post=post, body="A zebrafinch sang")
    for holder in holders:
        holder.erase(writer, True)
    assert where_found(client, reader, world) == []
    assert tables_with(CANARY[:10]) == []
    assert "zebrafinch" in client.get(world[1].get_absolute_url()).content.decode()


def test_words_said_twice_are_mailed_never(world):
    """A message that waits when the words go is not sent, and one that goes never held them."""
    group, thread, _post, writer, *_ = world
    late = publish_post(actor=writer, thread=thread, body=f"{SAID}, again")

    class Letterbox(Wire):
        def prepare(self, delivery, message):
            self.got_words = [*getattr(self, "got_words", []), str(message)]
            return super().prepare(delivery, message)

    from portal.notifications.channels import CHANNELS

    box, before = Letterbox(), CHANNELS["email"]
    CHANNELS["email"] = box
    try:
        expand_events()
        hide_post(actor=make_member(group, role="moderator").user, post=late, reason="Unkind")
        drain(limit=100)
    finally:
        CHANNELS["email"] = before
    assert not [one for one in getattr(box, "got_words", []) if CANARY in one or thread.title in one]


def test_after_a_block_the_title_of_their_thread_is_nowhere_either(client):
    group = make_group("private", name="Long nights")
    writer, reader, other = (make_member(group).user for _ in range(3))
    thread = make_post(make_thread(group, title=f"The {CANARY} at night"), writer, "Who else heard it?").thread
    post = publish_post(actor=other, thread=thread, body="A zebrafinch, I think", reply_to=thread.posts.get(number=1))
    seen = Post.objects.visible_to(reader).with_words().get(pk=post.pk)
    keep_post(actor=reader, post=seen, note="The bird")
    save_draft(actor=reader, thread=thread, words={"body": "Here is my answer"})
    publish_post(actor=reader, thread=thread, body="I heard it")
    save_draft(actor=reader, thread=thread, words={"body": "Here is another answer"})
    publish_post(actor=other, thread=thread, body="So did I, later", reply_to=thread.posts.get(number=3))
    with wired("email"):
        expand_events()
        drain(limit=100)
    world = (group, thread, post)
    assert len(where_found(client, reader, world)) >= 6
    make_block(reader, writer)
    assert where_found(client, reader, world) == []
    assert "A zebrafinch, I think" in client.get(thread.get_absolute_url()).content.decode()
