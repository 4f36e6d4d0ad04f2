"""Starting a plan, and ending it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.operations.events import wake_on_commit
from selfcare import rules
from selfcare.drafts import Choice, draft
from selfcare.models import Activity, Pause, Plan, PlanTemplate, PlanTemplateText
from selfcare.operations.activities import locked, stop_locked
from selfcare.operations.consent import need_consent
from selfcare.operations.exercise_holds import hold_exercise
from selfcare.operations.held import lock_person
from selfcare.operations.planning import plan_locked
from selfcare.operations.resting import begin_resting, settle
from selfcare.operations.treatment import marked_lately


@transaction.atomic
def start_plan(
    *,
    actor: User,
    template: PlanTemplate,
    words: PlanTemplateText,
    answers: Mapping[str, str],
    choices: Mapping[str, Choice] | None = None,
) -> Plan:
    """Start a plan and plan its first two days at once, so that an item a minute away is told.

    The answers start it, start it with less, or hold it: then its activities are there, and none of them is due.
    It rests under what holds already: what moves the person while exercise is held after a danger sign, and any rest of
    their plan. An answer that is itself a danger sign lays every exercise to rest, not this plan's alone.
    `choices` by activity key; with it, only the activities in it are made. Raises RuleViolation when the same plan
    runs already, when a question has no answer, when nothing was chosen, or for times that cannot be planned.
    """
    need_consent(actor)
    if missing := [question["key"] for question in template.gate if question["key"] not in answers]:
        raise RuleViolation(_("Please answer this question"), code="no_answer", field=f"gate_{missing[0]}")
    chosen = [spec for spec in template.activities if choices is None or spec["key"] in choices]
    if not chosen:
        raise RuleViolation(_("Choose at least one activity"), code="nothing_chosen")
    for one in (choices or {}).values():
        if problem := rules.problem_of_day("treatment_from", one.treatment_from):
            raise RuleViolation(problem.sentence, code="far", field=problem.field)
    lock_person(actor)
    now = handrail_now()
    outcome = rules.outcome(template.gate, answers)
    plan = Plan(
        owner=actor, template_key=template.key, template_version=template.version, started_at=now,
        held_at=now if outcome == rules.Outcome.LOCKED else None,
        lightened_at=now if outcome == rules.Outcome.LIGHTER else None,
    )  # fmt: skip
    plan.gate = {"answers": {question["key"]: answers[question["key"]] for question in template.gate}}
    try:
        with transaction.atomic():
            plan.save(force_insert=True)
    except IntegrityError as error:
        raise RuleViolation(_("You have started this plan already."), code="running") from error
    choice = choices or {}
    activities = [draft(plan, spec, words, choice.get(spec["key"], Choice()), now) for spec in chosen]
    if any(activity.follow_days and not activity.ends_on for activity in activities):
        lately = marked_lately(actor, now)
        for activity in activities:
            if activity.follow_days and not activity.ends_on:
                activity.followed = sorted({*activity.followed, *lately})
    for activity in activities:
        if problem := rules.problem_of_rhythm(activity):
            where = f"{activity.template_activity}-{problem.field}"
            raise RuleViolation(problem.sentence, code="no_rhythm", field=where)
    begin_resting(activities, now)
    Activity.objects.bulk_create(activities)
    plan_locked(activities, now)
    if signs := rules.signs_told(template.gate, answers):
        hold_exercise(actor=actor, signs=signs)
    wake_on_commit()
    return plan


@transaction.atomic
def renew_plan(*, actor: User, plan: Plan, template: PlanTemplate, words: PlanTemplateText, answers: Mapping[str, str],
               choices: Mapping[str, Choice] | None = None) -> Plan:  # fmt: skip
    """Take the newer version of a plan instead of the one that runs: the old one ends, and the new one passes its gate
    afresh. What rested in the old one rests in the new. Raises what starting raises, and then the old one still
    runs."""
    lock_person(actor)
    old = {row.pk: row.template_activity for row in locked(actor) if row.plan_id == plan.pk}
    rests = list(Pause.objects.owned_by(actor).filter(ended_at=None))
    stop_plan(actor=actor, plan=plan)
    new = start_plan(actor=actor, template=template, words=words, answers=answers, choices=choices)
    _carry_over(rests, old, [row for row in locked(actor) if row.plan_id == new.pk])
    return new


def _carry_over(rests: Sequence[Pause], old: Mapping[UUID, str], rows: Sequence[Activity]) -> None:
    """What was said of an old activity alone is said of the new one in its place."""
    new = {row.template_activity: row for row in rows}
    for rest in rests:
        if rest.activity_id is None:
            rest.awake = [*rest.awake, *(new[old[pk]].pk for pk in rest.awake if old.get(pk) in new)]
            rest.save(update_fields=["awake"])
        elif (mine := new.get(old.get(rest.activity_id, ""))) is not None:
            Pause.objects.create(
                owner=mine.owner, activity=mine, begins_on=rest.begins_on, ends_on=rest.ends_on, made_at=rest.made_at
            )
    settle(rows, handrail_now())


def decline_version(*, actor: User, plan: Plan, version: int) -> bool:
    """Keep a plan as it is although there is a newer version: that one is not offered again, a later one is. Returns
    whether there was something to decline."""
    mine = Plan.objects.owned_by(actor).filter(pk=plan.pk, stopped_at=None, template_version__lt=version)
    return bool(mine.exclude(declined_version__gte=version).update(declined_version=version))


@transaction.atomic
def stop_plan(*, actor: User, plan: Plan) -> bool:
    """End a plan with all its activities. What was done stays in the record."""
    now = handrail_now()
    rows = [row for row in locked(actor) if row.plan_id == plan.pk]
    stopped = Plan.objects.owned_by(actor).filter(pk=plan.pk, stopped_at=None).update(stopped_at=now)
    stop_locked(rows, now)
    return bool(stopped)
