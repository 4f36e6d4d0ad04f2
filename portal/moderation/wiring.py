"""What this room offers the others."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from portal.core.hooks import hook_kinds
from portal.core.kinds import IN_APP, Kind, kinds
from portal.core.personal_data import PersonalData, holders
from portal.core.reportables import reportables
from portal.moderation import enquiries, file_messages, hooking, messages, overdue, personal_data
from portal.moderation.operations.passing import PASSED
from portal.moderation.operations.safeguarding import OPENED, REVIEW

reportables.register(enquiries.QUESTION)
for hook in hooking.KINDS:
    hook_kinds.register(hook)

kinds.register(
    Kind(
        key=messages.DECISION,
        label=_("Decisions about what you wrote"),
        description=_("What the moderation team did, and why."),
        render=messages.tell_author,
        audience=messages.author_of,
        grace=timedelta(days=7),
        optional=False,
    )
)
kinds.register(
    Kind(
        key=messages.OUTCOME,
        label=_("What came of your reports"),
        render=messages.tell_reporter,
        audience=messages.reporters_of,
        grace=timedelta(days=7),
        gathered=True,
        default_on=(IN_APP,),
    )
)
kinds.register(
    Kind(
        key=messages.CASE,
        label=_("Cases that cannot wait"),
        description=_("For moderators."),
        render=messages.tell_moderator,
        audience=messages.called_moderators,
        still_wanted=messages.still_waiting,
        grace=timedelta(hours=12),
        optional=False,
        for_whom=lambda user: user.staff_roles.moderates or user.staff_roles.safeguards,
    )
)

kinds.register(
    Kind(
        key=PASSED,
        label=_("Cases that a colleague passed to you"),
        description=_("For moderators."),
        render=messages.tell_of_passing,
        audience=messages.passed_to,
        still_wanted=messages.still_passed,
        grace=timedelta(minutes=20),
        optional=False,
    )
)

kinds.register(
    Kind(
        key=overdue.OVERDUE,
        label=_("Cases that nobody took in time"),
        description=_("For moderators and administrators."),
        render=overdue.tell,
        audience=overdue.called,
        still_wanted=messages.still_waiting,
        grace=timedelta(hours=12),
        optional=False,
        for_whom=lambda user: user.staff_roles.moderates or user.staff_roles.safeguards or user.staff_roles.administers,
    )
)

kinds.register(
    Kind(
        key=enquiries.ENQUIRY,
        label=_("Questions to the team"),
        render=enquiries.receipt,
        grace=timedelta(days=7),
        optional=False,
    )
)

kinds.register(
    Kind(
        key=enquiries.ANSWER,
        label=_("Answers to your questions to the team"),
        render=enquiries.answer_of,
        audience=enquiries.asked_by,
        grace=timedelta(days=7),
        optional=False,
    )
)

for key, render in ((OPENED, file_messages.tell_opened), (REVIEW, file_messages.tell_review)):
    kinds.register(
        Kind(
            key=key,
            label=_("Safeguarding files"),
            description=_("For Safeguarding leads."),
            render=render,
            audience=file_messages.leads_of,
            grace=timedelta(days=3),
            optional=False,
            for_whom=lambda user: user.staff_roles.safeguards,
        )
    )

holders.register(
    PersonalData(
        key="moderation",
        label="Reports and decisions",
        models=personal_data.MODELS,
        export=personal_data.export,
        erase=personal_data.erase,
        retained=personal_data.RETAINED,
    )
)
