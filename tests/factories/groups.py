"""Groups, people in them, and what they said: the smallest valid things, written straight into the tables."""

import itertools
from datetime import timedelta
from typing import Any

from django.utils import timezone

from groups.models import GroupRules, JoinRequest, Membership, Post, SupportGroup, Thread, ThreadVoice
from groups.operations.groups import PRESETS, free_slug
from groups.operations.restraint import restrain
from groups.operations.words import text_of
from portal.accounts.models import User
from tests.factories.accounts import make_user

counter = itertools.count(1)


def make_group(preset: str = "open", *, rules: str = "", **fields: Any) -> SupportGroup:
    name = fields.pop("name", f"Group {next(counter)}")
    settings = {**PRESETS[preset], **fields}
    secret = settings["known_to"] != SupportGroup.Audience.EVERYONE
    settings.setdefault("slug", free_slug(name, secret=secret))
    group = SupportGroup.objects.create(name=name, summary="For people", **settings)
    if rules:
        make_rules(group, rules)
    return group


def make_rules(group: SupportGroup, text: str = "Be kind.") -> GroupRules:
    rules = GroupRules.objects.create(group=group, version=group.rules_version + 1, text=text)
    group.rules_version = rules.version
    group.save(update_fields=["rules_version"])
    return rules


def make_member(group: SupportGroup, user: User | None = None, role: str = "member", **fields: Any) -> Membership:
    """Someone in the group who has agreed to its rules."""
    fields.setdefault("rules_version_agreed", group.rules_version)
    return Membership.objects.create(group=group, user=user or make_user(), role=role, **fields)


def make_removed(group: SupportGroup, by: User) -> Membership:
    """Somebody whom a moderator put out of the group for a month."""
    membership = make_member(group)
    put_out(membership, by)
    membership.refresh_from_db()
    return membership


def put_out(membership: Membership, by: User) -> None:
    until = timezone.now() + timedelta(days=30)
    restrain(by, f"groups:{membership.group.uuid}", membership.user_id, "removed", until)


def make_thread(group: SupportGroup | None = None, **fields: Any) -> Thread:
    fields.setdefault("title", f"Thread {next(counter)}")
    return Thread.objects.create(group=group or make_group(), **fields)


def make_voice(thread: Thread, user: User | None = None, **fields: Any) -> ThreadVoice:
    user = user or make_user()
    fields.setdefault("shown_name", user.display_name)
    voice, _ = ThreadVoice.objects.get_or_create(thread=thread, user=user, defaults=fields)
    return voice


def make_post(thread: Thread | None = None, user: User | None = None, body: str = "Hello there", **fields: Any) -> Post:
    """The next position of a thread, said by `user` or by somebody new. The first one's voice is the starter."""
    thread = thread or make_thread()
    voice = fields.pop("voice", None) or make_voice(thread, user)
    fields.setdefault("created_at", timezone.now())
    post = Post.objects.create(thread=thread, voice=voice, number=thread.take_number(fields["created_at"]), **fields)
    title = thread.title if post.number == 1 else ""
    text_of(post, body, title=title, languages=thread.group.languages).save(force_insert=True)
    if post.number == 1:
        thread.starter = voice
        thread.save(update_fields=["starter"])
    return post


def make_request(group: SupportGroup, user: User | None = None, answer: str = "May I come in?") -> JoinRequest:
    request = JoinRequest(group=group, user=user or make_user(), rules_version_agreed=group.rules_version)
    request.answers = [{"question": "", "answer": answer}]
    request.save(force_insert=True)
    return request
