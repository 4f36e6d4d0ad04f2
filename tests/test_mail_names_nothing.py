"""No mail says what a group is about: neither its name nor its address, nor a title, a name or a word of anybody.

Every kind of message that can come by mail stands in one of two tables. A new kind in neither fails.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from uuid import uuid4

import pytest
from django.utils import timezone

from groups.models import SessionAnswer, Waiting
from groups.operations.invitations import invite_by_mail
from groups.operations.join_requests import decide_request
from groups.operations.posts import publish_post
from groups.operations.team import write_to_team
from portal.core.kinds import EMAIL, kinds
from portal.moderation.operations import claim, decide, open_file, report
from portal.notifications.channels.letter import compose
from portal.notifications.models import Delivery
from portal.notifications.summaries import SUMMARY_KIND
from portal.notifications.words import from_json
from tests.factories.accounts import make_user
from tests.factories.break_glass import make_opening
from tests.factories.groups import make_group, make_member, make_post, make_request, make_thread
from tests.factories.notifications import make_notice
from tests.factories.sessions import make_cohort, make_session

pytestmark = pytest.mark.django_db
CANARY = "heliotrope"

# What such a mail is about is no group. Their own tests say what they may say.
NOT_ABOUT_GROUPS = {
    "account.sign_in", "account.security", "home.copy", "home.leaving", "home.gone",
    "selfcare.reminder", "selfcare.day", "selfcare.recheck", "selfcare.letter", "selfcare.missed",
    "selfcare.invitation", "notifications.webhook",
}  # fmt: skip
GLASS = tuple(f"groups.glass_{word}" for word in ("asked", "answered", "alone", "review", "team"))
AT_ONCE = {
    # asked for just now, or about one's own account
    "account.sign_in", "account.security", "home.copy", "home.leaving", "home.gone", "groups.invitation",
    "selfcare.invitation", "notifications.webhook",
    "moderation.enquiry", "moderation.answer",
    # about one's own words or oneself
    "moderation.decision",
    # clocks, and somebody who may be at risk
    "moderation.case", "moderation.overdue", "moderation.passed", "moderation.file_opened", "moderation.file_review",
    *GLASS,
    # at a time that somebody chose, or lost after it
    "groups.session", "groups.session_news", "groups.session_place", "groups.cohort_place",
    "selfcare.reminder", "selfcare.day", "selfcare.recheck", "selfcare.missed",
    # once a day or once a week by themselves
    "notifications.summary", "selfcare.letter",
}  # fmt: skip
FOR_STAFF = "articles."  # the newsroom's: titles of guides, to those who work on them


@dataclass
class World:
    """A group in which every name and every word is the canary, and what happened in it."""

    preset: str
    keys: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        self.group = make_group(self.preset, name=f"{CANARY} first year")
        self.lead = self.person(role="moderator")
        self.member, self.writer = self.person(), self.person()
        self.thread = make_post(make_thread(self.group, title=f"About {CANARY}"), self.member.user, CANARY).thread
        self.post = publish_post(actor=self.writer.user, thread=self.thread, body=f"Words of {CANARY}")
        self.joining()
        self.sessions()
        self.moderation()

    def person(self, **fields):
        name = f"{CANARY.title()} {uuid4().hex[:6]}"
        return make_member(self.group, make_user(display_name=name), **fields)

    def joining(self):
        asked = make_request(self.group, make_user(display_name=f"{CANARY} asks"))
        asked.answers = [{"question": CANARY, "answer": CANARY}]
        asked.save(update_fields=["answers_sealed"])
        decide_request(actor=self.lead.user, request=asked, approve=False, reason=f"Not {CANARY}")
        waits = make_request(self.group)
        self.keys |= {
            "groups.request": f"request:{waits.pk}", "groups.answer": f"request:{asked.pk}",
            "groups.welcome": f"membership:{self.member.pk}", "groups.role": f"role:{self.member.pk}:member",
        }  # fmt: skip
        threads = ("groups.reply", "groups.mention", "groups.post")
        self.keys |= dict.fromkeys(threads, f"thread:{self.thread.public_id}:{self.post.public_id}")
        self.keys["groups.unanswered"] = f"thread:{self.thread.public_id}"

    def sessions(self):
        held = make_session(self.group, title=f"Breathing with {CANARY}", place=CANARY)
        answer = SessionAnswer.objects.create(session=held, user=self.member.user, answer="yes")
        cohort = make_cohort(self.group)
        until = timezone.now() + timedelta(days=1)
        place = Waiting.objects.create(cohort=cohort, user=make_user(), offered_until=until)
        self.keys |= {
            "groups.session": f"session:{answer.pk}:{held.revision}:hour",
            "groups.session_news": f"news:{held.public_id}:{held.revision}",
            "groups.session_place": f"place:{answer.pk}", "groups.cohort_place": f"offer:{place.pk}:1",
            "groups.cohort_ended": f"ended:{self.group.uuid}",
        }  # fmt: skip

    def moderation(self):
        about = {"reportable_key": "groups.post", "public_id": self.post.public_id}
        case = claim(
            actor=self.lead.user,
            case=report(actor=self.member.user, **about, reason="unkind", words=f"It says {CANARY}").case,
        )
        file = open_file(actor=self.lead.user, case=case, words=f"I fear for {CANARY}")
        decision = decide(actor=self.lead.user, case=case, act="hide", reason="unkind", message=f"Dear {CANARY}")
        sent = write_to_team(actor=self.member.user, group=self.group, words=f"A word on {CANARY}", key="k" * 12)
        self.keys |= dict.fromkeys(("moderation.decision", "moderation.outcome"), str(decision.pk))
        self.keys |= dict.fromkeys(("moderation.case", "moderation.overdue", "moderation.passed"), f"{case.pk}:1")
        self.keys |= dict.fromkeys(("moderation.file_opened", "moderation.file_review"), f"{file.pk}:1")
        self.keys |= dict.fromkeys(GLASS, f"glass:{make_opening(self.group, make_user()).pk}")
        self.keys |= dict.fromkeys(("moderation.enquiry", "moderation.answer"), str(sent.pk))

    def delivery(self, kind):
        if kind == SUMMARY_KIND:
            make_notice(self.member.user, kind="groups.reply", subject=self.keys["groups.reply"])
            self.keys[kind] = f"digest:{timezone.localdate()}"
        if kind == "groups.invitation":
            invite_by_mail(actor=self.lead.user, group=self.group, email="somebody@people.handrail.example")
            return Delivery.objects.get(kind=kind)
        return Delivery(
            kind=kind, subject_key=self.keys[kind], recipient=self.member.user, channel=EMAIL, due_at=timezone.now()
        )


def letter_of(delivery):
    """Everything that whoever reads a mailbox sees: headers, words and addresses."""
    words = delivery.words
    message = from_json(words["message"]) if words else kinds.get(delivery.kind).render(delivery)
    letter = message_from_bytes(compose(delivery, message, "somebody@people.handrail.example"), policy=default)
    parts = [part.get_content() for part in letter.walk() if not part.is_multipart()]
    return "\n".join([*(f"{name}: {value}" for name, value in letter.items()), *parts])


def mailed():
    return [kind.key for kind in kinds if EMAIL in kind.channels and not kind.key.startswith(FOR_STAFF)]


@pytest.mark.parametrize("preset", ["open", "private", "hidden"])
def test_no_mail_about_a_group_names_it_or_anything_in_it(preset):
    world = World(preset)
    about = {*world.keys, SUMMARY_KIND, "groups.invitation"}  # the next test finds a kind that is missing here
    told = {key: letter_of(world.delivery(key)) for key in mailed() if key in about}
    assert CANARY in world.group.slug and CANARY in world.group.name  # so that an address could leak
    assert [key for key, letter in told.items() if CANARY in letter.casefold()] == []


def test_every_kind_that_can_be_mailed_stands_in_a_table():
    world = World("open")
    known = {*world.keys, *NOT_ABOUT_GROUPS, SUMMARY_KIND, "groups.invitation"}
    assert sorted(set(mailed()) - known) == []


def test_what_comes_by_mail_at_once_is_a_short_list_and_all_else_waits_for_the_summary():
    at_once = {key for key in mailed() if EMAIL in kinds.get(key).default_on}
    assert at_once == AT_ONCE
    assert [key for key in mailed() if key not in at_once and not kinds.get(key).gathered] == []
