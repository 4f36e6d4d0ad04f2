"""Plans, activities and rests for programs: the same gate, rules and operations as the pages."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from articles.pointing import parts_at
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from selfcare import operations
from selfcare.api.templates import TemplateSerializer, TimeSerializer, WhenSerializer, chosen_rhythms, template_of
from selfcare.api.today import ChangedSerializer, OwnRequest, local_day
from selfcare.drafts import Choice, fresh_activity
from selfcare.due import rhythms
from selfcare.due.words import next_times, schedule_words
from selfcare.models import Activity, Kind, Pause, Plan, PlanTemplateText
from selfcare.reads.plan import ended_choices, is_offered, newer_words, running_choices
from selfcare.shapes import ANSWERS
from selfcare.texts import in_language

ID = OpenApiParameter("id", str, OpenApiParameter.PATH, description="The id of one's own row.")


def own(rows: Any, pk: str) -> Any:
    """A row by its key; what is no key is no row."""
    try:
        key = serializers.UUIDField().run_validation(pk)
    except serializers.ValidationError:
        key = None
    return get_object_or_404(rows, pk=key)


class StartSerializer(WhenSerializer):
    """`answers`: one for each question. `copy`: take the days and times of the plan that was ended last. `activities`:
    only these, by key; left out, all of them. `treatment`, of a plan that follows treatment days: the marks in the
    diary, a cycle of `treatment_every` days, or this once; counted from `treatment_from`, else from the days that a
    copy knows, else from today."""

    template = serializers.SlugField()
    answers = serializers.DictField(child=serializers.ChoiceField(choices=list(ANSWERS)))
    activities = serializers.ListField(child=serializers.SlugField(), required=False, allow_empty=False)
    copy = serializers.BooleanField(default=False)
    treatment = serializers.ChoiceField(choices=["diary", "cycle", "once"], required=False)
    treatment_from = serializers.DateField(required=False)
    treatment_every = serializers.IntegerField(min_value=2, max_value=90, required=False)


class TreatmentDaySerializer(serializers.Serializer):
    """`wanted` false takes the day back."""

    day = serializers.DateField()
    wanted = serializers.BooleanField(default=True)


class RenewSerializer(WhenSerializer):
    """`answers`: one for each question of the newer version. `copy`: keep the days and times of the plan that runs."""

    answers = serializers.DictField(child=serializers.ChoiceField(choices=list(ANSWERS)))
    activities = serializers.ListField(child=serializers.SlugField(), required=False, allow_empty=False)
    copy = serializers.BooleanField(default=True)


class NewerSerializer(serializers.Serializer):
    """`newer`: null when `version`, which this plan has, is the newest. `declined`: the person keeps theirs."""

    version = serializers.IntegerField()
    newer = TemplateSerializer(allow_null=True)
    declined = serializers.BooleanField()


class ClearSerializer(serializers.Serializer):
    """I checked with … on …"""

    checked_with = serializers.CharField(max_length=200)
    checked_on = serializers.DateField(required=False)


class PlanSerializer(serializers.Serializer):
    """`state`: running, lighter, or waiting for the team. `asked_again_at`: when what the team said is asked."""

    id = serializers.UUIDField()
    template = serializers.CharField(source="template_key")
    version = serializers.IntegerField(source="template_version")
    state = serializers.SerializerMethodField()
    started_at = serializers.DateTimeField()
    asked_again_at = serializers.DateTimeField(source="recheck_at", allow_null=True)

    def get_state(self, plan: Plan) -> str:
        return "waiting" if plan.is_held else "lighter" if plan.lightened_at else "running"


class PlanViewSet(ViewSet):
    """A person's own plans that run or wait."""

    permission_classes = [IsAuthenticated]

    def _mine(self, request: OwnRequest) -> Any:
        return Plan.objects.owned_by(request.user).filter(stopped_at=None)

    @extend_schema(responses=PlanSerializer(many=True))
    def list(self, request: OwnRequest) -> Response:
        return Response(PlanSerializer(self._mine(request), many=True).data)

    @extend_schema(parameters=[ID], responses=PlanSerializer)
    def retrieve(self, request: OwnRequest, pk: str) -> Response:
        return Response(PlanSerializer(own(self._mine(request), pk)).data)

    @extend_schema(request=StartSerializer, responses={201: PlanSerializer})
    def create(self, request: OwnRequest) -> Response:
        data = StartSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        said = data.validated_data
        rows = in_language(PlanTemplateText.objects.filter(template__withdrawn_at=None), get_language() or "en")
        text = get_object_or_404(rows, template__key=said["template"])
        plan = operations.start_plan(
            actor=request.user, template=text.template, words=text, answers=said["answers"],
            choices=self._choices(request, text, said),
        )  # fmt: skip
        return Response(PlanSerializer(plan).data, status=status.HTTP_201_CREATED)

    def _choices(self, request: OwnRequest, text: PlanTemplateText, said: dict[str, Any]) -> dict[str, Choice] | None:
        had = ended_choices(request.user, text.template.key) if said["copy"] else {}
        chosen = chosen_rhythms(text, said.get("rhythms", {}), had)
        follows = {name: value for name, value in said.items() if name in ("treatment", "treatment_from")}
        if "treatment_every" in said:
            follows["cycle_length"] = said["treatment_every"]
        if not had and not chosen and not follows and "activities" not in said:
            return None
        wanted = said.get("activities") or list(had) or [spec["key"] for spec in text.template.activities]
        return {key: replace((had | chosen).get(key, Choice()), **follows) for key in wanted}

    @extend_schema(parameters=[ID], responses=NewerSerializer)
    @action(detail=True, methods=["get"])
    def newer(self, request: OwnRequest, pk: str) -> Response:
        """Whether this plan has a newer version, and what it says."""
        mine = own(self._mine(request), pk)
        text = newer_words(mine)
        newer = text and template_of(text, parts_at(request.user, [text.more_url]))
        told = {"version": mine.template_version, "newer": newer,
                "declined": text is not None and not is_offered(mine, text)}  # fmt: skip
        return Response(told)

    @extend_schema(parameters=[ID], request=RenewSerializer, responses={201: PlanSerializer})
    @action(detail=True, methods=["post"])
    def renew(self, request: OwnRequest, pk: str) -> Response:
        """Take the newer version: the old plan ends, and the new one asks its questions afresh."""
        mine = own(self._mine(request), pk)
        data = RenewSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        text, said = newer_words(mine), data.validated_data
        if text is None:
            raise RuleViolation(_("There is no newer version of this plan."), code="no_newer")
        had = running_choices(mine) if said["copy"] else {}
        chosen = chosen_rhythms(text, said.get("rhythms", {}), had)
        wanted = said.get("activities") or [spec["key"] for spec in text.template.activities]
        plan = operations.renew_plan(
            actor=request.user, plan=mine, template=text.template, words=text, answers=said["answers"],
            choices={key: (had | chosen).get(key, Choice()) for key in wanted},
        )  # fmt: skip
        return Response(PlanSerializer(plan).data, status=status.HTTP_201_CREATED)

    @extend_schema(parameters=[ID], request=None, responses=ChangedSerializer)
    @action(detail=True, methods=["post"])
    def decline(self, request: OwnRequest, pk: str) -> Response:
        """Keep the plan as it is: this version is not offered again, a later one is."""
        mine = own(self._mine(request), pk)
        text = newer_words(mine)
        changed = text is not None and operations.decline_version(
            actor=request.user, plan=mine, version=text.template.version
        )
        return Response({"changed": changed})

    @extend_schema(parameters=[ID], request=ClearSerializer, responses=ChangedSerializer)
    @action(detail=True, methods=["post"])
    def clear(self, request: OwnRequest, pk: str) -> Response:
        data = ClearSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        changed = operations.clear_plan(actor=request.user, plan=own(self._mine(request), pk), **data.validated_data)
        return Response({"changed": changed})

    @extend_schema(parameters=[ID], request=TreatmentDaySerializer, responses=ChangedSerializer)
    @action(detail=True, methods=["post"], url_path="treatment-day")
    def treatment_day(self, request: OwnRequest, pk: str) -> Response:
        """Name a treatment day of a plan that follows them, or take one back. The diary's marks are followed anyway."""
        data = TreatmentDaySerializer(data=request.data)
        data.is_valid(raise_exception=True)
        mine = own(self._mine(request), pk)
        changed = operations.expect_treatment(actor=request.user, plan=mine, **data.validated_data)
        return Response({"changed": changed})

    @extend_schema(parameters=[ID], request=None, responses=ChangedSerializer)
    @action(detail=True, methods=["post"])
    def stop(self, request: OwnRequest, pk: str) -> Response:
        mine = own(Plan.objects.owned_by(request.user), pk)
        return Response({"changed": operations.stop_plan(actor=request.user, plan=mine)})


class ActivitySerializer(serializers.Serializer):
    """`rhythm` is written as in docs/operations.md, "When would it ring?"."""

    title = serializers.CharField(max_length=80)
    kind = serializers.ChoiceField(choices=Kind.choices)
    text = serializers.CharField(max_length=400, required=False, allow_blank=True)
    minutes = serializers.IntegerField(min_value=1, max_value=600, required=False, allow_null=True)
    essential = serializers.BooleanField(required=False)
    discreet = serializers.BooleanField(required=False)
    channels = serializers.MultipleChoiceField(choices=["in_app", "email"], required=False)
    rhythm = serializers.DictField()


class InPlanSerializer(ActivitySerializer):
    """With what it means in words, and the next three times at which it does not rest."""

    id = serializers.UUIDField()
    plan = serializers.UUIDField(allow_null=True)
    words = serializers.CharField()
    resting = serializers.BooleanField()
    next = TimeSerializer(many=True)


def activity_of(one: Activity, zone: str, now: datetime) -> dict[str, Any]:
    times = next_times(one, zone, now)
    return {
        "id": str(one.pk), "plan": one.plan_id and str(one.plan_id), "title": one.title, "text": one.text or "",
        "kind": one.kind, "minutes": one.minutes, "essential": one.essential, "discreet": one.discreet,
        "channels": sorted(one.channels), "rhythm": rhythms.written(one), "words": schedule_words(one),
        "resting": one.is_resting(now),
        "next": [{"at": at.isoformat(), "words": words} for at, words in times],
    }  # fmt: skip


class UntilSerializer(serializers.Serializer):
    until = serializers.DateField(required=False, allow_null=True, default=None)


class ActivityViewSet(ViewSet):
    """What is in a person's plan, from plans and of their own."""

    permission_classes = [IsAuthenticated]

    def _mine(self, request: OwnRequest) -> Any:
        return Activity.objects.owned_by(request.user).filter(stopped_at=None).select_related("plan")

    @extend_schema(responses=InPlanSerializer(many=True))
    def list(self, request: OwnRequest) -> Response:
        now, zone = handrail_now(), request.user.time_zone
        return Response([activity_of(one, zone, now) for one in self._mine(request).order_by("id")])

    @extend_schema(parameters=[ID], responses=InPlanSerializer)
    def retrieve(self, request: OwnRequest, pk: str) -> Response:
        return Response(activity_of(own(self._mine(request), pk), request.user.time_zone, handrail_now()))

    def _drafted(self, request: OwnRequest) -> Activity:
        data = ActivitySerializer(data=request.data)
        data.is_valid(raise_exception=True)
        one = fresh_activity(request.user, handrail_now())
        self._write(request, one, data.validated_data)
        return one

    def _write(self, request: OwnRequest, one: Activity, said: dict[str, Any]) -> None:
        words = {name: value for name, value in said.items() if name != "rhythm"}
        if "channels" in words:
            words["channels"] = sorted(words["channels"])
        for name, value in words.items():
            setattr(one, name, value)
        rhythms.need_known(said.get("rhythm", {}))
        rhythms.set_rhythm(one, said.get("rhythm", {}), one.zone(request.user.time_zone))

    @extend_schema(request=ActivitySerializer, responses={201: InPlanSerializer})
    def create(self, request: OwnRequest) -> Response:
        one = operations.add_activity(actor=request.user, activity=self._drafted(request))
        return Response(activity_of(one, request.user.time_zone, handrail_now()), status=status.HTTP_201_CREATED)

    @extend_schema(request=ActivitySerializer, responses=TimeSerializer(many=True))
    @action(detail=False, methods=["post"], url_path="next-times")
    def next_times(self, request: OwnRequest) -> Response:
        """The next three times of what was not saved yet."""
        one = self._drafted(request)
        operations.must_make_sense(one)
        times = next_times(one, request.user.time_zone, handrail_now())
        return Response([{"at": at.isoformat(), "words": words} for at, words in times])

    @extend_schema(parameters=[ID], request=ActivitySerializer(partial=True), responses=InPlanSerializer)
    def partial_update(self, request: OwnRequest, pk: str) -> Response:
        mine = own(self._mine(request), pk)
        data = ActivitySerializer(data=request.data, partial=True)
        data.is_valid(raise_exception=True)
        said = dict(data.validated_data)
        spec = said.pop("rhythm", {})
        rhythms.need_known(spec)
        changes = rhythms.changes(mine, spec, mine.zone(request.user.time_zone))
        if "channels" in said:
            said["channels"] = sorted(said["channels"])
        one = operations.edit_activity(actor=request.user, activity=mine, changes={**said, **changes})
        return Response(activity_of(one, request.user.time_zone, handrail_now()))

    @extend_schema(parameters=[ID], responses={204: None})
    def destroy(self, request: OwnRequest, pk: str) -> Response:
        operations.stop_activity(actor=request.user, activity=own(self._mine(request), pk))
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(parameters=[ID], request=UntilSerializer, responses=ChangedSerializer)
    @action(detail=True, methods=["post"])
    def rest(self, request: OwnRequest, pk: str) -> Response:
        data = UntilSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        mine = own(self._mine(request), pk)
        return Response(
            {"changed": operations.pause_activity(actor=request.user, activity=mine, **data.validated_data)}
        )

    @extend_schema(parameters=[ID], request=None, responses=ChangedSerializer)
    @action(detail=True, methods=["post"])
    def resume(self, request: OwnRequest, pk: str) -> Response:
        mine = own(self._mine(request), pk)
        return Response({"changed": operations.resume_activity(actor=request.user, activity=mine)})


class RestSerializer(serializers.Serializer):
    """From one day to another, both included; without `ends_on` until it is ended. `kind` left out: everything.
    `activity`: this one alone, as its own rest has it. `awake`: what was taken up again during it."""

    id = serializers.UUIDField(read_only=True)
    activity = serializers.UUIDField(source="activity_id", allow_null=True, read_only=True)
    awake = serializers.ListField(child=serializers.UUIDField(), read_only=True)
    variant = serializers.ChoiceField(choices=Pause.Variant.choices, default=Pause.Variant.REST)
    kind = serializers.ChoiceField(choices=Kind.choices, default="", allow_blank=True)
    begins_on = serializers.DateField()
    ends_on = serializers.DateField(required=False, allow_null=True, default=None)
    why = serializers.CharField(max_length=400, default="", allow_blank=True)


class RestViewSet(ViewSet):
    """A person's rests, now and ahead: what rests follows from all of them, and from exercise that is held."""

    permission_classes = [IsAuthenticated]

    def _mine(self, request: OwnRequest) -> Any:
        return Pause.objects.owned_by(request.user).still_on(local_day(request.user))

    @extend_schema(responses=RestSerializer(many=True))
    def list(self, request: OwnRequest) -> Response:
        return Response(RestSerializer(self._mine(request), many=True).data)

    @extend_schema(request=RestSerializer, responses={201: RestSerializer})
    def create(self, request: OwnRequest) -> Response:
        data = RestSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        pause = operations.plan_rest(actor=request.user, **data.validated_data)
        return Response(RestSerializer(pause).data, status=status.HTTP_201_CREATED)

    @extend_schema(parameters=[ID], responses={204: None})
    def destroy(self, request: OwnRequest, pk: str) -> Response:
        operations.end_rest(actor=request.user, pause=own(self._mine(request), pk))
        return Response(status=status.HTTP_204_NO_CONTENT)
