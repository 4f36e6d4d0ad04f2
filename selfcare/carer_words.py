"""What a carer would see of somebody, and what they would not, told to them before they say yes."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selfcare.models import CarerLink

Scope = CarerLink.Scope
SEEN = {
    Scope.PLAN: _("Their plan of this week: what is due, and what they did"),
    Scope.DIARY: _("Their diary: the newest entries, with their notes"),
    Scope.SUMMARY: _("A summary: numbers of the last four weeks, without notes"),
}
HIDDEN = {
    Scope.PLAN: _("Their plan: what is due, and what they did"),
    Scope.DIARY: _("Their diary: single entries and notes"),
    Scope.SUMMARY: _("The numbers of the last weeks"),
}
NEVER = (
    _("Their groups, messages and questions for the doctor"),
    _("Their account, email address and settings"),
)


def will_see(scopes: Sequence[str]) -> list[str | Promise]:
    return [words for scope, words in SEEN.items() if scope in scopes]


def wont_see(scopes: Sequence[str]) -> list[str | Promise]:
    return [*(words for scope, words in HIDDEN.items() if scope not in scopes), *NEVER]
