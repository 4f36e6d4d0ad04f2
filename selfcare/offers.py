"""Plans beside an article: those that practise its topics."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core.related import Near, Offer
from selfcare.models import PlanTemplateText
from selfcare.texts import in_language

NEAR = 100


def _rows() -> Any:
    return in_language(PlanTemplateText.objects.filter(template__withdrawn_at=None), get_language() or "en")


def _offer(text: PlanTemplateText) -> Offer:
    return Offer(
        part="plan",
        title=text.title,
        line=text.summary,
        url=reverse("selfcare:start_plan", args=[text.template.key]),
        link=_("Look at this plan"),
        ref=text.template.key,
    )


def offers(user: Any, topic_slugs: Sequence[str], limit: int) -> Sequence[Offer]:
    """Templates with one of these topics, in the site's order. One query; everybody may know about them."""
    rows = _rows().filter(template__topics__slug__in=list(topic_slugs)).distinct()
    return [_offer(text) for text in rows[:limit]]


def find(user: Any, ref: str) -> Offer | None:
    text = _rows().filter(template__key=ref).first()
    return _offer(text) if text else None


def near(user: Any, refs: Sequence[str], topic_slugs: Sequence[str], limit: int) -> Near:
    """Both at once, in the site's order. One query."""
    asked = Q(template__topics__slug__in=topic_slugs) | Q(template__key__in=refs)
    found = {text.template.key: _offer(text) for text in _rows().filter(asked).distinct()[:NEAR]}
    others = [one for key, one in found.items() if key not in refs]
    return Near({ref: found[ref] for ref in refs if ref in found}, others[:limit])
