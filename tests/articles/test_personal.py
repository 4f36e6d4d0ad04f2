"""What the house of guides gives a person about themselves, and what it forgets."""

from datetime import timedelta

from django.utils import timezone

from articles import personal
from articles.models import Article, BlockComment, Contribution, ReviewInvitation
from tests.factories.accounts import make_user


def newsroom_work(person):
    article = Article.objects.create(title="Drinking enough", slug="drinking-enough", language="en")
    Contribution.objects.create(article=article, person=person)
    BlockComment.objects.create(article=article, by=person, words="Say how many cups")
    ReviewInvitation.objects.create(
        article=article, name="Guest Name", email="guest@example.org", invited_by=person,
        expires_at=timezone.now() + timedelta(days=7),
    )  # fmt: skip
    return article


def test_an_export_names_changed_drafts_remarks_and_invitations_but_not_the_guest_or_others_work(db):
    person, other = make_user(), make_user()
    newsroom_work(person)

    given = personal.export(person)

    assert [row["article__title"] for row in given["changed"]] == ["Drinking enough"]
    assert [row["article__title"] for row in given["invitations"]] == ["Drinking enough"]
    assert [row["words"] for row in given["remarks"]] == ["Say how many cups"]
    assert "guest" not in str(given).lower()
    assert not any(personal.export(other).values())


def test_erasing_forgets_who_changed_a_draft(db):
    person = make_user()
    newsroom_work(person)

    personal.erase(person, keep_words=False)

    assert Contribution.objects.count() == 0
