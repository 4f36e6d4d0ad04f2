"""What this room offers the others: its own kinds of message, and what it holds about a person."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from portal.core.kinds import EMAIL, IN_APP, PUSH, Kind, Planner, kinds, planners
from portal.core.personal_data import PersonalData, holders
from portal.notifications import summaries, webhook_words
from portal.notifications.account_words import SECURITY_KIND, SIGN_IN_KIND
from portal.notifications.engine.plan import CANARY
from portal.notifications.operations.devices import TRY_FOR, TRY_KIND, keep_devices
from portal.notifications.operations.summaries import plan_summaries
from portal.notifications.operations.suppression import ADDRESS_KIND
from portal.notifications.operations.webhooks import FAILED_KIND
from portal.notifications.own_words import address_failed, canary_words, try_words, words_are_sealed
from portal.notifications.personal_data import erase, export

kinds.register(
    Kind(
        key=SIGN_IN_KIND,
        label=_("Signing in"),
        render=words_are_sealed,
        channels=(EMAIL,),
        default_on=(EMAIL,),
        grace=timedelta(minutes=15),
        ambiguous="uncertain",
        optional=False,
    )
)
kinds.register(
    Kind(
        key=SECURITY_KIND,
        label=_("Changes to your account"),
        render=words_are_sealed,
        channels=(EMAIL,),
        default_on=(EMAIL,),
        ambiguous="uncertain",
        optional=False,
    )
)
kinds.register(
    Kind(
        key=ADDRESS_KIND,
        label=_("Trouble with your email address"),
        render=address_failed,
        channels=(IN_APP,),
        default_on=(IN_APP,),
        grace=timedelta(days=30),
        optional=False,
    )
)
kinds.register(
    Kind(
        key=FAILED_KIND,
        label=_("Webhooks that were switched off"),
        render=webhook_words.switched_off,
        audience=webhook_words.administrators,
        grace=timedelta(days=7),
        optional=False,
    )
)
kinds.register(
    Kind(key=CANARY, label=_("Canary"), render=canary_words, channels=("null",), default_on=(), optional=False)
)
kinds.register(
    Kind(
        key=summaries.SUMMARY_KIND,
        label=_("Daily summary"),
        render=summaries.render,
        still_wanted=summaries.still_wanted,
        channels=(EMAIL,),
        default_on=(EMAIL,),
        grace=timedelta(hours=24),
    )
)
kinds.register(
    Kind(
        key=TRY_KIND,
        label=_("A try on one of your devices"),
        render=try_words,
        channels=(PUSH,),
        default_on=(PUSH,),
        grace=TRY_FOR,
        ambiguous="uncertain",
        optional=False,
    )
)

planners.register(Planner(key="notifications.summaries", plan_chunk=plan_summaries))
planners.register(Planner(key="notifications.devices", plan_chunk=keep_devices))

holders.register(
    PersonalData(
        key="notifications",
        label=_("Messages and how you want them"),
        models=[
            "notifications.Notice",
            "notifications.Delivery",
            "notifications.Preference",
            "notifications.Rhythm",
            "notifications.QuietHours",
            "notifications.PushSubscription",
        ],
        export=export,
        erase=erase,
        retained=[
            _("An address that does not work, as a code that cannot be turned back: nobody writes to it again."),
        ],
    )
)
