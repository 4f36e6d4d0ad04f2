"""The part of a guide that says why a plan may help."""

from typing import Any

from articles.pointing import Part, parts_at
from selfcare.models import PlanTemplateText


def why_part(user: Any, text: PlanTemplateText | None) -> Part | None:
    """Nothing when the guide is gone: then the plan's own words stand alone. One query, or none."""
    return parts_at(user, [text.more_url]).get(text.more_url) if text else None
