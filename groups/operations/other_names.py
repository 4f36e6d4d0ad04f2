"""Speaking under another name in one thread, and not meeting such a voice."""

import secrets

from django.utils.translation import gettext as _

from groups.gentle_names import gentle_name
from groups.models import HiddenVoice, Thread, ThreadVoice
from portal.accounts.models import User
from portal.core.errors import RuleViolation

TRIES = 20


def need_other_name_allowed(thread: Thread) -> None:
    """Raises RuleViolation where the group keeps everybody to one name."""
    if not thread.group.allows_other_names:
        raise RuleViolation(
            _("In this group everybody writes under their own display name."), code="other_name", field="other_name"
        )


def veiled_voice(user: User, thread: Thread) -> ThreadVoice:
    """A new voice under a name nobody has in this thread. It carries no badge: a role would narrow down who it is."""
    drawn = [gentle_name() for _try in range(TRIES)]
    taken = set(
        ThreadVoice.objects.filter(thread=thread, shown_name__in=drawn).values_list("shown_name", flat=True)
    )  # fmt: skip
    name = next((one for one in drawn if one not in taken), "")
    name = name or f"{gentle_name()} {secrets.randbelow(9000) + 1000}"
    return ThreadVoice.objects.create(thread=thread, user=user, shown_name=name, is_alias=True)


def hide_voice(*, actor: User, voice: ThreadVoice) -> None:
    """No longer meet a voice with another name, in its one thread. It is not a block of the account behind it: what
    else that account wrote would vanish too, and so give it away."""
    HiddenVoice.objects.get_or_create(user=actor, voice=voice)
