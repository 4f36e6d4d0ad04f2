"""Handing over and scrubbing what the account itself holds."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from portal.accounts.models import AnsweredRequest, Block, Consent, DataCopy, Leaving, Mute, User

SCRUBBED = [
    "email", "display_name", "display_name_key", "country", "time_zone", "language", "is_carer", "theme", "contrast",
    "text_size", "password", "is_active", "is_staff", "is_superuser", "last_login", "erased_at",
]  # fmt: skip


def export(user: User) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Everything the account holds, as rows that JSON can carry."""
    person = {
        "email": user.email,
        "display_name": user.display_name,
        "country": user.country,
        "time_zone": user.time_zone,
        "language": user.language,
        "is_carer": user.is_carer,
        "theme": user.theme,
        "contrast": user.contrast,
        "text_size": user.text_size,
        "joined_at": user.joined_at.isoformat(),
    }
    consents = [
        {
            "purpose": row.purpose,
            "version": row.version,
            "given_at": row.given_at.isoformat(),
            "withdrawn_at": row.withdrawn_at.isoformat() if row.withdrawn_at else None,
        }
        for row in Consent.objects.filter(user=user)
    ]
    addresses = EmailAddress.objects.filter(user=user).order_by("email")
    places = UserSession.objects.filter(user=user).order_by("created_at")
    keys = Authenticator.objects.filter(user=user).order_by("created_at")
    blocked = Block.objects.filter(blocker=user).select_related("blocked")
    muted = Mute.objects.filter(muter=user).select_related("muted")
    return {
        "account": [person],
        "addresses": [{"email": row.email, "confirmed": row.verified, "main": row.primary} for row in addresses],
        "second_steps": [{"kind": row.type, "added_at": row.created_at.isoformat()} for row in keys],
        "signed_in_at": [
            {"device": row.user_agent, "ip": row.ip, "last_used_at": row.last_seen_at.isoformat()} for row in places
        ],
        "agreements": consents,
        "blocked": [{"display_name": row.blocked.display_name} for row in blocked],
        "muted": [{"display_name": row.muted.display_name} for row in muted],
        "copies_asked_for": [
            {"asked_at": row.asked_at.isoformat(), "state": row.state} for row in DataCopy.objects.owned_by(user)
        ],
        "wish_to_be_erased": [
            {"asked_at": row.asked_at.isoformat(), "due_at": row.due_at.isoformat(), "keep_words": row.keep_words}
            for row in Leaving.objects.owned_by(user)
        ],
    }


@transaction.atomic
def erase(user: User, keep_words: bool) -> None:
    """Scrub the row, never delete it: other rows may point at it. Sign-in ends everywhere. A second time changes
    nothing more."""
    for session in UserSession.objects.filter(user=user):
        session.end()
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    Consent.objects.filter(user=user).delete()
    Block.objects.filter(blocker=user).delete()
    Block.objects.filter(blocked=user).delete()
    Mute.objects.filter(muter=user).delete()
    Mute.objects.filter(muted=user).delete()
    for model in (AnsweredRequest, DataCopy, Leaving):
        model.objects.filter(user=user).delete()
    user.groups.clear()
    if user.erased_at is None:
        scrub(user)
    LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk)).update(
        object_repr=user.display_name, change_message=""
    )


def scrub(user: User) -> None:
    """Replace what the row says about the person. The new name is nobody's and cannot be chosen by anybody."""
    token = uuid.uuid4().hex
    user.email = f"{token}@erased.invalid"
    user.rename(f"Former member {token[:12]}")
    user.country, user.time_zone, user.language, user.is_carer = "", "UTC", "en", False
    user.theme = user.contrast = user.text_size = ""
    user.set_unusable_password()
    user.is_active = user.is_staff = user.is_superuser = False
    user.last_login = None
    user.erased_at = timezone.now()
    user.save(update_fields=SCRUBBED)
