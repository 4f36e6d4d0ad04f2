"""A template's words in a person's language, else in English."""

from django.db.models import Case, IntegerField, QuerySet, Value, When

from selfcare.models import PlanTemplateText

FALLBACK = "en"


def in_language(rows: QuerySet[PlanTemplateText], language: str) -> QuerySet[PlanTemplateText]:
    """One row a template: this language where there is one, the fallback elsewhere; in the site's order. One query."""
    best = Case(When(language=language, then=Value(0)), default=Value(1), output_field=IntegerField())
    chosen = (
        PlanTemplateText.objects.filter(language__in=[language, FALLBACK])
        .order_by("template_id", best)
        .distinct("template_id")
        .values("pk")
    )
    return rows.filter(pk__in=chosen).select_related("template").order_by("template__position", "template__key")
