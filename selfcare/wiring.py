"""What this house offers the shared rooms."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from portal.core.kinds import EMAIL, IN_APP, PUSH, Kind, Planner, kinds, planners
from portal.core.moving import Moving, movings
from portal.core.opening import Opening, openings
from portal.core.personal_data import PersonalData, holders
from portal.core.related import OfferSource, offer_sources
from selfcare import offers, opening, personal
from selfcare.messages import day, invited, letter, missing, recheck, reminders
from selfcare.models.carer import INVITATION, MISSED
from selfcare.models.letter import LETTER
from selfcare.models.occurrence import DAY, RECHECK, REMINDER
from selfcare.operations.activities import replan_for_new_zone
from selfcare.operations.diary import forget_deleted
from selfcare.operations.gates import ask_again
from selfcare.operations.letters import post_letters
from selfcare.operations.missed import tell_missed
from selfcare.operations.planning import close_slots, plan_chunk, plan_put_off
from selfcare.operations.put_off import count_put_off
from selfcare.operations.rests import wake_rested
from selfcare.operations.telling import tell_carers

EVERYWHERE = (IN_APP, EMAIL, PUSH)

kinds.register(
    Kind(
        key=REMINDER,
        label=_("Reminders from your plan"),
        description=_("When something in your plan is due, at the times you chose."),
        render=reminders.render,
        still_wanted=reminders.still_wanted,
        channels=EVERYWHERE,
        default_on=EVERYWHERE,
        grace=timedelta(hours=3),
        ambiguous="resend_once",
        when_quiet=reminders.when_quiet,
        fleeting=True,
    )
)

kinds.register(
    Kind(
        key=DAY,
        label=_("Your day, after we could not reach you"),
        description=_("One message instead of several reminders that are late."),
        render=day.render,
        still_wanted=day.still_wanted,
        channels=EVERYWHERE,
        default_on=EVERYWHERE,
        fleeting=True,
    )
)

kinds.register(
    Kind(
        key=RECHECK,
        label=_("When a plan waits for your team again"),
        description=_("Twelve weeks after you checked with your team, so that a plan never just falls silent."),
        render=recheck.render,
        still_wanted=recheck.still_wanted,
        channels=EVERYWHERE,
        default_on=EVERYWHERE,
    )
)


kinds.register(
    Kind(
        key=LETTER,
        label=_("Your weekly letter"),
        description=_("On Sundays: what you did, how pain went, one gentle suggestion. Never after a silent week."),
        render=letter.render,
        still_wanted=letter.still_wanted,
        channels=("email",),
        default_on=("email",),
        grace=timedelta(hours=20),
        settings_page="selfcare:letter",
    )
)

kinds.register(
    Kind(
        key=MISSED,
        label=_("When somebody who shares with you missed something"),
        description=_("In neutral words, as late as they chose."),
        render=missing.render,
        still_wanted=missing.still_wanted,
        channels=EVERYWHERE,
        default_on=EVERYWHERE,
        for_whom=missing.for_whom,
    )
)

kinds.register(
    Kind(
        key=INVITATION,
        label=_("Invitations to carers"),
        render=invited.render,
        still_wanted=invited.still_wanted,
        channels=("email",),
        default_on=("email",),
        grace=timedelta(days=14),
        optional=False,
    )
)

OVER = [close_slots, tell_missed, forget_deleted, wake_rested, ask_again, tell_carers, post_letters]
planners.register(Planner(key="selfcare", plan_chunk=plan_chunk, expire=[plan_put_off, *OVER], put_off=count_put_off))

offer_sources.register(OfferSource(key="selfcare", offers=offers.offers, find=offers.find, near=offers.near))

movings.register(Moving(key="selfcare", carry=replan_for_new_zone))

openings.register(Opening(key="selfcare", order=40, load=opening.load))

holders.register(
    PersonalData(
        key="selfcare",
        label=_("Your plan, water and diary"),
        models=[
            "selfcare.Plan", "selfcare.Activity", "selfcare.Pause", "selfcare.Occurrence", "selfcare.WaterLog",
            "selfcare.Aim", "selfcare.Comfort", "selfcare.DiaryEntry", "selfcare.HardDay", "selfcare.ExerciseHold",
            "selfcare.PutOff", "selfcare.RuleSet", "selfcare.CalendarFeed", "selfcare.CarerLink", "selfcare.CarerView",
            "selfcare.PlanTemplateVersion",
            "selfcare.WeeklyLetter", "selfcare.StepPicture", "selfcare.StepPictureFile", "selfcare.FoodIdeas",
        ],
        export=personal.export,
        erase=personal.erase,
    )
)  # fmt: skip
