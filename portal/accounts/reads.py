"""What other rooms may ask about people."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from portal.accounts.models import Consent, ConsentText, DataCopy, Leaving, User


def current_texts(language: str = "en") -> dict[str, ConsentText]:
    """The newest text of each purpose in this language, else in English. One query."""
    found: dict[str, ConsentText] = {}
    for text in ConsentText.objects.filter(language__in={language, "en"}).order_by("purpose", "version"):
        held = found.get(text.purpose)
        if held is None or (text.version, text.language == language) >= (held.version, held.language == language):
            found[text.purpose] = text
    return found


def held_consents(user: User) -> dict[str, Consent]:
    """The newest consent that still holds, by purpose. One query."""
    rows = Consent.objects.filter(user=user, withdrawn_at=None).order_by("purpose", "version")
    return {row.purpose: row for row in rows}


def holds_consent(user: User, purpose: str) -> bool:
    """Whether an agreement of this purpose, to any version, still holds. One query."""
    return Consent.objects.filter(user=user, purpose=purpose, withdrawn_at=None).exists()


def who_agrees(people: Iterable[UUID], purposes: Sequence[str]) -> set[UUID]:
    """Those of these people for whom an agreement of every one of these purposes still holds. One query."""
    held: dict[UUID, set[str]] = {}
    rows = Consent.objects.filter(user__in=set(people), purpose__in=purposes, withdrawn_at=None)
    for user, purpose in rows.values_list("user_id", "purpose"):
        held.setdefault(user, set()).add(purpose)
    return {user for user, found in held.items() if found >= set(purposes)}


def outdated_purposes(user: User) -> list[str]:
    """The purposes of which the person agreed to an older text than the newest. Two queries.

    What was never agreed to, or was taken back, is not in it: nobody is asked again for what they refused.
    """
    texts, held = current_texts(user.language), held_consents(user)
    return [
        purpose for purpose, consent in held.items() if purpose in texts and consent.version < texts[purpose].version
    ]


def name_taken(key: str, *, except_for: User | None = None) -> bool:
    """Whether a display name with this folded key belongs to somebody else."""
    people = User.objects.filter(display_name_key=key)
    if except_for is not None:
        people = people.exclude(pk=except_for.pk)
    return people.exists()


def whose_copy(key: str) -> User | None:
    """Whose copy of their data this is, while it can be fetched."""
    copy = DataCopy.objects.filter(pk=key, state=DataCopy.State.READY).select_related("user").first()
    return copy.user if copy else None


def who_leaves(key: str) -> Leaving | None:
    """The wish to be erased behind a message, with the person."""
    return Leaving.objects.filter(pk=key).select_related("user").first()
