"""What other systems may be told of moderation: that something happened, and the random number of a case. Never of what
kind it is, how urgent, or whom it is about; of what stands in a part of the site that not everybody reads no number."""

from django.utils.translation import gettext_lazy as _

from portal.core.hooks import HookData, HookKind
from portal.core.reportables import scopes
from portal.moderation.models import Case
from portal.moderation.models.case import SITE

REPORTED, OPENED, DECIDED = "moderation.reported", "moderation.opened", "moderation.decided"


def of_case(subject: str) -> HookData | None:
    case = Case.objects.filter(pk=subject).first()
    if case is None:
        return None
    public = case.scope == SITE or any(scope.everybody_reads(case.scope) for scope in scopes)
    return HookData(closed=not public, ids={"case": case.number})


KINDS = [
    HookKind("report.filed", _("A report was made"), REPORTED, of_case),
    HookKind("case.opened", _("A case was opened"), OPENED, of_case),
    HookKind("case.decided", _("A case was decided"), DECIDED, of_case),
]
