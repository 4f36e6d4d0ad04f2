"""Danger signs for the urgent help page: published facts that ship with the product and need no database.

Sources: NICE NG234 (spinal metastases and metastatic spinal cord compression), NHS "Back pain", Macmillan and The
Christie for fever on treatment, NICE CG151 for sepsis. Not clinically reviewed for a site until its clinician says so.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Signs:
    """One group of signs that ask for the same call."""

    level: str
    word: Any
    title: Any
    signs: tuple[Any, ...]
    say: Any = ""


NICE = ("NICE NG234", "https://www.nice.org.uk/guidance/ng234")
NHS = (_("NHS: back pain"), "https://www.nhs.uk/conditions/back-pain/")
MACMILLAN = (
    _("Macmillan: infection and sepsis"),
    "https://www.macmillan.org.uk/cancer-information-and-support/impacts-of-cancer/infection",
)
SOURCES = (NICE, NHS, MACMILLAN)

BACK = Signs(
    level="emergency",
    word=_("Emergency"),
    title=_("Call now if you have or had cancer, and back pain with any of these"),
    signs=(
        _("Your legs or arms feel weak, heavy or unsteady, or walking is harder"),
        _("Numbness, tingling or loss of feeling, also between your legs or around your bottom"),
        _("You cannot pass water, or you lose control of your bladder or bowel"),
        _("Pain like a tight band around your body, or shooting down both legs"),
        _("Chest pain, or the pain began after a serious accident"),
    ),
    say=_("“I have cancer and back pain. I think something may be pressing on my spinal cord.”"),
)
NOW = Signs(
    level="emergency",
    word=_("Emergency"),
    title=_("Call now for any of these, whatever your illness"),
    signs=(
        _("Chest pain, or trouble breathing"),
        _("One side of the face or body goes weak, or speech is slurred"),
        _("Bleeding that does not stop"),
        _("Sudden confusion, great drowsiness, or someone who cannot be woken"),
        _("You have taken too much of a medicine, or you feel you may harm yourself"),
    ),
)


def fever_signs() -> Signs:
    """The threshold is the site's setting; teams differ between 37.5 and 38."""
    return Signs(
        level="urgent",
        word=_("Urgent, on cancer treatment"),
        title=_("Call your team's 24-hour line at once, day or night"),
        signs=(
            _("A temperature of %(limit)s °C or more, or below 36 °C, or the limit your team gave you")
            % {"limit": f"{settings.FEVER_CELSIUS:g}"},
            _("Shivering, or feeling suddenly unwell, even without fever"),
            _("New bruising or bleeding"),
            _("Vomiting, and no bowel movement for more than two days"),
        ),
        say=_("Take your temperature before any paracetamol. If nobody answers, call the emergency number."),
    )


TODAY = Signs(
    level="urgent",
    word=_("Urgent"),
    title=_("Call your care team within 24 hours for back pain that"),
    signs=(
        _("is severe, does not let up or keeps getting worse"),
        _("wakes you at night, or hurts more when you cough, sneeze or strain"),
        _("is worse when you stand, sit or move, or sits in one tender spot"),
        _("comes with great thirst, a lot of urine, constipation or unusual sleepiness"),
    ),
)


def danger_signs() -> tuple[Signs, ...]:
    return (BACK, NOW, fever_signs(), TODAY)
