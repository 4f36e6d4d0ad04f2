"""What the moderation team changes in a post: words taken out, and a guide set under it."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article
from groups.models import Correction, Post, PostEdit, PostText, Quote
from groups.operations.moderation import need_moderator, release_post
from groups.operations.naming import name_people, save_names
from groups.operations.posts import need_words
from groups.operations.words import rendered, search_vector
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.core.reportables import Given, Trace
from portal.core.text import RENDERER_VERSION


@transaction.atomic
def change_words(actor: User, post: Post, reason: str, given: Given, *, publish: bool = False) -> Trace | None:
    """Put other words in its place; with `publish` also let it be read. What it said before leaves every page and the
    history: only the sealed trace keeps it, for the way back. None when nothing changed.

    Raises PermissionDenied, RuleViolation.
    """
    need_moderator(actor, post)
    post = Post.objects.select_for_update(of=("self",)).select_related("thread__group", "voice").get(pk=post.pk)
    text = PostText.objects.filter(post=post).first()
    if text is None:
        raise RuleViolation(_("These words are gone."), code="gone")
    try:
        body = need_words(given.get("words", ""))
    except RuleViolation as refusal:
        raise RuleViolation(refusal.message, code=refusal.code, field="words") from refusal
    naming = name_people(actor, post.thread, body, before=post)
    if naming.body == text.body:
        return None
    before = text.body
    save_names(post, naming)
    put_words(post, text, naming.body)
    if publish:
        release_post(actor=actor, post=post)
    return {"body": before, "edit": text.edit_number + 1, "published": publish}


def put_words(post: Post, text: PostText, body: str) -> None:
    """These words from now on; of the earlier ones the history keeps that there were some, and not what they said."""
    now, title = timezone.now(), post.thread.title if post.number == 1 else ""
    PostEdit.objects.create(post=post, edit_number=text.edit_number, body="", replaced_at=now, redacted_at=now)
    PostEdit.objects.filter(post=post, redacted_at=None).update(body="", redacted_at=now)
    quotes = list(Quote.objects.filter(post=post).values_list("position", flat=True))
    PostText.objects.filter(post=post).update(
        body=body, html=rendered(body, quotes), renderer_version=RENDERER_VERSION,
        edit_number=F("edit_number") + 1, search=search_vector(title, body, post.thread.group.languages),
    )  # fmt: skip
    Post.objects.filter(pk=post.pk).update(edited_at=now)


@transaction.atomic
def put_words_back(actor: User, post: Post, reason: str, trace: Trace) -> bool:
    """The words as they were, while nobody has changed them since. Whoever waited before waits again."""
    need_moderator(actor, post)
    post = Post.objects.select_for_update(of=("self",)).select_related("thread__group", "voice").get(pk=post.pk)
    text = PostText.objects.filter(post=post).first()
    if text is None or text.edit_number != trace["edit"]:
        raise RuleViolation(_("The words were changed again since, so the earlier ones stay away."), code="changed")
    put_words(post, text, trace["body"])
    if trace["published"]:
        Post.objects.filter(pk=post.pk, held_at=None).update(held_at=timezone.now())
    return True


@transaction.atomic
def set_guide(actor: User, post: Post, reason: str, given: Given) -> Trace | None:
    """Set a published guide under the post. None when it stands there. Raises PermissionDenied, RuleViolation."""
    need_moderator(actor, post)
    article = Article.objects.published().filter(slug=given.get("guide", "")).first()
    if article is None:
        raise RuleViolation(_("Choose the guide that belongs under it."), code="required", field="guide")
    made, is_new = Correction.objects.get_or_create(post=post, article=article, lifted_at=None, defaults={"by": actor})
    return {"correction": made.pk} if is_new else None


@transaction.atomic
def take_guide_away(actor: User, post: Post, reason: str, trace: Trace) -> bool:
    need_moderator(actor, post)
    rows = Correction.objects.filter(pk=trace["correction"], post=post, lifted_at=None)
    return rows.update(lifted_at=timezone.now()) > 0


def guides_for(actor: Any, post: Post) -> list[tuple[str, str]]:
    """Guides to choose from: those on the group's topics first. Two queries."""
    group = post.thread.group
    topics = list(group.topics.values_list("slug", flat=True))
    rows = Article.objects.published().filter(language__in=group.languages).select_related("current")
    shown = [(row.slug, row.current.title, row.current.topic_slugs) for row in rows[:300] if row.current]
    near = [(slug, title) for slug, title, about in shown if set(about) & set(topics)]
    rest = [(slug, title) for slug, title, about in shown if not set(about) & set(topics)]
    return sorted(near, key=lambda one: one[1]) + sorted(rest, key=lambda one: one[1])


def stands(post: Post) -> bool:
    """Whether there are words here that readers may come to see."""
    return post.removed_at is None and post.deleted_at is None and post.moved_to_id is None
