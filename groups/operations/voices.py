"""Finding the voice in which somebody speaks in a thread."""

import secrets

from django.db.models import Exists

from groups.models import Clinician, Membership, Thread, ThreadVoice
from groups.operations.other_names import need_other_name_allowed, veiled_voice
from groups.reads.people import has_badge
from portal.accounts.models import User

BADGES = {
    Membership.Role.MENTOR: ThreadVoice.Badge.MENTOR,
    Membership.Role.FACILITATOR: ThreadVoice.Badge.FACILITATOR,
    Membership.Role.MODERATOR: ThreadVoice.Badge.MODERATOR,
    Membership.Role.SAFEGUARDING_LEAD: ThreadVoice.Badge.MODERATOR,
}


def badge_of(user: User, membership: Membership | None, *, clinician: bool = False) -> str:
    """What they are in this group comes first, then that they were checked to work in health care, then carer."""
    role = membership.role if membership else ""
    plain = ThreadVoice.Badge.CARER if user.is_carer else ThreadVoice.Badge.NONE
    plain = ThreadVoice.Badge.CLINICIAN if clinician else plain
    return str(BADGES.get(Membership.Role(role), plain)) if role else str(plain)


def _speaks_as(voice: ThreadVoice, name: str) -> bool:
    """Whether the voice carries this name, perhaps with a number that keeps it apart from an earlier one."""
    return voice.shown_name == name or (
        voice.shown_name.startswith(f"{name} ") and voice.shown_name[len(name) + 1 :].isdigit()
    )


def voice_of(user: User, thread: Thread, membership: Membership, *, other_name: bool = False) -> ThreadVoice:
    """The one voice of this person in this thread, with their present name, or with the other name it began under:
    that never changes. `other_name` chooses one at the first post and means nothing later. The membership row is
    locked by the caller, so two posts of one person never make two voices."""
    badged = Exists(Clinician.objects.of("user"))
    voice = ThreadVoice.objects.filter(thread=thread, user=user).annotate(clinician=badged).first()
    if voice is not None and voice.is_alias:
        return voice
    clinician = voice.clinician if voice else has_badge(user)
    name, badge = user.display_name, badge_of(user, membership, clinician=clinician)
    if voice is None and other_name:
        need_other_name_allowed(thread)
        return veiled_voice(user, thread)
    if voice is not None and voice.badge == badge and _speaks_as(voice, name):
        return voice
    if ThreadVoice.objects.filter(thread=thread, shown_name=name).exclude(user=user).exists():
        name = f"{name} {secrets.randbelow(900) + 100}"  # somebody spoke here under this name before
    if voice is None:
        return ThreadVoice.objects.create(thread=thread, user=user, shown_name=name, badge=badge)
    voice.shown_name, voice.badge = name, badge
    voice.save(update_fields=["shown_name", "badge"])
    return voice
