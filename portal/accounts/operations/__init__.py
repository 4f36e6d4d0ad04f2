from portal.accounts.operations.blocks import block, unblock
from portal.accounts.operations.consents import give_consent, withdraw_consent
from portal.accounts.operations.profile import change_appearance, change_profile
from portal.accounts.operations.roles import give_roles

__all__ = ["block", "change_appearance", "change_profile", "give_consent", "give_roles", "unblock", "withdraw_consent"]
