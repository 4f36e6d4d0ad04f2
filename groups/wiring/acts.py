"""What the moderation team may order in this house. Each act knows its way back."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from groups.models import Post
from groups.operations import moderation, moving, team_edits, threads
from portal.core.reportables import Act, FullAct


def unset(field: str) -> Callable[[Any], bool]:
    """Whether an act that sets this moment would change anything."""
    return lambda thing: getattr(thing, field) is None


POST_ACTS: dict[str, Act] = {
    "hide": Act(
        "hide",
        _("Hide"),
        lambda by, it, why: moderation.hide_post(actor=by, post=it, reason=why),
        "unhide",
        unset("hidden_at"),
    ),
    "unhide": Act(
        "unhide", _("Show again"), lambda by, it, why: moderation.unhide_post(actor=by, post=it, reason=why), "hide"
    ),
    "remove": Act(
        "remove",
        _("Remove"),
        lambda by, it, why: moderation.remove_post(actor=by, post=it, reason=why),
        "restore",
        unset("removed_at"),
    ),
    "restore": Act(
        "restore", _("Put back"), lambda by, it, why: moderation.restore_post(actor=by, post=it, reason=why), "remove"
    ),
    "publish": Act(
        "publish",
        _("Let it be read"),
        lambda by, it, why: moderation.release_post(actor=by, post=it),
        "hold",
        lambda it: it.held_at is not None,
    ),
    "hold": Act("hold", _("Keep it waiting"), lambda by, it, why: moderation.hold_post(actor=by, post=it), "publish"),
}


def publish_changed(by: Any, it: Post, why: str, given: Any) -> Any:
    return team_edits.change_words(by, it, why, given, publish=True)


POST_ACTS |= {
    "edit": FullAct(
        "edit", _("Take out or change a part"), hint=_("For names, numbers or doses. The author gets the words back."),
        asks="words", possible=lambda it: team_edits.stands(it) and it.held_at is None,
        carry_out=team_edits.change_words, take_back=team_edits.put_words_back,
    ),
    "edit_publish": FullAct(
        "edit_publish", _("Take out or change a part, then let it be read"), asks="words",
        possible=lambda it: team_edits.stands(it) and it.held_at is not None,
        carry_out=publish_changed, take_back=team_edits.put_words_back,
    ),
    "move": FullAct(
        "move", _("Move it to another thread"), hint=_("A note stays at its place and leads there."), asks="thread",
        possible=lambda it: team_edits.stands(it) and it.number > 1,
        options=lambda by, it: moving.threads_for(by, it.thread),
        carry_out=moving.move_post, take_back=moving.move_back,
    ),
    "correct": FullAct(
        "correct", _("Set a guide under it"), hint=_("It stays, and the guide says what is known."), asks="guide",
        possible=team_edits.stands, options=team_edits.guides_for,
        carry_out=team_edits.set_guide, take_back=team_edits.take_guide_away,
    ),
    "lock_thread": Act(
        "lock_thread", _("Close its thread to replies"),
        lambda by, it, why: threads.lock_thread(actor=by, thread=it.thread), "unlock_thread",
        lambda it: it.thread.locked_at is None,
    ),
    "unlock_thread": Act(
        "unlock_thread", _("Open its thread again"),
        lambda by, it, why: threads.lock_thread(actor=by, thread=it.thread, on=False), "lock_thread",
    ),
}  # fmt: skip
THREAD_ACTS: dict[str, Act] = {
    "hide": Act(
        "hide", _("Hide"), lambda by, it, why: threads.hide_thread(actor=by, thread=it), "unhide", unset("hidden_at")
    ),
    "unhide": Act("unhide", _("Show again"), lambda by, it, why: threads.unhide_thread(actor=by, thread=it), "hide"),
    "lock": Act(
        "lock",
        _("Close to replies"),
        lambda by, it, why: threads.lock_thread(actor=by, thread=it),
        "unlock",
        unset("locked_at"),
    ),
    "unlock": Act(
        "unlock", _("Open again"), lambda by, it, why: threads.lock_thread(actor=by, thread=it, on=False), "lock"
    ),
    "pin": Act(
        "pin",
        _("Keep on top"),
        lambda by, it, why: threads.pin_thread(actor=by, thread=it),
        "unpin",
        unset("pinned_at"),
    ),
    "unpin": Act(
        "unpin", _("No longer on top"), lambda by, it, why: threads.pin_thread(actor=by, thread=it, on=False), "pin"
    ),
}
THREAD_ACTS |= {
    "split": FullAct(
        "split", _("Make some of it a thread of its own"), asks="split",
        possible=lambda it: it.last_number > 1 and it.merged_into_id is None,
        carry_out=moving.split_thread, take_back=moving.move_back,
    ),
    "merge": FullAct(
        "merge", _("Join it to another thread"), hint=_("Whoever opens this one is led there."), asks="thread",
        possible=lambda it: it.merged_into_id is None, options=moving.threads_for,
        carry_out=moving.merge_thread, take_back=moving.move_back,
    ),
}  # fmt: skip
