"""Nothing tells that a hidden thing exists: every answer is the same, byte for byte, with it and without it.

Asked are all routes that take no argument, found by walking the site, so that a new list, count or feed is held from
its first day; everything about an open group and what is in it; and lists asked with the words of the hidden thing.
"""

from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from articles.operations.questions import add_question
from groups.models import KeptPost
from groups.operations.drafts import save_draft
from groups.operations.invitations import invite_by_link
from groups.operations.pictures import lay_aside
from groups.operations.polls import ask_poll
from portal.accounts.models import User
from portal.moderation.operations import claim, decide, report
from tests.factories.accounts import make_user
from tests.factories.group_pictures import make_picture, upload
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.notifications import make_notice
from tests.factories.selfcare import make_activity, make_entry, make_occurrence, make_plan, make_template
from tests.factories.sessions import make_session
from tests.groups.normaliser import normal
from tests.matrix.test_matrix import routes

pytestmark = pytest.mark.django_db

WORDS = ("lantern", "words of the owner", "quiet den")
OWN_ACCOUNT = ("account_", "mfa_", "usersessions", "home:mail", "api:schema", "api:docs")  # no lists of others' things
ASKED_WITH_WORDS = (
    "/search/?q={}", "/search/?q={}&kind=groups", "/search/?q={}&kind=articles", "/search/suggest/?q={}",
    "/api/v1/search/?q={}",
)  # fmt: skip
ALSO = (
    "/groups/?older=2026-01-01T00:00:00Z~zzz", "/groups/?newer=2020-01-01T00:00:00Z~a",
    "/api/v1/threads/?ordering=title", "/api/v1/groups/?ordering=-created_at", "/api/v1/sessions/?page_size=1",
    "/api/v1/threads/?page_size=1", "/sitemap.xml",
)  # fmt: skip
HEADERS = ("ETag", "Last-Modified", "Link", "Location", "Cache-Control", "Vary")


class Commons:
    """An open group in which people talk, and two who read it: one by name, one signed out."""

    def __init__(self) -> None:
        self.group = make_group("open", name="Commons")
        names = ("Talker", "Reader", "Owner of it all")
        self.writer, self.reader, self.owner = (make_user(display_name=name) for name in names)
        for person in (self.writer, self.reader, self.owner):
            make_member(self.group, person)
        self.thread = make_thread(self.group, title="Sleep and pillows")
        self.post = make_post(self.thread, self.writer, "I sleep on a lantern shaped pillow")
        self.own = make_post(self.thread, self.reader, "So do I")
        self.session = make_session(self.group)
        make_template("walk")

    def addresses(self) -> list[str]:
        """Each route that is about the group, its thread, a post or its session."""
        found = []
        for name in routes():
            for key in (self.group.slug, self.thread.public_id, self.post.public_id, self.session.public_id):
                if name.startswith(("groups:", "api:group", "api:thread", "api:post", "api:session")):
                    try:
                        found.append(reverse(name, args=[key]))
                    except NoReverseMatch:
                        break
        return [*found, f"/groups/t/{self.thread.public_id}/names/?q=Ow", f"/groups/t/{self.thread.public_id}/?from=2"]


def without_argument() -> list[str]:
    found = []
    for name in routes():
        if name.startswith(OWN_ACCOUNT):
            continue
        try:
            found.append(reverse(name))
        except NoReverseMatch:
            continue
    return found


def every_address(commons: Commons) -> list[str]:
    asked = [form.format(word.replace(" ", "+")) for form in ASKED_WITH_WORDS for word in WORDS]
    listed = [f"/api/v1/{what}/?group={commons.group.slug}" for what in ("threads", "sessions")]
    listed.append(f"/api/v1/posts/?thread={commons.thread.public_id}")
    return list(dict.fromkeys([*without_argument(), *commons.addresses(), *asked, *listed, *ALSO]))


def answers(commons: Commons, viewer: User | None) -> dict[str, Any]:
    """What each address says to this viewer, with everything undone that looking may write (a read mark, a visit)."""
    found: dict[str, Any] = {}
    client = Client(raise_request_exception=False)
    if viewer is not None:
        client.force_login(viewer)
    for address in every_address(commons):
        with transaction.atomic():
            response = client.get(address)
            found[address] = (*normal(response), {name: response.headers.get(name) for name in HEADERS})
            transaction.set_rollback(True)
        cache.clear()
    return found


def hide_things(commons: Commons) -> None:
    """A hidden group with everything in it, the plan and diary of its people; and in the open group, what is begun."""
    owner, helper = commons.owner, make_user()
    secret = make_group("hidden", name="Lantern keepers of the quiet den")
    make_member(secret, owner)
    make_member(secret, helper, role="moderator")
    hidden = make_thread(secret, title="Lantern thread")
    post = make_post(hidden, owner, "A lantern nobody may see, words of the owner")
    ask_poll(actor=owner, thread=hidden, question="Lantern or lamp?", answers=["Lantern", "Lamp"])
    make_picture(post)
    make_session(secret, title="Lantern evening", places=3)
    invite_by_link(actor=helper, group=secret, days=7, most=5)
    KeptPost.objects.create(user=owner, post=post)
    told = report(
        actor=helper, reportable_key="groups.post", public_id=post.public_id, reason="selling", words="lantern"
    )
    decide(actor=helper, case=claim(actor=helper, case=told.case), act="hide", reason="selling")
    activity = make_activity(owner, plan=make_plan(owner))
    make_occurrence(activity)
    make_entry(owner)
    add_question(actor=owner, words="A lantern for the doctor")
    make_notice(owner)
    save_draft(actor=owner, thread=commons.thread, words={"body": "A lantern of the owner, begun"})
    save_draft(actor=owner, group=commons.group, words={"title": "Lantern", "body": "Begun"})
    lay_aside(actor=owner, group=commons.group, upload=upload())


@pytest.mark.parametrize("viewer", ["anonymous", "reader"])
def test_every_answer_is_the_same_with_hidden_things_and_without(viewer, settings):
    settings.DEMO = False
    commons = Commons()
    who = None if viewer == "anonymous" else commons.reader
    before = answers(commons, who)
    hide_things(commons)
    after = answers(commons, who)

    assert {address: (before[address], after[address]) for address in before if before[address] != after[address]} == {}
    assert len(before) > 120
