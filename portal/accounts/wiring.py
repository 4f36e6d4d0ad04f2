"""What this room offers the others."""

from django.utils.translation import gettext_lazy as _

from portal.accounts import erasure, opening
from portal.core.opening import Opening, openings
from portal.core.personal_data import PersonalData, holders

openings.register(Opening(key="accounts", order=10, load=opening.load))


holders.register(
    PersonalData(
        key="accounts",
        label=_("Your account"),
        models=[
            "accounts.User",
            "accounts.Consent",
            "accounts.Block",
            "accounts.Mute",
            "accounts.AnsweredRequest",
            "accounts.DataCopy",
            "accounts.Leaving",
            "account.EmailAddress",
            "mfa.Authenticator",
            "usersessions.UserSession",
        ],
        export=erasure.export,
        erase=erasure.erase,
        retained=[_("One last mail tells you that it is done. Its address is forgotten within ten days.")],
    )
)
