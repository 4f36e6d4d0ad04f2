"""How good a ranking is: success@1, reciprocal rank and gain among the first ten, and the share of empty answers."""

import math
from collections.abc import Iterable, Mapping, Sequence


def of_question(relevant: Mapping[str, int], ranked: Sequence[str]) -> dict[str, float]:
    """`relevant` gives the grade of each article that answers; the higher the better."""
    ranked = list(dict.fromkeys(ranked))
    first = next((place for place, one in enumerate(ranked[:10], start=1) if relevant.get(one, 0) >= 1), 0)
    ideal = _gain(sorted(relevant.values(), reverse=True)[:10])
    return {
        "success@1": float(first == 1),
        "mrr@10": 1 / first if first else 0.0,
        "ndcg@10": _gain([relevant.get(one, 0) for one in ranked[:10]]) / ideal if ideal else 0.0,
        "empty": float(not ranked),
    }


def of_all(scored: Iterable[Mapping[str, float]]) -> dict[str, float]:
    rows = list(scored)
    return {name: round(sum(row[name] for row in rows) / len(rows), 4) for name in rows[0]} if rows else {}


def percentile(numbers: Iterable[float], share: float) -> float:
    ordered = sorted(numbers)
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 1) if ordered else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / math.log2(place + 1) for place, grade in enumerate(grades, start=1))
