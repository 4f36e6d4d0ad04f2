"""What people may do in a group: predicates over loaded objects, without queries."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django.utils import timezone

from groups.models import BreakGlass, JoinRequest, Membership, Post, SupportGroup, Thread
from groups.models.break_glass import AGREEING, READERS
from portal.accounts.roles import SAFEGUARDING_LEADS

UNDO = timedelta(minutes=10)
CHOSEN_OUTSIDE = {Membership.Role.SAFEGUARDING_LEAD, Membership.Role.AUDITOR}
WRITING_ROLES = {role for role in Membership.Role if role != Membership.Role.AUDITOR}


def is_muted(membership: Membership | None) -> bool:
    return bool(membership and membership.muted_until and membership.muted_until > timezone.now())


def is_reviewed(membership: Membership | None) -> bool:
    """Whether what they write waits for a moderator."""
    return bool(membership and membership.reviewed_until and membership.reviewed_until > timezone.now())


def may_come_back(membership: Membership) -> bool:
    """Somebody who left may; somebody who was removed when that is over."""
    if membership.removed_at is None:
        return not membership.is_present
    return membership.removed_until is not None and membership.removed_until <= timezone.now()


def can_post(membership: Membership | None) -> bool:
    """Present members may write, unless a moderator has muted them. Auditors read only."""
    if membership is None or not membership.is_present or membership.role not in WRITING_ROLES:
        return False
    return not is_muted(membership)


def has_agreed(held: Collection[str]) -> bool:
    """Words in a group are kept under the terms, and most are about health: both agreements have to hold."""
    return {"terms", "health"} <= set(held)


def must_agree(membership: Membership | None, group: SupportGroup) -> bool:
    """Whether the newest rules need a yes before the next post. Reading stays open."""
    return membership is not None and membership.rules_version_agreed < group.rules_version


def can_reply(membership: Membership | None, thread: Thread) -> bool:
    """A locked or hidden thread, or a closed group, takes words from its moderators only."""
    if not can_post(membership):
        return False
    if membership is not None and membership.moderates:
        return True
    return thread.locked_at is None and thread.hidden_at is None and thread.group.closed_at is None


def can_start_thread(membership: Membership | None, group: SupportGroup) -> bool:
    return can_post(membership) and (group.closed_at is None or bool(membership and membership.moderates))


def can_join(membership: Membership | None, group: SupportGroup, *, invited: bool = False) -> bool:
    """Anyone may come into an open group, and come back, unless a moderator has removed them and that is not
    over. Into others comes who is invited: by a link, by name, or by a place that is kept for them."""
    if group.join_by != SupportGroup.Entry.OPEN and not invited:
        return False
    return membership is None or may_come_back(membership)


def can_request(membership: Membership | None, group: SupportGroup) -> bool:
    """Into a group that lets people in by hand, while it is not closed."""
    if group.join_by != SupportGroup.Entry.REQUEST or group.closed_at is not None:
        return False
    return membership is None or may_come_back(membership)


def can_follow(membership: Membership | None) -> bool:
    """Only members are told what is new in a group."""
    return membership is not None and membership.is_present


def can_leave(membership: Membership | None) -> bool:
    return membership is not None and membership.is_present


def moderates_group(membership: Membership | None, group: SupportGroup) -> bool:
    """A moderator of this very group, even when muted."""
    return membership is not None and membership.group_id == group.pk and membership.moderates


def looks_after(membership: Membership | None, group: SupportGroup) -> bool:
    """Who leads in this very group, and auditors, who look on."""
    if membership is None or membership.group_id != group.pk or not membership.is_present:
        return False
    return membership.leads or membership.role == Membership.Role.AUDITOR


BY_FACILITATORS = frozenset({"description", "staffed_hours", "staffed_zone", "answer_within"})
BY_MODERATORS = BY_FACILITATORS | {
    "name", "summary", "known_to", "members_seen_by", "read_by", "join_by", "join_question", "allows_pictures",
    "allows_other_names", "rules",
}  # fmt: skip
BY_ADMINISTRATORS = BY_MODERATORS | {"for_carers", "languages", "closed_at"}


def can_change_setting(actor: Any, membership: Membership | None, group: SupportGroup, name: str) -> bool:
    """Facilitators say what the group is and when they are there; its moderators choose all but what Administrators
    keep for themselves. Whether a change is possible at all, as widening a circle is not, is another question."""
    if actor.staff_roles.administers and name in BY_ADMINISTRATORS:
        return True
    if membership is None or membership.group_id != group.pk or not membership.leads:
        return False
    return name in (BY_MODERATORS if membership.moderates else BY_FACILITATORS)


def can_give_role(actor: Any, mine: Membership | None, target: Membership, role: str) -> bool:
    """Moderators of the group choose its mentors, facilitators and moderators. Who watches over them, safeguarding
    leads and auditors, is chosen by Administrators. Nobody raises themselves; everybody may lay their role down."""
    if not target.is_present:
        return False
    if target.user_id == actor.pk:
        return role == Membership.Role.MEMBER
    if actor.staff_roles.administers:
        return True
    return moderates_group(mine, target.group) and not {target.role, role} & CHOSEN_OUTSIDE


def can_see_members(user: Any, membership: Membership | None, group: SupportGroup) -> bool:
    """The same answer as the door of memberships gives for this group."""
    audience = SupportGroup.Audience
    if group.members_seen_by == audience.EVERYONE or moderates_group(membership, group):
        return True
    if group.members_seen_by == audience.SIGNED_IN:
        return bool(user.is_authenticated)
    return group.members_seen_by == audience.MEMBERS and membership is not None


def can_answer_session(membership: Membership | None) -> bool:
    """Present members, also while they may only read. Auditors look on and take no place."""
    return membership is not None and membership.is_present and membership.role in WRITING_ROLES


def can_invite(membership: Membership | None, group: SupportGroup) -> bool:
    """Moderators, while there is something to come into."""
    return moderates_group(membership, group) and group.closed_at is None


def can_hold_sessions(membership: Membership | None, group: SupportGroup) -> bool:
    """Facilitators and moderators of this very group."""
    return membership is not None and membership.group_id == group.pk and membership.leads


def can_hand_over(actor: Any, membership: Membership | None, group: SupportGroup) -> bool:
    """What everybody reads anyway may be packed by Administrators. Of any other group the words are its members': only
    a moderator of this very group, and no staff role, asks for them."""
    if group.is_for_everyone:
        return bool(actor.staff_roles.administers)
    return moderates_group(membership, group)


def takes_two_to_hand_over(group: SupportGroup) -> bool:
    return not group.is_for_everyone


def can_agree_to_hand_over(membership: Membership | None, group: SupportGroup, asked_by: Any) -> bool:
    """A second moderator of the group, never the one who asked."""
    return membership is not None and moderates_group(membership, group) and membership.user_id != asked_by


def can_import(actor: Any) -> bool:
    """Administrators bring threads of other forums in: it is a task about files, and opens no group to them."""
    return bool(actor.staff_roles.administers)


def can_moderate(actor: Any, membership: Membership | None, group: SupportGroup) -> bool:
    """The group's own moderators; staff moderators only where everyone may read anyway."""
    return moderates_group(membership, group) or (group.is_for_everyone and actor.staff_roles.moderates)


def can_decide(membership: Membership | None, request: JoinRequest) -> bool:
    """A moderator of the group, and never about oneself."""
    return (
        membership is not None and moderates_group(membership, request.group) and membership.user_id != request.user_id
    )


def is_writer(actor: Any, post: Post) -> bool:
    return post.voice.user_id is not None and post.voice.user_id == actor.pk


def can_edit(actor: Any, membership: Membership | None, post: Post) -> bool:
    """One's own words, while they stand or wait, in a group one belongs to."""
    standing = post.removed_at is None and post.deleted_at is None and post.moved_to_id is None
    return is_writer(actor, post) and can_post(membership) and standing and post.hidden_at is None


def can_mend(actor: Any, membership: Membership | None, post: Post) -> bool:
    """One's own words that the team hid, removed or keeps waiting, while one may write."""
    kept_back = bool(post.hidden_at or post.removed_at or post.held_at)
    stands = post.deleted_at is None and post.moved_to_id is None
    return is_writer(actor, post) and can_post(membership) and kept_back and stands


def can_read_history(actor: Any, membership: Membership | None, post: Post) -> bool:
    """Whoever wrote it, and the moderators of its very group."""
    return is_writer(actor, post) or moderates_group(membership, post.thread.group)


def can_delete(actor: Any, post: Post) -> bool:
    """One's own words, also after leaving and while hidden."""
    return is_writer(actor, post) and post.removed_at is None and post.deleted_at is None and post.moved_to_id is None


def can_undo_delete(actor: Any, post: Post) -> bool:
    return is_writer(actor, post) and post.deleted_at is not None and post.deleted_at > timezone.now() - UNDO


def can_ask_poll(actor: Any, membership: Membership | None, thread: Thread) -> bool:
    """Whoever started the thread, while they may write in it."""
    started = thread.starter is not None and thread.starter.user_id is not None and thread.starter.user_id == actor.pk
    return started and can_reply(membership, thread)


def can_vote(membership: Membership | None, thread: Thread) -> bool:
    """Present members, also while they may only read: choosing hurts nobody. Not in a thread that is closed."""
    present = membership is not None and membership.is_present and membership.role in WRITING_ROLES
    return present and thread.locked_at is None and thread.group.closed_at is None


def can_react(actor: Any, membership: Membership | None, post: Post) -> bool:
    """Present members, about the words of others, also while they may only read."""
    present = membership is not None and membership.is_present and membership.role in WRITING_ROLES
    return present and not is_writer(actor, post)


def can_break_glass(actor: Any) -> bool:
    """Moderators and Safeguarding leads of the site, by the role itself: being a superuser is no role here."""
    return bool(actor.is_active and not actor.is_suspended and actor.staff_roles.names & READERS)


def can_break_glass_alone(actor: Any, why: str) -> bool:
    """A Safeguarding lead, and only where somebody may be in danger."""
    return can_break_glass(actor) and SAFEGUARDING_LEADS in actor.staff_roles.names and why == BreakGlass.Why.DANGER


def agrees_to_glass(actor: Any) -> bool:
    """Safeguarding leads and Administrators. A Moderator asks and does not agree; an Administrator agrees and does
    not read."""
    return bool(actor.is_active and not actor.is_suspended and actor.staff_roles.names & AGREEING)


def can_agree_to_glass(actor: Any, glass: BreakGlass, owed: Collection[Any] = ()) -> bool:
    """A second person, while it waits. `owed`: those who agreed to an opening of the same group for the actor lately;
    two people do not open a group for each other in turn."""
    waits = glass.state == BreakGlass.State.ASKED
    another = glass.asked_by_id is not None and glass.asked_by_id != actor.pk and glass.asked_by_id not in owed
    return agrees_to_glass(actor) and waits and another


def can_end_glass(actor: Any, glass: BreakGlass) -> bool:
    """Whoever reads, and whoever may agree, while it is open. A question that waits is taken back by who asked."""
    if glass.state == BreakGlass.State.ASKED:
        return bool(glass.asked_by_id == actor.pk)
    return glass.is_open and (glass.asked_by_id == actor.pk or agrees_to_glass(actor))


def can_review_glass(actor: Any, glass: BreakGlass) -> bool:
    """Somebody else than who opened it alone."""
    return agrees_to_glass(actor) and glass.waits_for_review and glass.asked_by_id != actor.pk
