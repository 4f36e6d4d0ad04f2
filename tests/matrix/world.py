"""One small world with something of every kind in it, and the eight people who look at it."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from articles.operations.pictures import add_picture
from articles.operations.questions import add_question
from groups.invitation_links import token_of
from groups.models import JoinRequest, KeptPost
from groups.operations.drafts import save_draft
from groups.operations.invitations import invite_by_link
from groups.operations.pictures import lay_aside
from groups.operations.polls import ask_poll
from portal.accounts import roles
from portal.accounts.models import DataCopy, User
from portal.accounts.operations.copies import ask_for_copy, keep_copy, take_copy_to_make
from portal.moderation.models import Reply
from portal.moderation.operations import claim, decide, open_file, report
from portal.notifications.links import UNSUBSCRIBE, signed_action
from selfcare.models import Occurrence
from selfcare.operations import accept_invitation, invite_carer, new_calendar, plan_rest
from tests.factories.accounts import make_block, make_user
from tests.factories.articles import block, make_article, make_topic, text
from tests.factories.break_glass import make_opening
from tests.factories.group_pictures import make_picture, upload
from tests.factories.groups import make_group, make_member, make_post, make_request, make_thread
from tests.factories.notifications import make_notice
from tests.factories.pictures import picture_file
from tests.factories.selfcare import (
    make_activity,
    make_entry,
    make_occurrence,
    make_plan,
    make_step_picture,
    make_template,
)
from tests.factories.sessions import make_session

PEOPLE = ["anonymous", "stranger", "member", "owner", "blocked", "carer", "moderator", "staff"]

SESSION_PAGES = (
    "session", "answer_session", "session_calendar", "change_session", "cancel_session", "session_summary",
)  # fmt: skip

GROUP_ACTS = ("join", "leave", "wait", "people", "role", "invitations", "revoke-invitation", "settings", "ground-rules")


@dataclass
class World:
    """Everything private in it belongs to `owner`: a post in a private group, a plan, a diary entry, a decided case."""

    people: dict[str, User | None]
    addresses: dict[str, str]


def make_world() -> World:
    owner = make_user(display_name="Owner of it all", time_zone="Africa/Accra")
    people: dict[str, User | None] = {
        "anonymous": None,
        "stranger": make_user(),
        "member": make_user(),
        "owner": owner,
        "blocked": make_user(),
        "carer": make_user(is_carer=True),
        "moderator": make_user(),
        "staff": make_user(roles.MODERATORS),
    }
    den, ward = make_group("private", name="Quiet den"), make_group("request", name="Open ward")
    for group in (den, ward):
        for name in ("member", "owner", "blocked", "carer"):
            make_member(group, people[name])
        make_member(group, people["moderator"], role="moderator")
    make_block(owner, people["blocked"])  # type: ignore[arg-type]
    thread = make_thread(den, title="A private thread")
    post = make_post(thread, owner, "Words of the owner")
    ask_poll(actor=owner, thread=thread, question="Tea or coffee?", answers=["Tea", "Coffee"])
    picture = make_picture(post)
    kept = KeptPost.objects.create(user=owner, post=post)
    aside = lay_aside(actor=owner, group=den, upload=upload())
    asked = make_request(ward)
    pictures = {"groups:picture": [picture.public_id], "groups:picture_aside": [aside.pk]}
    pictures |= {"groups:let_go_of_post": [kept.pk], "api:kept-detail": [kept.pk]}
    more = {name: path_of(name, arguments) for name, arguments in pictures.items()}
    return World(people, {**addresses(owner, people, thread, post, asked), **more})


def addresses(owner: User, people: Any, thread: Any, post: Any, asked: JoinRequest) -> dict[str, str]:
    """The address of each route, about the owner's things in this world."""
    step = make_step_picture()
    template = make_template("walk", steps=[{"words": "Stand up", "picture": step.key, "alt": "Somebody stands up"}])
    plan = make_plan(owner)
    activity = make_activity(owner, plan=plan)
    rest = plan_rest(actor=owner, begins_on=date(2030, 1, 1), ends_on=date(2030, 1, 7))
    item = make_occurrence(activity)
    entry = make_entry(owner)
    invited = invite_carer(actor=owner, name="Carer", scopes=["plan", "diary", "summary"])
    link = accept_invitation(actor=people["carer"], token=invited.token)
    told = report(
        actor=people["member"], reportable_key="groups.post", public_id=post.public_id, reason="selling", words=""
    )
    case = claim(actor=people["moderator"], case=told.case)
    decision = decide(actor=people["moderator"], case=case, act="hide", reason="selling")
    kept = open_file(actor=people["moderator"], case=case, words="Words about the owner")
    words = Reply.objects.create(scope=case.scope, label="Of the den", body="Words of the den")
    article = make_article(text(), block("questions", {"title": "Ask", "items": ["Why me?"]}), slug="a-guide")
    begun = save_draft(actor=owner, thread=thread, words={"body": "Words begun by the owner"})
    assert begun is not None
    asked_once = add_question(actor=owner, words="Words of the owner for the doctor")
    topic = make_topic("fever")
    invited = invite_by_link(actor=people["moderator"], group=thread.group, days=7, most=5)
    held = make_session(thread.group, places=3, place="Where the owner comes in")
    picture = add_picture(actor=None, raw=picture_file(), title="A picture that could leak")
    article_path = {"language": "en", "slug": article.slug}
    by_name: dict[str, Any] = {
        "home:change_agreement": ["health"],
        "home:unblock_person": [people["blocked"].pk],
        "home:unmute_person": [people["blocked"].pk],
        "home:consent": ["terms"],
        **{f"notifications:{name}": [rest.pk] for name in ("rename_device", "try_device", "remove_device")},
        "api:device-detail": [rest.pk],
        "home:data_copy": [ready_copy(owner).pk],
        "home:mail": ["20261123T080000.000000Z-0123abcd"],
        "home:mail_html": ["20261123T080000.000000Z-0123abcd"],
        **{f"moderation:{name}": [case.pk] for name in ("case", "case_live", "claim_case")},
        **{
            f"moderation:{name}": [case.pk]
            for name in ("keep_case", "release_case", "add_note", "hand_on", "pass_case")
        },
        **{f"moderation:{name}": [words.pk] for name in ("change_reply", "retire_reply")},
        **{f"moderation:{name}": [kept.pk] for name in ("file", "file_contact", "review_file")},
        **{f"moderation:{name}": [decision.pk] for name in ("decision", "appeal", "resend", "undo_decision")},
        **{f"moderation:{name}": ["groups.thread", thread.public_id] for name in ("report", "thanks")},
        "moderation:ask_answer": ["nonsense"],
        "notifications:unsubscribe": [signed_action(UNSUBSCRIBE, "groups.reply", owner.pk)],
        **{
            f"articles:{name}": {"language": "en"}
            for name in ("library", "a_z", "get_help", "help_card", "glossary", "organisations", "feed")
        },
        "articles:picture": [picture.key],  # of a draft
        "articles:topic": {"language": "en", "slug": topic.slug},
        "articles:guest_review": ["of-nobody"],
        "articles:topic_feed": {"language": "en", "slug": topic.slug},
        **{f"articles:{name}": article_path for name in ("article", "preview", "versions", "remark")},
        **{
            f"articles:{name}": article_path
            for name in ("keep", "code", "vote", "say_why", "article_questions", "take_question")
        },
        "articles:change_question": [asked_once.pk if asked_once else uuid.uuid4()],
        **{
            f"groups:{name}": [thread.public_id]
            for name in (
                "thread",
                "reply",
                "names",
                "new_poll",
                "vote",
                "end_poll",
                "mark_read",
                "follow_thread",
                "pin_thread",
                "lock_thread",
            )
        },
        **{
            f"groups:{name}": [post.public_id]
            for name in (
                "post",
                "edit_post",
                "delete_post",
                "undo_delete",
                "answer_support",
                "moderate_post",
                "block_writer",
                "react_to_post",
                "post_notes",
                "keep_post",
                "post_history",
                "post_picture",
                "reveal",
            )
        },
        **{
            f"groups:{name}": [thread.group.slug]
            for name in (
                "group",
                "rules",
                "leave",
                "team",
                "review",
                "feed",
                "mark_group_read",
                "follow_group",
                "new_thread",
                "names_for_new",
            )
        },
        **{f"groups:{name}": [asked.group.slug] for name in ("join", "request_list", "withdraw_request")},
        **{f"groups:{name}": [held.public_id] for name in SESSION_PAGES},
        **{f"groups:{name}": [thread.group.slug] for name in ("session_list", "hold_session", "cohort")},
        **{f"groups:{name}": [thread.group.slug] for name in ("wait_for_place", "stop_waiting")},
        **{f"groups:{name}": [thread.group.slug] for name in ("hand_over", "hand_over_now", "hand_over_file")},
        **{f"groups:{name}": [thread.group.slug] for name in ("invitation_list", "member_list", "about_me")},
        "groups:member_role": [thread.group.slug, thread.group.memberships.get(user=owner).uuid],
        "groups:revoke_invitation": [thread.group.slug, invited.pk],
        "groups:invitation": [token_of(invited)],
        **{f"api:group-{name}": [thread.group.slug] for name in GROUP_ACTS},
        **{f"api:session-{name}": [held.public_id] for name in ("detail", "answer", "cancel")},
        "groups:opening": [make_opening(thread.group, people["staff"]).pk],
        "groups:openness": [thread.group.slug],
        "groups:settings": [thread.group.slug],
        "groups:settings_part": [thread.group.slug, "allowed"],
        "groups:draft": [begun.pk],
        "groups:decide_request": [asked.group.slug, asked.pk],
        "groups:desk_request": [asked.pk],
        **{f"groups:{name}": [thread.group.uuid] for name in ("unnamed", "unnamed_join", "unnamed_openness")},
        **{f"api:join-request-{name}": [asked.pk] for name in ("detail", "decide")},
        "selfcare:start_plan": [template.template.key],
        "selfcare:step_picture": [step.key],
        **{f"selfcare:{name}": [plan.pk] for name in ("running_plan", "stop_plan", "decline_version", "treatment_day")},
        **{
            f"selfcare:{name}": [activity.pk]
            for name in ("activity", "rest_activity", "resume_activity", "stop_activity", "step_up")
        },
        "selfcare:end_rest": [rest.pk],
        **{
            f"api:own-plan-{name}": [plan.pk]
            for name in ("detail", "clear", "stop", "newer", "renew", "decline", "treatment-day")
        },
        **{f"api:activity-{name}": [activity.pk] for name in ("detail", "rest", "resume")},
        "api:plan-template-detail": [template.template.key],
        "api:plan-template-next-times": [template.template.key],
        "api:rest-detail": [rest.pk],
        **{f"selfcare:{name}": [item.pk] for name in ("done", "later", "skip", "undo")},
        "selfcare:act": [signed_action("selfcare.act", f"done:{item.pk}:{turn_of(item)}", owner.pk)],
        **{f"selfcare:{name}": [entry.pk] for name in ("diary_entry", "delete_entry", "restore_entry")},
        **{f"api:diary-{name}": [entry.pk] for name in ("detail", "restore")},
        **{f"selfcare:{name}": [link.pk] for name in ("carer", "mail_carer", "end_carer", "shared")},
        **{f"api:{name}": [link.pk] for name in ("carer-detail", "carer-mail", "shared-detail")},
        **{f"api:question-{name}": [asked_once.pk if asked_once else uuid.uuid4()] for name in ("detail", "asked")},
        "selfcare:accept_carer": [invite_carer(actor=owner, name="Another", scopes=["plan"]).token],
        "selfcare:calendar_file": [new_calendar(actor=owner).token],
        "api:article-detail": [article.slug],
        "api:article-versions": [article.slug],
        "api:newsroom-detail": [article.pk],
        "api:newsroom-act": [article.pk, "publish"],
        "api:notice-read": [make_notice(owner).pk],
        **{f"api:group-{name}": [thread.group.slug] for name in ("detail", "follow")},
        **{
            f"api:thread-{name}": [thread.public_id]
            for name in ("detail", "follow", "poll", "vote", "end-poll", "read")
        },
        **{f"api:post-{name}": [post.public_id] for name in ("detail", "react", "undo", "notes", "history", "redact")},
        "api:draft-detail": [begun.pk],
        **{f"api:decision-{name}": [decision.pk] for name in ("detail", "appeal", "resend")},
        **{f"api:case-{name}": [case.pk] for name in ("detail", "claim", "release", "pass-on", "decide")},
        **{f"api:today-{name}": [item.pk] for name in ("done", "later", "skip", "undo")},
        "account_confirm_email": ["nonsense"],
        "account_reset_password_from_key": ["abc", "nonsense"],
        "mfa_remove_webauthn": [999],
        "mfa_edit_webauthn": [999],
    }
    return {name: path_of(name, arguments) for name, arguments in by_name.items()}


def ready_copy(person: User) -> DataCopy:
    ask_for_copy(actor=person)
    copy = take_copy_to_make()
    assert copy is not None and keep_copy(copy=copy, content=b"PK")
    return copy


def turn_of(item: Occurrence) -> int:
    return item.snooze_no


def path_of(name: str, arguments: Any) -> str:
    if isinstance(arguments, dict):
        return reverse(name, kwargs=arguments)
    return reverse(name, args=[str(one) if isinstance(one, uuid.UUID) else one for one in arguments])
