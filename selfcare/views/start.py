"""Choosing a plan and starting it."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.safety.reads import country_of, help_lines
from selfcare import operations, rules
from selfcare.due.words import place
from selfcare.forms import StartForm
from selfcare.models import Activity, Plan, PlanTemplateText
from selfcare.preview import previews
from selfcare.reads.plan import ended_choices, running_choices, version_of
from selfcare.reads.why import why_part
from selfcare.texts import in_language

LOOKING = {"show", "add_time"}  # buttons that change the form, not the plan


@require_safe
def template_list(request: HttpRequest) -> HttpResponse:
    """The plans that one may start: public, grouped by what they are about."""
    rows = in_language(PlanTemplateText.objects.filter(template__withdrawn_at=None), get_language() or "en")
    running = set(Plan.objects.owned_by(request.user).filter(stopped_at=None).values_list("template_key", flat=True))
    return render(request, "selfcare/template_list.html", {"texts": list(rows), "running": running})


@require_http_methods(["GET", "HEAD", "POST"])
def start_plan(request: HttpRequest, key: str) -> HttpResponse:
    """What the plan is, its safety questions, when, and a preview. Anybody may read; starting needs an account."""
    rows = in_language(PlanTemplateText.objects.filter(template__withdrawn_at=None), get_language() or "en")
    text = get_object_or_404(rows, template__key=key)
    if request.user.is_authenticated:
        return _form_page(cast(OwnRequest, request), text)
    if request.method == "POST":
        return redirect_to_login(request.path)
    version = version_of(text.template.key, text.template.version)
    context = {"text": text, "version": version, "why": why_part(request.user, text)}
    return render(request, "selfcare/template.html", context)


def _form_page(request: OwnRequest, text: PlanTemplateText) -> HttpResponse:
    old = running(request, text) if "renew" in request.GET or "renew" in request.POST else None
    again = running_choices(old) if old else None
    if old is None and "again" in request.GET:
        again = ended_choices(request.user, text.template.key)
    form = StartForm(request.POST if request.method == "POST" else None, text=text, again=again)
    form.another_time(request.POST.get("add_time", ""))
    if not LOOKING & set(request.POST) and form.is_valid() and (plan := _start(request, form)):
        return redirect("selfcare:running_plan", plan.pk)
    return _page(request, form)


def _start(request: OwnRequest, form: StartForm) -> Plan | None:
    """The new plan, or nothing when a rule said no beside a field."""
    told: dict[str, Any] = {
        "actor": request.user, "template": form.text.template, "words": form.text, "answers": form.answers,
        "choices": form.choices(),
    }  # fmt: skip
    old = running(request, form.text) if "renew" in request.POST else None
    try:
        plan = operations.renew_plan(plan=old, **told) if old else operations.start_plan(**told)
    except RuleViolation as no:
        form.refuse(no)
        return None
    if not plan.is_held:
        messages.success(request, _begun(plan))
    return plan


def _begun(plan: Plan) -> str:
    """That it has started, and where a rest of the whole plan holds, that it rests."""
    rows = Activity.objects.owned_by(plan.owner).filter(plan=plan)
    if any(row.is_resting(timezone.now()) for row in rows):
        return _("Your plan has started, and some of it rests for now. “Your rests” in your week says why.")
    return _("Your plan has started. Skipping is always fine.")


def running(request: OwnRequest, text: PlanTemplateText) -> Plan | None:
    return Plan.objects.owned_by(request.user).filter(template_key=text.template.key, stopped_at=None).first()


def _of_the_template(request: OwnRequest, text: PlanTemplateText) -> dict[str, Any]:
    """Who wrote it, why it may help, and what the person had chosen the last time."""
    template = text.template
    return {
        "version": version_of(template.key, template.version),
        "why": why_part(request.user, text),
        "ended": ended_choices(request.user, template.key),
    }


def _page(request: OwnRequest, form: StartForm) -> HttpResponse:
    """Whoever only looks is not told yet which questions are still open. A dangerous answer leads to help first,
    whatever else is wrong with the form."""
    if form.is_bound:
        form.is_valid()
    shown = previews(form, request.user)
    if LOOKING & set(request.POST):
        form.leave_gate_open()
    level = rules.danger(form.text.template.gate, form.answered)
    context = {
        **_of_the_template(request, form.text),
        "form": form,
        "text": form.text,
        "previews": shown,
        "place": place(request.user.time_zone),
        "running": running(request, form.text),
        "renews": "renew" in request.GET or "renew" in request.POST,
        "level": level,
        "lines": help_lines(country_of(request)) if level else None,
    }
    return render(request, "selfcare/start_plan.html", context)
