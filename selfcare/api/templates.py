"""Plan templates for programs: what one can start, and when it would be due."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from articles.pointing import Part, parts_at
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from selfcare import operations
from selfcare.api.today import OwnRequest
from selfcare.drafts import WHEN_IN_THE_DAY, Choice, draft
from selfcare.due import rhythms
from selfcare.due.words import next_times, schedule_words
from selfcare.models import Plan, PlanTemplateText
from selfcare.steps import Step, steps_of
from selfcare.texts import in_language

KEY = OpenApiParameter("id", str, OpenApiParameter.PATH, description="The key of a template.")
SAYABLE = {"times", "spread", "every_minutes", "window", "weekdays"}


def steps_told(said: Mapping[str, Any]) -> list[dict[str, str]]:
    """Each step with its words. `image` is the address of what it looks like, a picture or one of our drawings in an
    SVG file of symbols; `alt` says it in words. Both may be empty."""
    return [{"words": step.words, "image": _image(step), "alt": step.alt} for step in steps_of(said)]


def _image(step: Step) -> str:
    if step.drawing:
        return f"{static('selfcare/figures.svg')}#{step.drawing}"
    return reverse("selfcare:step_picture", args=[step.picture]) if step.picture else ""


def template_of(text: PlanTemplateText, parts: Mapping[str, Part]) -> dict[str, Any]:
    """A template with its words; `safe` answers are not told, so that nobody answers by them."""
    part = parts.get(text.more_url)
    asked = [{"key": one["key"], **text.gate_words.get(one["key"], {})} for one in text.template.gate]
    made = [
        {**one, **text.activity_words.get(one["key"], {}), "steps": steps_told(text.activity_words.get(one["key"], {}))}
        for one in text.template.activities
    ]
    return {
        "key": text.template.key, "version": text.template.version, "kind": text.template.kind, "title": text.title,
        "summary": text.summary, "dose": text.dose, "how": text.how, "why": text.why, "stop_rule": text.stop_rule,
        "why_part": part and asdict(part), "questions": asked, "activities": made,
    }  # fmt: skip


class PartSerializer(serializers.Serializer):
    """A part of a published guide, or with an empty heading the whole of it."""

    url = serializers.CharField()
    title = serializers.CharField()
    heading = serializers.CharField()


class TemplateSerializer(serializers.Serializer):
    """`questions` are answered "no", "yes" or "unsure"; `activities` hold their words and their rhythm. `why_part`: the
    part of a guide that says why."""

    key = serializers.CharField()
    version = serializers.IntegerField()
    kind = serializers.CharField()
    title = serializers.CharField()
    summary = serializers.CharField()
    dose = serializers.CharField()
    how = serializers.CharField()
    why = serializers.CharField()
    why_part = PartSerializer(allow_null=True)
    stop_rule = serializers.CharField()
    questions = serializers.ListField(child=serializers.DictField())
    activities = serializers.ListField(child=serializers.DictField())


class TimeSerializer(serializers.Serializer):
    at = serializers.DateTimeField()
    words = serializers.CharField()


class NextTimesSerializer(serializers.Serializer):
    """One activity of a template: its times in words, and the next three of them."""

    activity = serializers.SlugField()
    words = serializers.CharField()
    next = TimeSerializer(many=True)


class WhenSerializer(serializers.Serializer):
    """`rhythms`: by an activity's key, its times in the words of selfcare/due/rhythms.py: `{"times": ["09:00"]}`,
    `{"spread": 6, "window": ["08:00", "20:00"]}` or `{"every_minutes": 90, "window": [...]}`, and `weekdays`. What is
    left out stays as the template has it."""

    rhythms = serializers.DictField(child=serializers.DictField(), required=False)


def chosen_rhythms(
    text: PlanTemplateText, rhythms_said: Mapping[str, Any], had: Mapping[str, Choice]
) -> dict[str, Choice]:
    """Choices for the activities that something was said about. Raises RuleViolation for an activity that the template
    does not have, and for a rhythm that cannot be read."""
    keys, found = {spec["key"] for spec in text.template.activities}, {}
    for key, said in rhythms_said.items():
        if key not in keys or not said or set(said) - SAYABLE:
            raise RuleViolation(_("This cannot be read"), code="unread", field=f"rhythms.{key}")
        columns = rhythms.columns(said)
        rhythm = {name: value for name, value in columns.items() if name in WHEN_IN_THE_DAY}
        choice = replace(had.get(key, Choice()), rhythm=rhythm or None)
        found[key] = replace(choice, weekdays=columns["weekdays"], days=None) if "weekdays" in said else choice
    return found


class PlanTemplateViewSet(ViewSet):
    """What one can start. The answers to a template's questions are "no", "yes" or "unsure"."""

    permission_classes = [IsAuthenticated]

    def _rows(self) -> Any:
        return in_language(PlanTemplateText.objects.filter(template__withdrawn_at=None), get_language() or "en")

    @extend_schema(responses=TemplateSerializer(many=True))
    def list(self, request: Request) -> Response:
        rows = list(self._rows())
        parts = parts_at(request.user, [text.more_url for text in rows])
        return Response([template_of(text, parts) for text in rows])

    @extend_schema(parameters=[KEY], responses=TemplateSerializer)
    def retrieve(self, request: Request, pk: str) -> Response:
        text = get_object_or_404(self._rows(), template__key=pk)
        return Response(template_of(text, parts_at(request.user, [text.more_url])))

    @extend_schema(parameters=[KEY], request=WhenSerializer, responses=NextTimesSerializer(many=True))
    @action(detail=True, methods=["post"], url_path="next-times")
    def next_times(self, request: OwnRequest, pk: str) -> Response:
        """The next three times of each activity as it would be. Nothing is started, and no question is asked."""
        text = get_object_or_404(self._rows(), template__key=pk)
        data = WhenSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        chosen = chosen_rhythms(text, data.validated_data.get("rhythms", {}), {})
        now, zone = handrail_now(), request.user.time_zone
        plan, told = Plan(owner=request.user, template_key=text.template.key, started_at=now), []
        for spec in text.template.activities:
            one = draft(plan, spec, text, chosen.get(spec["key"], Choice()), now)
            operations.must_make_sense(one)
            times = [{"at": at.isoformat(), "words": words} for at, words in next_times(one, zone, now)]
            told.append({"activity": spec["key"], "words": schedule_words(one), "next": times})
        return Response(told)
