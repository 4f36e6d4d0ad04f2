"""One plan with its words, its activities, and what its answers ask for."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import get_language

from portal.accounts.models import User
from portal.core.local_time import zone_of
from portal.safety.reads import country_of, help_lines
from selfcare import rules
from selfcare.drafts import Choice, choices_of, with_days_from
from selfcare.models import Activity, Kind, Plan, PlanTemplateText, PlanTemplateVersion
from selfcare.reads.danger import exercise_held
from selfcare.reads.why import why_part
from selfcare.steps import Step, steps_of
from selfcare.texts import in_language


def ended_choices(user: User, key: str) -> dict[str, Choice]:
    """What the person had chosen in the last plan of this template that they ended, without treatment days that are
    over; nothing when there is none. One query, or two."""
    ended = Plan.objects.owned_by(user).filter(template_key=key, stopped_at__isnull=False)
    plan = ended.order_by("-stopped_at").first()
    if plan is None:
        return {}
    today = timezone.now().astimezone(zone_of(user.time_zone)).date()
    return with_days_from(choices_of(Activity.objects.owned_by(user).filter(plan=plan)), today)


def running_choices(plan: Plan) -> dict[str, Choice]:
    """What the person chose in a plan that runs, for taking its newer version. One query."""
    return choices_of(Activity.objects.owned_by(plan.owner).filter(plan=plan, stopped_at=None))


def newer_words(plan: Plan) -> PlanTemplateText | None:
    """The words of a newer version of this plan's template; nothing when there is none. One query."""
    rows = PlanTemplateText.objects.filter(
        template__key=plan.template_key, template__version__gt=plan.template_version, template__withdrawn_at=None
    )
    return in_language(rows, get_language() or "en").first()


def version_of(key: str, version: int) -> PlanTemplateVersion | None:
    """What a template said in one version, with who wrote and who reviewed it. They are public: no door. One query."""
    rows = PlanTemplateVersion.objects.filter(template__key=key, version=version)
    return rows.select_related("template", "written_by", "reviewed_by").first()


def is_offered(plan: Plan, now: PlanTemplateText) -> bool:
    """Whether the newest version is newer than this plan's, and was not declined."""
    known = max(plan.template_version, plan.declined_version or 0)
    return now.template.version > known and not now.template.withdrawn_at


def words_of(plan: Plan) -> PlanTemplateText | None:
    """A plan's words as its own version has them, else as the template says them now. One query, or two."""
    kept = version_of(plan.template_key, plan.template_version)
    if kept and (words := kept.words(get_language() or "en")):
        return words
    return in_language(PlanTemplateText.objects.filter(template__key=plan.template_key), get_language() or "en").first()


def words_for(activities: Iterable[Activity]) -> dict[UUID, PlanTemplateText]:
    """By activity, the words that the version of its plan has. One query, or none without a plan."""
    mine = [one for one in activities if one.plan is not None]
    if not mine:
        return {}
    rows = PlanTemplateVersion.objects.filter(template__key__in={one.plan.template_key for one in mine if one.plan})
    kept = {(row.template.key, row.version): row for row in rows.select_related("template")}
    found = {}
    for one in mine:
        version = one.plan and kept.get((one.plan.template_key, one.plan.template_version))
        if version and (words := version.words(get_language() or "en")):
            found[one.pk] = words
    return found


def steps_for(activities: Iterable[Activity]) -> dict[UUID, list[Step]]:
    """By activity, its steps as the version of its plan has them. One query, or none without a plan."""
    mine = list(activities)
    words = words_for(mine)
    told = {one.pk: steps_of(words[one.pk].activity_words.get(one.template_activity, {}))
            for one in mine if one.pk in words}  # fmt: skip
    return {pk: steps for pk, steps in told.items() if steps}


def plan_page(request: Any, plan: Plan) -> dict[str, Any]:
    """The answers that hold the plan are shown with their questions, as the note for the team. Activities come in
    the order of the template."""
    now = in_language(PlanTemplateText.objects.filter(template__key=plan.template_key), get_language() or "en").first()
    kept = version_of(plan.template_key, plan.template_version)
    text = (kept.words(get_language() or "en") if kept else None) or now
    gate = text.template.gate if text else []
    answers = (plan.gate or {}).get("answers", {})
    order = [spec["key"] for spec in text.template.activities] if text else []
    rank = {key: place for place, key in enumerate(order)}
    mine = Activity.objects.owned_by(plan.owner).filter(plan=plan, stopped_at=None)
    activities = list(mine.order_by("starts_on", "id"))
    return {
        "plan": plan,
        "held": exercise_held(plan.owner) if any(one.kind == Kind.EXERCISE for one in activities) else None,
        "newer": now is not None and is_offered(plan, now),
        "version": kept,
        "text": text,
        "why": why_part(plan.owner, text),
        "activities": sorted(activities, key=lambda one: rank.get(one.template_activity, len(rank))),
        "follows": any(one.follow_days is not None and not one.ends_on for one in activities),
        "treatment_days": sorted({day for one in activities for day in one.followed}),
        "asked": [
            {"question": text.gate_words.get(question["key"], {}).get("question", ""), "answer": answer}
            for question in gate
            if text and (answer := answers.get(question["key"])) != question["safe"]
        ],
        "level": rules.danger(gate, answers) if plan.is_held else "",
        "lines": help_lines(country_of(request)),
        "checks": [
            {"with": one["with"], "day": date.fromisoformat(one["on"])} for one in (plan.gate or {}).get("checks", [])
        ],
        "checked_with": (plan.gate or {}).get("checked_with", ""),
    }
