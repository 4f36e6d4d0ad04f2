"""The steps of a template's activities, one line each: words, and beside them a drawing of ours or a picture."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseFormSet, formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.core.pictures import ACCEPT
from selfcare.models import PlanTemplate, PlanTemplateText
from selfcare.operations.steps import add_step_picture, set_steps
from selfcare.steps import DRAWINGS, LONGEST_ALT, LONGEST_STEP, MOST_STEPS, Step, steps_of

SPARE = 2


class StepForm(forms.Form):
    """A line without words is no step. A new picture takes the place of what stood beside the step."""

    words = forms.CharField(
        label=_("What to do"), max_length=LONGEST_STEP, required=False, widget=forms.Textarea({"rows": 2, "cols": 70})
    )
    drawing = forms.ChoiceField(
        label=_("A drawing of ours"), choices=[("", _("None")), *DRAWINGS.items()], required=False
    )
    file = forms.FileField(
        label=_("Or a picture of yours"), required=False, widget=forms.FileInput({"accept": ACCEPT}),
        help_text=_(
            "JPEG, PNG, WebP or GIF, up to 10 MB. It is drawn anew, without the place and time a camera notes."
        ),
    )  # fmt: skip
    picture = forms.CharField(required=False, widget=forms.HiddenInput)
    away = forms.BooleanField(label=_("Take the picture away"), required=False)
    alt = forms.CharField(
        label=_("What it shows, in words"), max_length=LONGEST_ALT, required=False,
        widget=forms.TextInput({"size": 80}),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.shown = self["picture"].value() or ""
        if not self.shown:
            del self.fields["away"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        upload = said.get("file")
        if said.get("away") or upload:
            said["picture"] = ""
        if (said.get("drawing") and (upload or said.get("picture"))) and "drawing" in self.changed_data and not upload:
            said["picture"] = ""
        shows = upload or said.get("drawing") or said.get("picture")
        if shows and not said.get("words"):
            self.add_error("words", _now("Say what to do in this step."))
        if shows and not said.get("alt"):
            self.add_error("alt", _now("Say in words what the picture shows, for whoever cannot see it."))
        if upload and not self.errors:
            try:
                said["picture"], said["drawing"] = add_step_picture(actor=self.actor, raw=upload.read()).key, ""
            except RuleViolation as refusal:
                self.add_error("file", refusal.message)
        return said

    def step(self) -> Step | None:
        said = self.cleaned_data
        if not said.get("words"):
            return None
        shows = bool(said["drawing"] or said["picture"])
        return Step(said["words"].strip(), said["alt"].strip() if shows else "", said["drawing"], said["picture"])


StepFormSet = formset_factory(StepForm, extra=SPARE, max_num=MOST_STEPS, validate_max=True)


def _sets(request: HttpRequest, text: PlanTemplateText) -> list[tuple[str, str, BaseFormSet]]:
    """For each activity its key, its title and its lines."""
    posted = request.method == "POST"
    found = []
    for spec in text.template.activities:
        said = text.activity_words.get(spec["key"], {})
        now = [
            {"words": step.words, "drawing": step.drawing, "picture": step.picture, "alt": step.alt}
            for step in steps_of(said)
        ]
        lines = StepFormSet(
            request.POST if posted else None, request.FILES if posted else None, prefix=spec["key"], initial=now,
            form_kwargs={"actor": request.user},
        )  # fmt: skip
        found.append((spec["key"], said.get("title", spec["key"]), lines))
    return found


def step_pages(staff: Any) -> list[URLPattern]:
    """The address of this page, for the admin of plan templates."""

    def steps(request: HttpRequest, pk: int, language: str) -> HttpResponse:
        template = get_object_or_404(PlanTemplate, pk=pk)
        if not staff.has_change_permission(request, template):
            raise PermissionDenied
        text = get_object_or_404(
            PlanTemplateText.objects.select_related("template"), template=template, language=language
        )
        sets = _sets(request, text)
        valid = [lines.is_valid() for _key, _title, lines in sets]  # each of them, so that all are told at once
        if request.method == "POST" and all(valid):
            told = {key: [step for form in lines if (step := form.step())] for key, _title, lines in sets}
            kept = set_steps(actor=cast(User, request.user), text=text, steps=told)
            said = _now("Version %(n)s is kept.") % {"n": kept.version} if kept else _now("Nothing was changed.")
            messages.success(request, said)
            return redirect("admin:selfcare_plantemplate_change", template.pk)
        context = {**staff.admin_site.each_context(request), "opts": staff.opts, "template": template, "text": text}
        context |= {"sets": sets, "title": _now("Steps and pictures: %(plan)s") % {"plan": text.title}}
        return TemplateResponse(request, "admin/selfcare/plantemplate/steps.html", context)

    page = staff.admin_site.admin_view(steps)
    return [path("<int:pk>/steps/<str:language>/", page, name="selfcare_plantemplate_steps")]
