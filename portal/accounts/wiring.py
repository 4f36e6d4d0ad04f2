"""What this room offers the others."""

from portal.accounts import erasure, opening
from portal.core.opening import Opening, openings
from portal.core.personal_data import PersonalData, holders

openings.register(Opening(key="accounts", order=10, load=opening.load))


holders.register(
    PersonalData(
        key="accounts",
        label="Your account",
        models=[
            "accounts.User",
            "accounts.Consent",
            "accounts.Block",
            "accounts.AnsweredRequest",
            "account.EmailAddress",
            "mfa.Authenticator",
            "usersessions.UserSession",
        ],
        export=erasure.export,
        erase=erasure.erase,
    )
)
