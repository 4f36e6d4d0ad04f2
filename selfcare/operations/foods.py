"""Loading and reviewing what stands on the page of foods that may help."""

from pathlib import Path

import yaml
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.errors import RuleViolation
from selfcare.models import FoodIdeas

CONTENT = Path(__file__).resolve().parent.parent / "food"
SOURCES = [
    {
        "title": "Eating hints: before, during, and after cancer treatment",
        "publisher": "National Cancer Institute",
        "url": "https://www.cancer.gov/publications/patient-education/eating-hints",
    },
    {
        "title": "ESPEN practical guideline: clinical nutrition in cancer",
        "publisher": "European Society for Clinical Nutrition and Metabolism",
        "url": "https://doi.org/10.1016/j.clnu.2021.02.005",
    },
]


@transaction.atomic
def load_foods() -> int:
    """Add what is missing. What clinicians changed stays as it is. Returns how many were added."""
    added = 0
    for path in sorted(CONTENT.glob("*.yaml")):
        for said in yaml.safe_load(path.read_text(encoding="utf-8")):
            if FoodIdeas.objects.filter(symptom=said["symptom"], language=path.stem).exists():
                continue
            row = FoodIdeas(language=path.stem, **{"sources": SOURCES, **said})
            row.full_clean()
            row.save()
            added += 1
    return added


def review_foods(*, actor: User, foods: FoodIdeas) -> bool:
    """A clinical reviewer says that these ideas are right. Returns False when that was said before. Raises
    PermissionDenied, and RuleViolation for whoever wrote them last."""
    if not actor.staff_roles.reviews:
        raise PermissionDenied(_("Only clinical reviewers review."))
    if foods.written_by_id == actor.pk:
        raise RuleViolation(_("Somebody who did not write this version has to review it."), code="own_words")
    rows = FoodIdeas.objects.filter(pk=foods.pk, reviewed_at=None)
    return bool(rows.update(reviewed_by=actor, reviewed_at=timezone.now()))
