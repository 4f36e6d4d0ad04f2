"""What this room offers the others."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.core.personal_data import PersonalData, holders
from portal.home.models import AnsweredRequest


def nothing(user: Any) -> dict[str, list[Any]]:
    """What these answers say stands in the exports of the rooms that gave them."""
    return {}


def erase(user: Any, keep_words: bool) -> None:
    AnsweredRequest.objects.filter(user=user).delete()


holders.register(
    PersonalData(
        key="home", label=_("Requests of your programs, for a day"), models=["home.AnsweredRequest"],
        export=nothing, erase=erase,
    )
)  # fmt: skip
