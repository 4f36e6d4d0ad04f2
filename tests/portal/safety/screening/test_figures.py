"""How well the rules do, measured on labelled sentences. Run with -s to read the figures."""

import pytest

from tests.portal.safety.screening.labelled import ROUNDS, TUNED, UNSEEN, false_alarms, load, load_round, missed, share

EXPLICIT_GOAL, IMPLICIT_GOAL, FALSE_ALARM_GOAL = 0.97, 0.75, 0.015
EXPLICIT_FLOOR, IMPLICIT_FLOOR, FALSE_ALARM_CEILING = 0.91, 0.78, 0.02


def sentences(label: str, *extra: str) -> list[str]:
    """Everything of a label that the rules were bettered with."""
    lettered = [sentence for name in (*extra, *(f"{part}_{label}" for part in TUNED)) for sentence in load(name)]
    return lettered + [sentence for number in ROUNDS for sentence in load_round(f"round_{number}", label)]


def test_crisis_said_outright_is_found():
    everything = sentences("explicit", "crisis_explicit", "crisis_more")
    recall = 1 - share(missed(everything), everything)
    print(f"\nexplicit crisis, sets the rules were bettered with: {recall:.1%} of {len(everything)}")

    assert recall >= EXPLICIT_GOAL


def test_crisis_said_sideways_is_mostly_found():
    everything = sentences("implicit", "crisis_implicit")
    recall = 1 - share(missed(everything), everything)
    print(f"\nimplicit crisis, sets the rules were bettered with: {recall:.1%} of {len(everything)}")

    assert recall >= IMPLICIT_GOAL


@pytest.mark.parametrize("kind", ["crisis", "method"])
def test_ordinary_talk_of_illness_raises_no_alarm(kind):
    everything = sentences("ordinary", "ordinary")
    alarms = false_alarms(everything, kind)
    print(f"\nfalse {kind} alarms on ordinary talk: {share(alarms, everything):.1%} of {len(everything)}")

    assert share(alarms, everything) <= FALSE_ALARM_GOAL


def test_ordinary_talk_of_illness_is_no_medical_emergency():
    everything = sentences("ordinary", "ordinary")
    alarms = false_alarms(everything, "red_flag")
    print(f"\nfalse red flags on ordinary talk: {share(alarms, everything):.1%} of {len(everything)}")

    assert share(alarms, everything) <= FALSE_ALARM_GOAL


def test_the_unseen_set_shows_what_to_expect():
    """Rounds that were never used to better a rule. The floors are what they measured together at first, not goals."""

    def unseen(label: str) -> list[str]:
        return [sentence for number in UNSEEN for sentence in load_round(f"round_{number}", label)]

    explicit, implicit, ordinary = unseen("explicit"), unseen("implicit"), unseen("ordinary")
    found = 1 - share(missed(explicit), explicit), 1 - share(missed(implicit), implicit)
    alarms = share(false_alarms(ordinary), ordinary)
    print(f"\nunseen: explicit {found[0]:.1%}, implicit {found[1]:.1%}, false alarms {alarms:.1%}")

    assert found[0] >= EXPLICIT_FLOOR
    assert found[1] >= IMPLICIT_FLOOR
    assert alarms <= FALSE_ALARM_CEILING
