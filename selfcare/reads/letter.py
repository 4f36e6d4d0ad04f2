"""The weekly letter that a person got last, and how theirs tells pain."""

from portal.accounts.models import User
from portal.accounts.reads import holds_consent
from portal.notifications.models import Delivery
from selfcare.models import WeeklyLetter
from selfcare.models.letter import LETTER


def last_letter(user: User) -> Delivery | None:
    """The newest that went out, as long as the engine keeps its row; none without the agreement. Two queries."""
    if not holds_consent(user, "health"):
        return None
    rows = Delivery.objects.owned_by(user).filter(kind=LETTER, state=Delivery.State.SENT)
    return rows.order_by("-due_at", "-id").first()


def letter_says(user: User) -> str:
    """How the letter tells pain: in "words" or in "numbers". One query."""
    return "numbers" if WeeklyLetter.objects.owned_by(user).filter(numbers_at__isnull=False).exists() else "words"
