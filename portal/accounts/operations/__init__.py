from portal.accounts.operations.blocks import block, unblock
from portal.accounts.operations.consents import give_consent, withdraw_consent
from portal.accounts.operations.profile import change_appearance, change_profile

__all__ = ["block", "change_appearance", "change_profile", "give_consent", "unblock", "withdraw_consent"]
