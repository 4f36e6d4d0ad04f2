"""Posts as people in a support group write them, made by chance from a seed: no word here was ever said by anybody."""

import itertools
import random
from collections.abc import Mapping, Sequence


def listed(words: str) -> list[str]:
    return words.split()


SMALL = listed(
    "the i and to a of my it was in for on that with you is so but have me at had not this be they all just as we are "
    "after out when from up been if or he she do what about can no how them then has there your by one now very only "
    "an more too would will still get her his him which who were than even some could into over did much before"
)
PLAIN = listed(
    "pain night sleep doctor nurse back hospital treatment week today time feel help better bad day bed tired husband "
    "wife mother scan chemo radiotherapy morphine heat cushion pillow physio walk stairs car seat appointment results "
    "waiting afraid hope family home work rest morning evening cold spine hip ribs shoulder bone legs dose tablets "
    "patch side nausea appetite soup water tea bowel constipation laxative breath breathing music garden dog friend "
    "phone letter oncologist consultant surgeon palliative hospice team question answer advice thank cry laugh quiet "
    "strong weak slow careful gentle stretch exercise yoga massage bath shower chair mattress stairlift wheelchair "
    "stick frame brace corset vertebra fracture cement injection steroid dexamethasone paracetamol ibuprofen "
    "gabapentin pregabalin amitriptyline oxycodone fentanyl tramadol codeine naproxen denosumab zoledronic infusion "
    "port cannula blood count platelets immune fever infection antibiotic temperature thermometer diary plan pacing "
    "fatigue brain fog memory mood anxiety panic counsellor partner children school grandson daughter son sister "
    "brother carer neighbour church prayer faith anger grief relief comfort worry fear courage patience humour "
    "breast prostate lung kidney ovarian myeloma lymphoma bowel pancreas liver bladder thyroid melanoma sarcoma "
    "secondary recurrence remission surgery biopsy lump margin node marker oestrogen tamoxifen letrozole anastrozole "
    "hormone flush sweat menopause taste metal mouth ulcer mouthwash ginger mint weight feeding swallow dietitian "
    "benefit form money insurance employer manager holiday travel train taxi parking queue receptionist pharmacy"
)
HEADS = listed(
    "ab ac al am an ar be bo bra ca ce cla da de do ela ep eri fa fe flu ga gli ha ima ino ka la le lo ma me mo"
)
MIDDLES = listed("ba ci do fa gli ka li mo na pi ra si ta tu va xo zi")
TAILS = listed("mab nib pril statin cillin zole mide lone pam dronate parin setron taxel rubicin platin vir")


def names_of_medicines() -> list[str]:
    """Several thousand made-up names, each of them rare."""
    return [head + middle + tail for head, middle, tail in itertools.product(HEADS, MIDDLES, TAILS)]


def vocabulary() -> tuple[list[str], list[float]]:
    """Every word and the running sum of how often each is used: few all the time, most hardly ever."""
    plain = list(dict.fromkeys(PLAIN))
    weighed = [(word, 8.0 / (rank + 4)) for rank, word in enumerate(SMALL)]
    weighed += [(word, 1.6 / (rank + 12) ** 0.9) for rank, word in enumerate(plain)]
    weighed += [(word, 0.02 / (rank + 6) ** 0.8) for rank, word in enumerate(names_of_medicines())]
    return [word for word, _ in weighed], list(itertools.accumulate(weight for _, weight in weighed))


class Writer:
    """Writes titles and posts, always the same for the same seed, with the search vector that PostgreSQL would make.

    `stems` says what PostgreSQL makes of each word; words it leaves out are missing from it.
    """

    def __init__(self, seed: int, stems: Mapping[str, str]) -> None:
        self.chance = random.Random(seed)
        self.words, self.sums = vocabulary()
        self.stems = stems

    def words_of(self, number: int) -> list[str]:
        return self.chance.choices(self.words, cum_weights=self.sums, k=number)

    def body(self) -> list[str]:
        """Mostly a few sentences, now and then a long story."""
        return self.words_of(max(3, min(900, int(self.chance.lognormvariate(3.7, 0.8)))))

    def title(self) -> list[str]:
        return self.words_of(self.chance.randint(4, 9))

    def vector(self, title: Sequence[str], body: Sequence[str]) -> str:
        """The lexemes with their places, titles weighing A and words B, as PostgreSQL reads a tsvector."""
        places: dict[str, list[str]] = {}
        for place, word in enumerate(title, start=1):
            if stem := self.stems.get(word):
                places.setdefault(stem, []).append(f"{place}A")
        start = max((int(place[:-1]) for one in places.values() for place in one), default=0)
        for place, word in enumerate(body, start=start + 1):
            if stem := self.stems.get(word):
                places.setdefault(stem, []).append(f"{place}B")
        return " ".join(f"'{stem}':{','.join(where)}" for stem, where in places.items())


def stems_of(words: Sequence[str]) -> dict[str, str]:
    """What PostgreSQL's English makes of each word."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, (tsvector_to_array(to_tsvector('english', word)))[1] FROM unnest(%s::text[]) word",
            [list(words)],
        )
        return {word: stem for word, stem in cursor.fetchall() if stem}
