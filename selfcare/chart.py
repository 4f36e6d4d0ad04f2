"""The geometry of the pain chart: 0 to 10 always, zero at the bottom, a gap in the numbers is a gap in the line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

LEFT, RIGHT, TOP, BOTTOM = 44, 18, 30, 46
MOST_DOTS = 31


@dataclass(frozen=True, slots=True)
class Point:
    """One day. None means that nothing was written."""

    day: date
    worst: int | None
    usual: int | None


@dataclass(frozen=True, slots=True)
class Label:
    x: int
    y: int
    anchor: str = "middle"
    text: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """`dots` are days of the worst line, `rings` those of the usual one that has no neighbour to draw a line to."""

    width: int
    height: int
    right: int
    lines: Sequence[Label]
    days: Sequence[Label]
    worst: str
    usual: str
    dots: Sequence[Label]
    rings: Sequence[Label]
    worst_label: Label | None
    usual_label: Label | None
    events: Sequence[Label] = ()
    floor: int = 0


def draw(points: Sequence[Point], *, width: int, height: int, events: Sequence[date] = ()) -> Chart:
    """Everything the SVG template writes down, in whole numbers. `events` are days with a line of their own."""
    right, floor = width - RIGHT, height - BOTTOM
    step = (right - LEFT) / max(len(points) - 1, 1)

    def x(number: int) -> int:
        return round(LEFT + number * step)

    def y(value: int) -> int:
        return round(floor - value * (floor - TOP) / 10)

    def path(values: Sequence[int | None]) -> str:
        written, pen_down = [], False
        for number, value in enumerate(values):
            if value is not None:
                written.append(f"{'L' if pen_down else 'M'}{x(number)} {y(value)}")
            pen_down = value is not None
        return " ".join(written)

    worst, usual = [point.worst for point in points], [point.usual for point in points]
    dotted = [(n, v) for n, v in enumerate(worst) if v is not None] if len(points) <= MOST_DOTS else _lone(worst)
    return Chart(
        width=width, height=height, right=right,
        lines=[Label(x=34, y=y(value), text=str(value)) for value in range(0, 11, 2)],
        days=day_labels([point.day for point in points], x, height - 16, width),
        worst=path(worst), usual=path(usual),
        dots=[Label(x=x(n), y=y(v)) for n, v in dotted], rings=[Label(x=x(n), y=y(v)) for n, v in _lone(usual)],
        worst_label=_label(worst, x, y, above=True), usual_label=_label(usual, x, y, above=False),
        events=[Label(x=x(n), y=TOP) for n, point in enumerate(points) if point.day in set(events)], floor=floor,
    )  # fmt: skip


def _lone(values: Sequence[int | None]) -> list[tuple[int, int]]:
    """Places with a number that have none on either side: a line would not show them."""
    around = [None, *values, None]
    return [
        (n, value)
        for n, value in enumerate(values)
        if value is not None and around[n] is None and around[n + 2] is None
    ]


def day_labels(days: Sequence[date], x: Callable[[int], int], baseline: int, width: int) -> list[Label]:
    """Four dates under the wide drawing, three under the slim one; the last day is always named."""
    count = 4 if width > 500 else 3
    gap = max((len(days) - 1) // count, 1)
    numbers = [len(days) - 1 - gap * n for n in range(count) if len(days) - 1 - gap * n >= 0]
    return [
        Label(x=x(n), y=baseline, anchor="end" if n == len(days) - 1 else "middle", day=days[n])
        for n in sorted(numbers)
    ]


def _label(
    values: Sequence[int | None], x: Callable[[int], int], y: Callable[[int], int], *, above: bool
) -> Label | None:
    """The line's name beside its highest (or lowest) day, kept inside the drawing."""
    said = [(value, number) for number, value in enumerate(values) if value is not None]
    if not said:
        return None
    value, number = max(said) if above else min(said, key=lambda one: (one[0], -one[1]))
    side = "end" if number > len(values) / 2 else "start"
    beside = y(value) - 12 if above else min(y(value) + 26, y(0) - 8)  # below the lowest line stand the dates
    return Label(x=x(number), y=beside, anchor=side)
