"""The rule books. Everything a screening can say, as data."""

from ..rule import Combination, CueRule, Idiom, Rule, Sign
from . import (
    advice,
    advice_idioms,
    crisis_abuse,
    crisis_drawn,
    crisis_farewell,
    crisis_forms,
    crisis_harm,
    crisis_implicit,
    crisis_intent,
    crisis_others,
    crisis_outlook,
    crisis_plan,
    crisis_signs,
    crisis_together,
    crisis_unsafe,
    crisis_ways,
    cues,
    idioms,
    idioms_daily,
    idioms_forms,
    method,
    red_flags_acute,
    red_flags_spine,
    red_flags_treatment,
    red_idioms,
    soliciting,
)

SIGNALS: tuple[Rule | Sign, ...] = (
    *crisis_intent.RULES,
    *crisis_ways.RULES,
    *crisis_plan.RULES,
    *crisis_farewell.RULES,
    *crisis_implicit.RULES,
    *crisis_unsafe.RULES,
    *crisis_forms.RULES,
    *crisis_outlook.RULES,
    *crisis_drawn.RULES,
    *crisis_signs.SIGNS,
    *red_flags_spine.RULES,
    *red_flags_spine.SIGNS,
    *red_flags_treatment.RULES,
    *red_flags_treatment.SIGNS,
    *red_flags_acute.RULES,
    *red_flags_acute.SIGNS,
    *advice.RULES,
    *soliciting.RULES,
    *soliciting.SIGNS,
    *method.RULES,
    *crisis_harm.RULES,
    *crisis_others.RULES,
    *crisis_abuse.RULES,
)

# Looked for only in sentences where one of the above was found.
SURROUNDINGS: tuple[Idiom | CueRule, ...] = (
    *idioms.RULES,
    *idioms_daily.RULES,
    *idioms_forms.RULES,
    *red_idioms.RULES,
    *advice_idioms.RULES,
    *cues.RULES,
)

COMBINATIONS: tuple[Combination, ...] = (
    *crisis_together.COMBINATIONS,
    *red_flags_spine.COMBINATIONS,
    *red_flags_treatment.COMBINATIONS,
    *red_flags_acute.COMBINATIONS,
    *soliciting.COMBINATIONS,
)
