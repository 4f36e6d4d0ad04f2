"""What moderators change, move, split, join and correct, ordered on the desk and taken back again."""

import pytest
from django.urls import reverse

from groups.models import Post, PostEdit, PostText, Thread, ThreadVoice
from groups.operations.edits import edit_post
from portal.core.errors import RuleViolation
from portal.moderation.models import Case, Decision
from portal.moderation.operations import claim, decide, report, undo_decision
from tests.factories.accounts import make_user
from tests.factories.articles import make_article
from tests.factories.groups import make_group, make_member, make_post, make_thread

CANARY = "07700 900123"


class Scene:
    def __init__(self):
        self.group = make_group("private")
        self.writer, self.reader = (make_member(self.group).user for _one in range(2))
        self.lead = make_member(self.group, role="moderator").user
        self.thread = make_thread(self.group, title="Pillows")
        self.posts = [make_post(self.thread, self.writer, body=f"Words {at}") for at in range(1, 6)]
        self.other = make_thread(self.group, title="Sleep")
        make_post(self.other, self.reader, body="Elsewhere")

    def order(self, thing, act, reason="details", **given):
        key = "groups.post" if isinstance(thing, Post) else "groups.thread"
        made = report(actor=self.reader, reportable_key=key, public_id=thing.public_id, reason=reason)
        case = claim(actor=self.lead, case=made.case)
        return decide(actor=self.lead, case=case, act=act, reason=reason, given=given)

    def found(self, post, user=None):
        return Post.objects.visible_to(user or self.reader).with_words().get(pk=post.pk)

    def places(self, thread):
        """What stands at each number, as a member finds it."""
        rows = Post.objects.visible_to(self.reader).with_words().filter(thread=thread).order_by("number")
        return [(row.number, row.body or row.shown) for row in rows]


@pytest.fixture
def scene(db):
    return Scene()


def test_a_part_is_taken_out_and_no_copy_of_it_is_left_but_the_sealed_ones(scene, client):
    post = make_post(scene.thread, scene.writer, body=f"Ring me: {CANARY}")
    decision = scene.order(post, "edit", words="Ring me: (number taken out)")

    assert scene.found(post).body == "Ring me: (number taken out)"
    assert not PostEdit.objects.filter(body__contains=CANARY).exists()
    assert not PostText.objects.filter(body__contains=CANARY).exists()
    client.force_login(scene.writer)
    page = client.get(decision.get_absolute_url()).content.decode()
    assert CANARY in page and "A part was taken out or changed" in page

    undo_decision(actor=scene.lead, decision=decision)
    assert scene.found(post).body == f"Ring me: {CANARY}"


def test_what_its_writer_changed_since_is_not_overwritten_by_taking_back(scene):
    post = scene.posts[1]
    decision = scene.order(post, "edit", words="Milder words")
    edit_post(actor=scene.writer, post=scene.found(post, scene.writer), body="My own words")

    with pytest.raises(RuleViolation) as refusal:
        undo_decision(actor=scene.lead, decision=decision)
    assert refusal.value.code == "changed"
    assert scene.found(post).body == "My own words"
    assert Decision.objects.get(pk=decision.pk).undone_at is None


def test_a_moved_post_keeps_its_address_and_leaves_a_note_and_comes_back_to_its_number(scene, client):
    post = scene.posts[2]
    decision = scene.order(post, "move", thread=scene.other.public_id)

    assert scene.places(scene.thread)[2] == (3, "moved")
    assert scene.places(scene.other) == [(1, "Elsewhere"), (2, "Words 3")]
    client.force_login(scene.reader)
    there = client.get(post.get_absolute_url())
    assert there["Location"].startswith(scene.other.get_absolute_url())
    tombstone = Post.objects.get(thread=scene.thread, number=3)
    assert client.get(tombstone.get_absolute_url())["Location"] == there["Location"]
    assert [Thread.objects.get(pk=one.pk).posts_count for one in (scene.thread, scene.other)] == [4, 2]

    undo_decision(actor=scene.lead, decision=decision)
    assert scene.places(scene.thread)[2] == (3, "Words 3")
    assert scene.places(scene.other) == [(1, "Elsewhere"), (2, "moved")]
    assert [Thread.objects.get(pk=one.pk).posts_count for one in (scene.thread, scene.other)] == [5, 1]


def test_words_never_leave_the_group_they_were_said_in(scene):
    outside = make_thread(make_group("open"), title="Everybody reads this")
    for target in (outside.public_id, "", "nonsense", scene.thread.public_id):
        with pytest.raises(RuleViolation) as refusal:
            scene.order(scene.posts[1], "move", thread=target)
        assert refusal.value.field == "thread"
        Case.objects.update(claimed_by=None, claim_until=None)
    assert scene.found(scene.posts[1]).thread_id == scene.thread.pk


def test_moving_never_puts_another_name_beside_the_own(scene):
    make_post(scene.other, scene.writer, body="As myself")
    voice = scene.posts[1].voice
    ThreadVoice.objects.filter(pk=voice.pk).update(is_alias=True, shown_name="Quiet Fern")

    with pytest.raises(RuleViolation) as refusal:
        scene.order(scene.posts[1], "move", thread=scene.other.public_id)
    assert refusal.value.code == "other_name"


def test_the_other_name_goes_along_where_its_bearer_has_not_spoken(scene):
    ThreadVoice.objects.filter(pk=scene.posts[1].voice_id).update(is_alias=True, shown_name="Quiet Fern")
    scene.order(scene.posts[1], "move", thread=scene.other.public_id)

    moved = Post.objects.select_related("voice").get(pk=scene.posts[1].pk)
    assert (moved.voice.shown_name, moved.voice.is_alias) == ("Quiet Fern", True)


def test_some_posts_become_a_thread_of_their_own_and_come_back(scene):
    decision = scene.order(scene.thread, "split", reason="other", numbers="2-3, 5", title="Neck pillows")

    new = Thread.objects.get(title="Neck pillows")
    assert scene.places(new) == [(1, "Words 2"), (2, "Words 3"), (3, "Words 5")]
    assert [what for _number, what in scene.places(scene.thread)] == ["Words 1", "moved", "moved", "Words 4", "moved"]
    assert new.starter.user == scene.writer

    undo_decision(actor=scene.lead, decision=decision)
    assert [what for _number, what in scene.places(scene.thread)] == [f"Words {at}" for at in range(1, 6)]
    assert not Thread.objects.visible_to(scene.reader).filter(pk=new.pk).exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [({"numbers": "x"}, "numbers"), ({"numbers": "1"}, "numbers"), ({"numbers": "2", "title": " "}, "title")],
)
def test_a_split_that_says_too_little_is_refused_beside_its_field(scene, given, field):
    with pytest.raises(RuleViolation) as refusal:
        scene.order(scene.thread, "split", **{"title": "New", **given})
    assert refusal.value.field == field
    assert Thread.objects.count() == 2


def test_a_thread_joined_to_another_leads_there_for_whoever_may_read_it(scene, client):
    decision = scene.order(scene.thread, "merge", reason="other", thread=scene.other.public_id)

    assert [what for _number, what in scene.places(scene.other)] == [
        "Elsewhere",
        *(f"Words {at}" for at in range(1, 6)),
    ]
    client.force_login(scene.reader)
    assert client.get(scene.thread.get_absolute_url())["Location"] == scene.other.get_absolute_url()
    assert "Pillows" not in client.get(scene.group.get_absolute_url()).content.decode()
    client.force_login(make_user())
    assert client.get(scene.thread.get_absolute_url()).status_code == 404

    undo_decision(actor=scene.lead, decision=decision)
    assert [what for _number, what in scene.places(scene.thread)] == [f"Words {at}" for at in range(1, 6)]
    client.force_login(scene.reader)
    assert client.get(scene.thread.get_absolute_url()).status_code == 200


def test_a_guide_is_set_under_a_post_for_every_reader_and_taken_away(scene, client):
    article = make_article(title="Heat and cold", published=True)
    decision = scene.order(scene.posts[1], "correct", reason="advice", guide=article.slug)

    client.force_login(scene.reader)
    page = client.get(scene.thread.get_absolute_url()).content.decode()
    assert "The moderation team adds:" in page and article.get_absolute_url() in page
    assert scene.lead.display_name not in page

    undo_decision(actor=scene.lead, decision=decision)
    assert "The moderation team adds:" not in client.get(scene.thread.get_absolute_url()).content.decode()


def test_the_desk_shows_the_words_to_change_and_takes_details_out_at_one_click(scene, client):
    post = make_post(scene.thread, scene.writer, body=f"Call me on {CANARY} tonight")
    case = report(actor=scene.reader, reportable_key="groups.post", public_id=post.public_id, reason="details").case
    client.force_login(scene.lead)
    page = reverse("moderation:case", args=[case.pk])
    client.post(reverse("moderation:claim_case", args=[case.pk]))
    case.refresh_from_db()
    form = client.get(page).context["form"]
    assert form.initial["words"] == f"Call me on {CANARY} tonight"
    typed = {"act": "edit", "reason": "details", "words": form.initial["words"], "version": case.version}

    again = client.post(page, {**typed, "redact": "1"}).context["form"]
    assert CANARY not in again.initial["words"] and "tonight" in again.initial["words"]
    empty = client.post(page, {**typed, "words": "  "})
    assert empty.context["form"].errors["words"]
    assert client.post(page, {**typed, "words": again.initial["words"]}).status_code == 302
    assert CANARY not in scene.found(post).body
