"""What this room offers the others."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from portal.core.kinds import EMAIL, Kind, kinds
from portal.home import messages

kinds.register(
    Kind(
        key=messages.COPY,
        label=_("Copies of your data"),
        render=messages.tell_of_copy,
        audience=messages.of_copy,
        still_wanted=messages.copy_still_there,
        optional=False,
    )
)
kinds.register(
    Kind(
        key=messages.LEAVING,
        label=_("Erasing your account"),
        render=messages.tell_of_leaving,
        audience=messages.of_leaving,
        still_wanted=messages.still_leaving,
        grace=timedelta(days=5),
        optional=False,
    )
)
kinds.register(
    Kind(
        key=messages.GONE,
        label=_("Your account is erased"),
        render=messages.no_words,
        channels=(EMAIL,),
        default_on=(EMAIL,),
        ambiguous="uncertain",
        optional=False,
    )
)
