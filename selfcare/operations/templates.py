"""Loading plan templates from files."""

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.vocabulary.models import HealthTopic
from selfcare.models import PlanTemplate, PlanTemplateText, PlanTemplateVersion, StepPicture
from selfcare.models.template_version import content_of
from selfcare.shapes import KNOWN
from selfcare.steps import pictures_in

CONTENT = Path(__file__).resolve().parent.parent / "content"


def read_template(path: Path) -> dict[str, Any]:
    """One file of selfcare/content as Python values."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _prose(written: str) -> str:
    """Lines of a file join into paragraphs; an empty line starts the next."""
    return "\n\n".join(" ".join(part.split()) for part in written.strip().split("\n\n"))


def _split(items: list[dict[str, Any]], structure: set[str]) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Structure by itself, and the words by key."""
    bare = [{name: value for name, value in item.items() if name in structure} for item in items]
    words = {item["key"]: {name: value for name, value in item.items() if name not in structure} for item in items}
    return bare, words


@transaction.atomic
def keep_version(template: PlanTemplate, author: User | None) -> PlanTemplateVersion | None:
    """After a change: keep what the template says now as its next version. None when it says what it said. Called by
    the staff desk and by loading; whoever runs an older version keeps it."""
    said, last = content_of(template), template.versions.first()
    if last is not None and last.content == said:
        return None
    if last is not None:
        template.version = last.version + 1
        template.save(update_fields=["version"])
    kept = PlanTemplateVersion.objects.create(
        template=template, version=template.version, content=said, kept_at=timezone.now(), written_by=author
    )
    keep_pictures(kept)
    return kept


def keep_pictures(version: PlanTemplateVersion) -> None:
    """Write down which pictures a version shows: they are found through it, for as long as somebody has it."""
    keys = pictures_in(version.content["texts"].values())
    found = StepPicture.objects.filter(key__in=keys) if keys else StepPicture.objects.none()
    version.pictures.set(found)


@transaction.atomic
def review_version(*, actor: User, template: PlanTemplate) -> bool:
    """A clinical reviewer says that the newest version is right. Returns False when that was said before. Raises
    RuleViolation for whoever wrote it, and for a template of which no version is kept."""
    last = template.versions.select_for_update().first()
    if last is None or last.written_by_id == actor.pk:
        raise RuleViolation(_("Somebody who did not write this version has to review it."), code="own_words")
    if last.reviewed_at is not None:
        return False
    last.reviewed_by, last.reviewed_at = actor, timezone.now()
    last.save(update_fields=["reviewed_by", "reviewed_at"])
    return True


@transaction.atomic
def load_template(data: dict[str, Any], language: str) -> bool:
    """Add a template and its words in one language, where they are missing. What editors changed stays as it is.

    Returns whether anything was added. Raises ValidationError for a file whose parts do not fit.
    """
    gate, gate_words = _split(data["gate"], {"key", "safe", "danger", "then"})
    activities, activity_words = _split(data["activities"], KNOWN)
    template = PlanTemplate.objects.filter(key=data["key"]).first()
    is_new = template is None
    if template is None:
        template = PlanTemplate(
            key=data["key"], version=data["version"], kind=data["kind"], position=data["position"],
            art=data.get("art", ""), gate=gate, activities=activities,
        )  # fmt: skip
        template.full_clean()
        template.save()
        template.topics.set(HealthTopic.objects.filter(slug__in=data["topics"]))
    if template.texts.filter(language=language).exists():
        return is_new
    text = PlanTemplateText(
        template=template, language=language, gate_words=gate_words, activity_words=activity_words,
        **{name: _prose(data[name]) for name in ("title", "summary", "dose", "why", "how", "stop_rule")},
        sources=data.get("sources", []), more_url=data.get("more_url", ""),
    )  # fmt: skip
    text.full_clean()
    text.save()
    keep_version(template, None)
    return True


def load_all() -> int:
    """Every file of every language; returns how many added something."""
    files = sorted(CONTENT.glob("*/*.yaml"))
    added = sum(load_template(read_template(path), path.parent.name) for path in files)
    for template in PlanTemplate.objects.filter(versions=None):
        keep_version(template, None)
    return added
