"""What holds for every text."""

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.safety.screening import Band, Kind, redact, screen
from portal.safety.screening.normalise import normalise
from tests.portal.safety.screening.labelled import load, load_pairs

settings.register_profile("screening", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile("screening")

CRISIS = [sentence for sentence in load("crisis_explicit") if sentence.isascii()]
PIECES = st.sampled_from(
    [*load("ordinary")[:80], *CRISIS[:60], *(text for _, text in load_pairs("red_flags")[:40]), *load("soliciting")]
)
MIXED = st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=6).map(" ".join)
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
LOOKALIKE = str.maketrans("aeiopcs", "аеіорсѕ")


@given(st.one_of(st.text(max_size=400), MIXED))
def test_any_text_gives_findings_whose_spans_lie_in_it(text):
    for finding in screen(text):
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.kind in Kind
        assert finding.band in Band
        assert finding.rule_version >= 1


@given(MIXED)
def test_the_same_text_gives_the_same_findings(text):
    assert screen(text) == screen(text)


@given(MIXED)
def test_findings_stand_in_order_of_place(text):
    starts = [finding.start for finding in screen(text)]

    assert starts == sorted(starts)


@given(st.text(max_size=400))
def test_the_way_back_never_runs_backwards(text):
    normal = normalise(text)

    assert len(normal.starts) == len(normal.plain) + 1 == len(normal.cased) + 1
    assert all(a <= b for a, b in zip(normal.starts, normal.starts[1:], strict=False))
    assert normal.starts[-1] == len(text)


def kinds_found(text):
    return {(finding.kind, finding.rule_id, finding.band) for finding in screen(text)}


@given(st.sampled_from(CRISIS), st.randoms(use_true_random=False))
def test_invisible_characters_hide_nothing(text, chance: random.Random):
    hidden = "".join(
        char + (chance.choice(INVISIBLE) if char.isalpha() and chance.random() < 0.4 else "") for char in text
    )

    assert kinds_found(hidden) == kinds_found(text)


@given(st.sampled_from(CRISIS), st.randoms(use_true_random=False))
def test_look_alike_letters_hide_nothing(text, chance: random.Random):
    hidden = "".join(char.translate(LOOKALIKE) if chance.random() < 0.5 else char for char in text)

    assert kinds_found(hidden) == kinds_found(text)


@given(st.sampled_from(CRISIS))
def test_case_and_width_hide_nothing(text):
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" < char <= "~" else char for char in text)

    assert kinds_found(text.upper()) == kinds_found(text.lower())
    assert kinds_found(wide) == kinds_found(text)


@given(st.sampled_from(CRISIS), PIECES)
def test_a_crisis_is_found_in_the_middle_of_other_talk(text, other):
    before = kinds_found(text)
    rules = {rule for kind, rule, _ in before if kind == Kind.CRISIS}
    around = {rule for _, rule, _ in kinds_found(f"{other}.\n\n{text}\n\n{other}.")}

    assert rules <= around


@given(MIXED)
def test_redacting_twice_changes_nothing_more(text):
    once = redact(text, screen(text))

    assert redact(once, screen(once)) == once
