from portal.accounts.operations.blocks import block, mute, unblock, unmute
from portal.accounts.operations.consents import give_consent, withdraw_consent
from portal.accounts.operations.copies import ask_for_copy, fetch_copy
from portal.accounts.operations.leaving import ask_to_leave, stay
from portal.accounts.operations.profile import change_appearance, change_profile
from portal.accounts.operations.roles import give_roles
from portal.accounts.operations.suspension import suspend

__all__ = [
    "ask_for_copy",
    "ask_to_leave",
    "block",
    "change_appearance",
    "change_profile",
    "fetch_copy",
    "give_consent",
    "give_roles",
    "mute",
    "stay",
    "suspend",
    "unblock",
    "unmute",
    "withdraw_consent",
]
