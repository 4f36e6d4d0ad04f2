"""The sheet for an appointment, in words: what the page shows, the PDF prints. No rows are read here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from selfcare.amounts import amount_words
from selfcare.diary import words
from selfcare.diary.units import METRIC, for_others
from selfcare.diary.words import SITES
from selfcare.reads.charts import Charts
from selfcare.reads.figures import Figures

MOST, WEEKS = 10, 6
SECTIONS = {
    "pain": gettext_lazy("How bad the pain was"),
    "places": gettext_lazy("Where"),
    "feel": gettext_lazy("What it feels like, what helps"),
    "kept": gettext_lazy("What it kept me from"),
    "week": gettext_lazy("The three weekly questions"),
    "body": gettext_lazy("Weight and temperature"),
    "treatment": gettext_lazy("Treatment days"),
    "activity": gettext_lazy("What I did"),
    "water": gettext_lazy("What I drank"),
    "questions": gettext_lazy("My questions"),
    "notes": gettext_lazy("My notes"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """`rows` are names with values; `lines` stand alone. `chart` names the drawing that goes with it. `after` comes
    last: what the lines of the drawing mean, and how much more there is that has no room."""

    key: str
    title: str
    rows: Sequence[tuple[str, str]] = field(default_factory=list)
    lines: Sequence[str] = field(default_factory=list)
    chart: str = ""
    after: Sequence[str] = field(default_factory=list)


def day_words(day: date) -> str:
    return formats.date_format(day, "j F")


def number(value: float) -> str:
    return formats.number_format(value, use_l10n=True)


def _between(span: tuple[int, int] | None) -> str:
    if span is None:
        return _("nothing written")
    low, high = span
    return str(low) if low == high else _("%(low)s to %(high)s") % {"low": low, "high": high}


def _counted(pairs: Sequence[tuple[str, int]], known: dict) -> str:
    return ", ".join(f"{known[key]} ({count})" for key, count in pairs if key in known)


def sections(
    shown: Figures, drawn: Charts, questions: Sequence[str], chosen: Sequence[str], units: str = METRIC
) -> list[Section]:
    """Those chosen that have something to say, in the order in which doctors ask."""
    made = {
        "pain": _pain(shown, bool(drawn.pain_wide)),
        "places": _places(drawn),
        "feel": _feel(shown),
        "kept": Section("kept", "", lines=[text] if (text := _counted(shown.kept_from, words.KEPT_FROM)) else []),
        "week": _week(shown),
        "body": _body(shown, units),
        "treatment": _treatment(shown),
        "activity": _activity(shown),
        "water": _water(shown),
        "questions": Section("questions", "", lines=list(questions)[:MOST], after=_and_more(len(questions), MOST)),
        "notes": Section(
            "notes",
            "",
            [(day_words(day), note) for day, note in shown.notes[-MOST:]],
            after=_and_more(len(shown.notes), MOST),
        ),
    }
    picked = [made[key] for key in SECTIONS if key in chosen]
    return [replace(one, title=str(SECTIONS[one.key])) for one in picked if one.rows or one.lines]


def _and_more(count: int, shown: int) -> list[str]:
    """What has no room is not left out in silence."""
    rest = count - shown
    return [ngettext("And one more.", "And %(n)s more.", rest) % {"n": rest}] if rest > 0 else []


def _earlier(count: int, shown: int) -> list[str]:
    rest = count - shown
    return (
        [ngettext("And one more before these.", "And %(n)s more before these.", rest) % {"n": rest}] if rest > 0 else []
    )


def _legend(shown: Figures, *lines: str) -> list[str]:
    """What the lines of a drawing mean, for who sees it without the page."""
    more = [_("Dashed upright lines: treatment days.")] if shown.treatments else []
    return [" ".join([*lines, *more])]


def _pain(shown: Figures, drawn: bool) -> Section:
    if not shown.entries:
        return Section("pain", "")
    rows = [
        (_("Worst pain each day, from 0 to 10"), _between(shown.worst_range)),
        (_("Usual pain each day"), _between(shown.usual_range)),
        (_("Nights in which pain woke me"), str(shown.nights)),
        (_("Diary entries"), str(shown.entries)),
    ]
    if not drawn:
        return Section("pain", "", rows)
    words = _("Solid line: worst pain each day. Dotted line: usual pain. A gap: nothing written.")
    return Section("pain", "", rows, chart="pain", after=_legend(shown, words))


def _places(drawn: Charts) -> Section:
    rows = []
    for place in drawn.places[:MOST]:
        said = ngettext("%(n)s entry", "%(n)s entries", place.count) % {"n": place.count}
        highest = "" if place.highest is None else ", " + _("highest %(number)s") % {"number": place.highest}
        rows.append((place.words, said + highest))
    return Section("places", "", rows, after=_and_more(len(drawn.places), MOST))


def _feel(shown: Figures) -> Section:
    pairs = [
        (_("Feels like"), _counted(shown.quality, words.QUALITY)),
        (_("Helped"), _counted(shown.helped, words.HELPED)),
    ]
    return Section("feel", "", [(name, said) for name, said in pairs if said])


def _week(shown: Figures) -> Section:
    said = _("pain %(pain)s, enjoyment of life %(enjoyment)s, activity %(activity)s; average %(middle)s")
    rows = [
        (
            day_words(one.day),
            said
            % {
                "pain": one.pain,
                "enjoyment": one.enjoyment,
                "activity": one.activity,
                "middle": number(one.middle),
            },
        )
        for one in shown.peg[-WEEKS:]
    ]
    said_of = [_("PEG scale, each from 0 to 10.")] if rows else []
    return Section("week", "", rows, said_of, after=_earlier(len(shown.peg), WEEKS))


def _body(shown: Figures, units: str) -> Section:
    rows = []
    if shown.weights:
        ends = [shown.weights[0], shown.weights[-1]] if len(shown.weights) > 1 else shown.weights
        told = [_measured("weight", kg, day, units) for day, kg in ends]
        rows.append((_("Weight"), ", ".join(told)))
    if shown.temperatures:
        day, high = max(shown.temperatures, key=lambda one: one[1])
        rows.append((_("Highest temperature"), _measured("temperature", high, day, units)))
    return Section("body", "", rows)


def _measured(part: str, kept: float, day: date, units: str) -> str:
    return _("%(measured)s on %(day)s") % {"measured": for_others(part, kept, units), "day": day_words(day)}


def _treatment(shown: Figures) -> Section:
    rows = [
        (day_words(day), ", ".join(str(words.TREATMENT[key]) for key in keys if key in words.TREATMENT))
        for day, keys in shown.treatments[-MOST:]
    ]
    return Section("treatment", "", [row for row in rows if row[1]], after=_earlier(len(shown.treatments), MOST))


def _activity(shown: Figures) -> Section:
    if not shown.planned:
        return Section("activity", "")
    said = _("%(done)s of %(planned)s") % {"done": shown.done, "planned": shown.planned}
    rows = [(_("Done, of what was in my plan"), said)]
    if not shown.done:
        return Section("activity", "", rows)
    return Section("activity", "", rows, chart="activity", after=_legend(shown, _("Bars: things done each day.")))


def _water(shown: Figures) -> Section:
    if shown.ml_a_day is None:
        return Section("water", "")
    rows = [
        (_("On a usual day"), amount_words(shown.ml_a_day, shown.cup_ml)),
        (aim_words(shown), amount_words(shown.aim_ml, shown.cup_ml)),
    ]
    if shown.treatment_aim_cups:
        rows.append((_("On treatment days"), amount_words(shown.treatment_aim_cups * shown.cup_ml, shown.cup_ml)))
    words = _("Bars: cups of %(ml)s ml each day. Line across: “%(aim)s”.") % {
        "ml": shown.cup_ml,
        "aim": aim_words(shown),
    }
    return Section("water", "", rows, chart="water", after=_legend(shown, words))


def aim_words(shown: Figures) -> str:
    """The name of the line across: a limit is never called an aim."""
    return _("My limit") if shown.limited else _("My aim")


def site_words(key: str) -> str:
    return str(SITES.get(key, key))
