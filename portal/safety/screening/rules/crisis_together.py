"""Which weak signs of crisis, close together, deserve a look."""

from ..findings import Band, Kind
from ..rule import Combination

_PAIN = "weak.exhausted|weak.hopeless|weak.burden"

COMBINATIONS = (
    Combination(
        "crisis.signs.still", 1, Kind.CRISIS, "intent", Band.CRISIS,
        "Wanted or tried to die, and still does.",
        ("weak.past-wish", "weak.still"),
        within=1,
    ),
    Combination(
        "crisis.signs.plan-and-nerve", 1, Kind.CRISIS, "plan", Band.CRISIS,
        "A plan or a means, and only courage is wanting.",
        ("weak.plan|weak.means|weak.death", "weak.nerve"),
        within=1,
    ),
    Combination(
        "crisis.signs.any-of-it", 1, Kind.CRISIS, "implicit", Band.RED,
        "Enough, and enough of everything.",
        ("weak.enough", "weak.any-of-it"),
        within=1,
    ),
    Combination(
        "crisis.signs.sorry-love", 1, Kind.CRISIS, "farewell", Band.RED,
        "Sorry for everything, and love to all: a last word.",
        ("weak.sorry-all", "weak.love-all"),
        within=1,
    ),
    Combination(
        "crisis.signs.made-sure", 1, Kind.CRISIS, "farewell", Band.CRISIS,
        "Will not [going to] be there, and has seen to it.",
        ("weak.not-tomorrow", "weak.made-sure"),
        within=1,
    ),
    Combination(
        "crisis.signs.kin-refusing", 1, Kind.CRISIS, "implicit", Band.RED,
        "Someone close says it is enough, and refuses food or medicine.",
        ("weak.kin-done", "weak.refusing"),
        within=1,
    ),
    Combination(
        "crisis.signs.attempt-again", 1, Kind.CRISIS, "plan", Band.RED,
        "An attempt, and the thought of another.",
        ("weak.attempt", "weak.again"),
        within=1,
    ),
    Combination(
        "crisis.signs.soon-gone", 1, Kind.CRISIS, "farewell", Band.RED,
        "The others will manage, it will not be long: beside despair, calm or matters settled.",
        ("weak.soon-gone", "weak.burden|weak.settled|weak.calm|weak.goodbye|weak.decided|weak.no-need"),
        within=2,
    ),
    Combination(
        "crisis.signs.let-happen", 1, Kind.CRISIS, "implicit", Band.RED,
        "Medicine stopped, and what follows from that is welcome or kept secret.",
        ("weak.stop-medicine", "weak.let-happen"),
        within=2,
    ),
    Combination(
        "crisis.signs.what-for", 1, Kind.CRISIS, "implicit", Band.RED,
        "Told to go on, asks what for.",
        ("weak.fight-on", "weak.what-for"),
        within=1,
    ),
    Combination(
        "crisis.signs.calm", 1, Kind.CRISIS, "implicit", Band.RED,
        "A sudden calm together with everything being arranged or resolved.",
        ("weak.calm", "weak.resolve|weak.settled|weak.goodbye|weak.no-need"),
        within=2,
    ),
    Combination(
        "crisis.signs.means-and-act", 1, Kind.CRISIS, "plan", Band.RED,
        "A means or a place, and what the writer is about to do with it.",
        ("weak.bare-act|weak.unsafe", "weak.means"),
        within=1,
    ),
    Combination(
        "crisis.signs.decided-act", 1, Kind.CRISIS, "intent", Band.RED,
        "Something is about to be done, beside despair, farewell or a decision.",
        ("weak.bare-act", "weak.sorry|weak.goodbye|weak.settled|weak.hopeless|weak.burden"),
        within=2,
    ),
    Combination(
        "crisis.signs.leaving", 2, Kind.CRISIS, "implicit", Band.RED,
        "Despair together with a farewell, a decision or a longing for peace.",
        (_PAIN, "weak.sorry|weak.goodbye|weak.settled|weak.decided|weak.peace|weak.no-need"),
        within=2,
    ),
    Combination(
        "crisis.signs.farewell", 2, Kind.CRISIS, "farewell", Band.RED,
        "An apology or a settled matter together with a goodbye or a decision.",
        ("weak.sorry|weak.settled|weak.thanks|weak.no-need", "weak.goodbye|weak.decided|weak.peace"),
        within=2,
    ),
    Combination(
        "crisis.signs.settled", 1, Kind.CRISIS, "farewell", Band.RED,
        "Matters settled because they will not be needed.",
        ("weak.settled", "weak.no-need"),
        within=1,
    ),
    Combination(
        "crisis.signs.despair", 2, Kind.CRISIS, "implicit", Band.RED,
        "Exhaustion, hopelessness and being a burden, close together.",
        ("weak.exhausted", "weak.hopeless", "weak.burden"),
    ),
    Combination(
        "crisis.signs.drink", 1, Kind.CRISIS, "implicit", Band.RED,
        "Drinking alone together with despair or a farewell.",
        ("weak.drink", _PAIN + "|weak.sorry|weak.goodbye|weak.peace"),
        within=2,
    ),
)  # fmt: skip
