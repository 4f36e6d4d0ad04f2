from portal.accounts.models.answered_request import AnsweredRequest
from portal.accounts.models.block import Block
from portal.accounts.models.consent import Consent, ConsentText
from portal.accounts.models.data_copy import DataCopy, DataCopyPart
from portal.accounts.models.leaving import Leaving
from portal.accounts.models.mute import Mute
from portal.accounts.models.user import User

__all__ = ["AnsweredRequest", "Block", "Consent", "ConsentText", "DataCopy", "DataCopyPart", "Leaving", "Mute", "User"]
