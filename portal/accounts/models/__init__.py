from portal.accounts.models.block import Block
from portal.accounts.models.consent import Consent, ConsentText
from portal.accounts.models.user import User

__all__ = ["Block", "Consent", "ConsentText", "User"]
