"""Signing the rules for the diary, and taking them back. Both are a clinician's."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from portal.accounts import roles
from portal.accounts.models import User
from portal.core.clock import handrail_now
from selfcare.models import RuleSet


def sign_rules(*, actor: User, rule_set: RuleSet) -> bool:
    """Put these rules in force. Returns False when they were signed or withdrawn before."""
    _need_clinician(actor)
    fresh = RuleSet.objects.filter(pk=rule_set.pk, signed_at=None, withdrawn_at=None)
    return bool(fresh.update(signed_at=handrail_now(), signed_by=actor))


def withdraw_rules(*, actor: User, rule_set: RuleSet) -> bool:
    """Take these rules out of force, for good."""
    _need_clinician(actor)
    return bool(RuleSet.objects.filter(pk=rule_set.pk, withdrawn_at=None).update(withdrawn_at=handrail_now()))


def _need_clinician(actor: User) -> None:
    if roles.CLINICAL_REVIEWERS not in actor.staff_roles:
        raise PermissionDenied(_("Only a clinical reviewer signs these rules or takes them back."))
