"""Pictures beside words: chosen once, shown to whoever may read the post, and gone with it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Draft, Picture, PictureAside, PictureFile, Post
from groups.operations.edits import delete_post, purge_deleted
from groups.operations.moderation import hide_post
from groups.operations.pictures import KEPT, forget_aside
from groups.wiring import on_posts, on_writing, personal
from groups.wiring.moderating import snapshot_of_post
from tests.factories.accounts import make_block, make_user
from tests.factories.group_pictures import make_picture, picture_bytes, upload
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db
ALT = "The scar on my back, six weeks on"


@pytest.fixture
def group():
    return make_group("private")


@pytest.fixture
def thread(group):
    return make_post(make_thread(group), make_member(group).user).thread


@pytest.fixture
def writer(group):
    return make_member(group).user


def send(client, person, thread, **typed):
    client.force_login(person)
    data = {"body": "Healing slowly", "seen": "1", "alt": ALT, **typed}
    return client.post(reverse("groups:reply", args=[thread.public_id]), data)


def address(picture):
    return reverse("groups:picture", args=[picture.public_id])


def test_a_picture_stands_under_the_words_with_what_it_shows(client, thread, writer):
    assert send(client, writer, thread, picture=upload()).status_code == 302
    picture = Picture.objects.get()
    page = client.get(thread.get_absolute_url()).content.decode()
    assert f'<img class="picture" src="{address(picture)}" alt="{ALT}" width="64" height="48"' in page
    assert not PictureAside.objects.exists()


def test_it_is_served_as_nothing_but_a_picture(client, thread, writer):
    send(client, writer, thread, picture=upload())
    answer = client.get(address(Picture.objects.get()))
    assert answer.content[:4] == b"RIFF" and answer["Content-Type"] == "image/webp"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "scar" not in answer["Content-Disposition"]


@pytest.mark.parametrize("covered", [{"covered": "on"}, {"notes": ["scars"]}])
def test_wounds_and_scars_are_under_a_cover_that_shows_nothing(client, thread, writer, covered):
    send(client, writer, thread, picture=upload(), **covered)
    page = client.get(thread.get_absolute_url()).content.decode()
    before, _mark, after = page.partition("</summary><img")
    assert 'class="cover__blur" src="data:image/webp;base64,' in before and ALT in before
    assert address(Picture.objects.get()) not in before and 'loading="lazy"' in after


def test_what_it_shows_is_asked_for_and_the_picture_need_not_be_chosen_again(client, thread, writer):
    page = send(client, writer, thread, picture=upload(), alt=" ").content.decode()
    assert "Say in a few words what the picture shows" in page and "Healing slowly" in page
    assert not Post.objects.filter(voice__user=writer).exists()
    aside = PictureAside.objects.get()
    assert f'value="{aside.pk}"' in page and reverse("groups:picture_aside", args=[aside.pk]) in page
    send(client, writer, thread, aside=str(aside.pk))
    assert Picture.objects.get().alt == ALT


def test_a_care_check_keeps_the_picture(client, thread, writer):
    send(client, writer, thread, picture=upload(), body="Write to me at someone@example.org")
    aside = str(PictureAside.objects.get().pk)
    send(client, writer, thread, aside=aside, body="Write to me at someone@example.org", care="anyway")
    assert Picture.objects.exists() and not PictureAside.objects.exists()


def test_what_the_picture_shows_is_screened_like_words(client, thread, writer):
    page = send(client, writer, thread, picture=upload(), alt="My number is 07700 900123").content.decode()
    assert "personal details" in page and not Picture.objects.exists()


def test_what_cannot_be_read_is_told_beside_the_field_and_the_words_stay(client, thread, writer):
    page = send(client, writer, thread, picture=upload(b"%PDF-1.7" + b"\0" * 40)).content.decode()
    assert "not a picture we can read" in page and "Healing slowly" in page and "<details" in page
    assert not Post.objects.filter(voice__user=writer).exists()


def test_a_picture_can_be_left_out_again(client, thread, writer):
    send(client, writer, thread, picture=upload(), alt="")
    aside = str(PictureAside.objects.get().pk)
    send(client, writer, thread, aside=aside, leave_out="on")
    assert Post.objects.filter(voice__user=writer).exists() and not Picture.objects.exists()


def test_a_group_can_do_without_pictures(client, group, thread, writer):
    group.allows_pictures = False
    group.save()
    client.force_login(writer)
    assert 'name="picture"' not in client.get(thread.get_absolute_url()).content.decode()
    send(client, writer, thread, picture=upload())
    assert not Picture.objects.exists() and not PictureAside.objects.exists()


def test_another_persons_picture_is_never_posted_nor_seen(client, group, thread, writer):
    send(client, writer, thread, picture=upload(), alt="")
    aside = PictureAside.objects.get()
    thief = make_member(group).user
    page = send(client, thief, thread, aside=str(aside.pk)).content.decode()
    assert "choose the picture again" in page and not Picture.objects.exists()
    assert client.get(reverse("groups:picture_aside", args=[aside.pk])).status_code == 404
    assert "choose the picture again" in send(client, thief, thread, aside="nonsense").content.decode()


def test_a_draft_keeps_the_picture_sealed(client, thread, writer):
    send(client, writer, thread, picture=upload(), then="draft")
    aside = PictureAside.objects.get()
    assert Draft.objects.get().said("aside") == str(aside.pk)
    page = client.get(thread.get_absolute_url()).content.decode()
    assert f'value="{aside.pk}"' in page and ALT in page
    assert b"RIFF" not in bytes(aside.drawn_sealed)


def test_only_five_lie_aside_and_a_week_at_most(client, thread, writer):
    for colour in ("red", "blue", "green", "teal", "pink", "gold"):
        send(client, writer, thread, picture=upload(picture_bytes(colour=colour)), alt="")
    assert PictureAside.objects.count() == 5
    PictureAside.objects.update(laid_at=timezone.now() - KEPT - timezone.timedelta(hours=1))
    assert forget_aside() == 5


def found_by(client, person, picture):
    client.logout()
    if person is not None:
        client.force_login(person)
    return client.get(address(picture)).status_code


def test_whoever_may_not_read_the_post_finds_no_picture(client, group, thread, writer):
    post = make_post(thread, writer)
    picture = make_picture(post)
    member, lead, blocked = make_member(group).user, make_member(group, role="moderator").user, make_member(group).user
    make_block(writer, blocked)
    assert [found_by(client, who, picture) for who in (None, make_user(), blocked)] == [404, 404, 404]
    assert [found_by(client, who, picture) for who in (member, writer, lead)] == [200, 200, 200]
    hide_post(actor=lead, post=post, reason="Unkind")
    assert [found_by(client, who, picture) for who in (member, writer, lead)] == [404, 200, 200]


def test_it_goes_from_the_page_with_the_post_and_from_the_tables_soon_after(client, group, thread, writer):
    post = make_post(thread, writer)
    picture = make_picture(post)
    delete_post(actor=writer, post=post)
    assert found_by(client, writer, picture) == 404
    Post.objects.filter(pk=post.pk).update(deleted_at=timezone.now() - timezone.timedelta(minutes=11))
    purge_deleted()
    assert not PictureFile.objects.exists()


@pytest.mark.parametrize("keep_words", [True, False])
def test_erasure_takes_every_picture(client, thread, writer, keep_words):
    make_picture(make_post(thread, writer))
    send(client, writer, thread, picture=upload(), alt="")
    assert on_posts.export(writer)["pictures"][0]["shows"] == "My garden"
    assert len(on_writing.export(writer)["pictures_not_posted"]) == 1
    personal.erase(writer, keep_words)
    on_writing.erase(writer, keep_words)
    assert not PictureFile.objects.exists() and not PictureAside.objects.exists()


def manage(client, person, post, **how):
    client.force_login(person)
    return client.post(reverse("groups:post_picture", args=[post.public_id]), how)


def test_the_writer_says_anew_what_it_shows_covers_it_and_takes_it_away(client, thread, writer):
    post = make_post(thread, writer)
    make_picture(post)
    assert "Say in a few words" in manage(client, writer, post, do="save", alt="").content.decode()
    manage(client, writer, post, do="save", alt="Roses", covered="on")
    picture = Picture.objects.get()
    assert (picture.alt, picture.is_covered) == ("Roses", True)
    manage(client, writer, post, do="remove")
    assert not Picture.objects.exists()


def test_contact_details_do_not_come_in_later_either_where_everybody_reads(client):
    group = make_group("open")
    writer = make_member(group).user
    post = make_post(make_thread(group), writer)
    make_picture(post)
    page = manage(client, writer, post, do="save", alt="Call 07700 900123").content.decode()
    assert "please take contact details out" in page and 'value="Call 07700 900123"' in page
    assert Picture.objects.get().alt == "My garden"


def test_a_moderator_covers_it_and_changes_nothing_else(client, group, thread, writer):
    post = make_post(thread, writer)
    make_picture(post)
    lead = make_member(group, role="moderator").user
    manage(client, lead, post, do="save", alt="Not my words", covered="on")
    picture = Picture.objects.get()
    assert (picture.alt, picture.is_covered) == ("My garden", True)
    assert manage(client, lead, post, do="remove").status_code == 403
    assert manage(client, make_member(group).user, post, do="save", covered="on").status_code == 403


def test_quiet_pages_show_words_instead(client, group, thread, writer):
    picture = make_picture(make_post(thread, writer))
    reader = make_member(group).user
    client.force_login(reader)
    client.post(reverse("home:reading"), {"low_stimulus": "on"} | dict.fromkeys(
        ("recurrence", "prognosis", "end-of-life", "medication", "scars"), "show"))  # fmt: skip
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "cover__blur" not in page and "Show the picture: My garden" in " ".join(page.replace("</span>", "").split())
    assert page.index("</summary><img") < page.index(address(picture))


def test_the_copy_of_a_report_says_what_the_picture_showed(thread, writer):
    post = make_post(thread, writer)
    make_picture(post)
    assert "Picture: My garden" in snapshot_of_post(post).text


def test_pictures_cost_the_thread_no_query(client, group, thread, writer, django_assert_num_queries):
    client.force_login(make_member(group).user)
    client.get(thread.get_absolute_url())
    for _ in range(3):
        make_picture(make_post(thread, writer))
    # user, thread, membership, may take another name, posts, other threads, guides, account menu
    with django_assert_num_queries(8):
        client.get(thread.get_absolute_url())
