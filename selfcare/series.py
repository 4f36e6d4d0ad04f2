"""The figures of a span of days as lines of numbers, each with its unit."""

from typing import Any

from django.utils.translation import gettext as _

from selfcare.paper.sheet import site_words
from selfcare.reads.figures import Figures

SCALE = "0-10"


def series(shown: Figures) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The lines that have at least one point, and how often each place was named."""
    sites = [key for key, _count in shown.sites]
    said = [
        _line("worst", _("Worst pain"), SCALE, [(one.day, one.worst) for one in shown.days]),
        _line("usual", _("Usual pain"), SCALE, [(one.day, one.usual) for one in shown.days]),
        *(_line(f"pain:{key}", site_words(key), SCALE, [(one.day, one.pain.get(key)) for one in shown.days])
          for key in sites),
        _line("done", _("Done from the plan"), "count", [(one.day, one.done) for one in shown.days if one.planned]),
        _line("planned", _("In the plan"), "count", [(one.day, one.planned) for one in shown.days if one.planned]),
        _line("water", _("Water"), "cups", [(one.day, one.cups) for one in shown.days if one.ml]),
        _line("water_ml", _("Water"), "ml", [(one.day, one.ml) for one in shown.days if one.ml]),
        _line("temperature", _("Temperature"), "°C", [(one.day, one.temperature) for one in shown.days]),
        _line("weight", _("Weight"), "kg", [(one.day, one.weight) for one in shown.days]),
    ]  # fmt: skip
    places = [{"key": key, "name": site_words(key), "entries": count} for key, count in shown.sites]
    return [one for one in said if one["points"]], places


def _line(key: str, name: str, unit: str, numbers: list[tuple[Any, Any]]) -> dict[str, Any]:
    points = [{"day": day, "value": number} for day, number in numbers if number is not None]
    return {"key": key, "name": name, "unit": unit, "points": points}
