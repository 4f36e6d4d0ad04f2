"""Trends and the sheet for an appointment, for programs: the figures of the pages, computed in the same place."""

from datetime import timedelta
from io import BytesIO
from typing import Any

from django.http import FileResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from selfcare.api.today import OwnRequest, local_day
from selfcare.forms.appointment import AS_A_RULE, AppointmentForm
from selfcare.paper.files import appointment_pdf, appointment_spreadsheet
from selfcare.paper.sheet import SECTIONS
from selfcare.reads.appointment import Appointment, appointment
from selfcare.reads.diary import SPANS
from selfcare.reads.figures import Figures, figures
from selfcare.series import series

DAYS = OpenApiParameter("days", int, enum=SPANS, default=28, description="How many days, today included.")


class PointSerializer(serializers.Serializer):
    day = serializers.DateField()
    value = serializers.FloatField()


class SeriesSerializer(serializers.Serializer):
    """One line. A day without a record has no point. `key` is "pain:" and a place for the numbers of one place."""

    key = serializers.CharField()
    name = serializers.CharField()
    unit = serializers.CharField()
    points = PointSerializer(many=True)


class CountSerializer(serializers.Serializer):
    key = serializers.CharField()
    name = serializers.CharField()
    entries = serializers.IntegerField()


class TreatmentSerializer(serializers.Serializer):
    day = serializers.DateField()
    keys = serializers.ListField(child=serializers.CharField())


class PegWeekSerializer(serializers.Serializer):
    day = serializers.DateField()
    pain = serializers.IntegerField()
    enjoyment = serializers.IntegerField()
    activity = serializers.IntegerField()
    middle = serializers.FloatField()


class TrendsSerializer(serializers.Serializer):
    """The figures of the page. `worst_range`, `usual_range`: the lowest and the highest day, or null. `aim_cups` is a
    ceiling when `limited` is true. Cups are as large as the person's own, `cup_ml`; what was drunk is kept in ml."""

    first = serializers.DateField()
    last = serializers.DateField()
    entries = serializers.IntegerField()
    nights = serializers.IntegerField(help_text="Nights in which pain woke the person.")
    done = serializers.IntegerField()
    planned = serializers.IntegerField()
    cups_a_day = serializers.FloatField(allow_null=True, help_text="On the middle one of the days with a drink.")
    ml_a_day = serializers.IntegerField(allow_null=True)
    cup_ml = serializers.IntegerField()
    aim_cups = serializers.IntegerField()
    aim_ml = serializers.IntegerField()
    treatment_aim_cups = serializers.IntegerField(
        allow_null=True, help_text="What treatment days are for, where that is another amount and there were some."
    )
    limited = serializers.BooleanField()
    worst_range = serializers.ListField(child=serializers.IntegerField(), allow_null=True)
    usual_range = serializers.ListField(child=serializers.IntegerField(), allow_null=True)
    series = SeriesSerializer(many=True)
    places = CountSerializer(many=True)
    treatments = TreatmentSerializer(many=True)
    peg = PegWeekSerializer(many=True)


def trends_of(shown: Figures) -> dict[str, Any]:
    said, places = series(shown)
    treatments = [{"day": day, "keys": keys} for day, keys in shown.treatments]
    kept = ("first", "last", "entries", "nights", "done", "planned", "cups_a_day", "ml_a_day", "cup_ml",
            "aim_cups", "aim_ml", "treatment_aim_cups", "limited",
            "worst_range", "usual_range", "peg")  # fmt: skip
    more = {"series": said, "places": places, "treatments": treatments}
    return dict(TrendsSerializer({name: getattr(shown, name) for name in kept} | more).data)


class TrendsViewSet(ViewSet):
    """How pain, activity, water and the weekly questions went."""

    permission_classes = [IsAuthenticated]

    @extend_schema(parameters=[DAYS], responses=TrendsSerializer)
    def list(self, request: OwnRequest) -> Response:
        asked = serializers.ChoiceField(choices=list(SPANS)).run_validation(request.query_params.get("days", 28))
        today = local_day(request.user)
        return Response(trends_of(figures(request.user, today - timedelta(days=asked - 1), today)))


class SheetSerializer(serializers.Serializer):
    """From one day to another, a year at most; left out, the last four weeks. `sections` left out: all but the notes,
    which stay private unless they are asked for."""

    first = serializers.DateField(required=False)
    last = serializers.DateField(required=False)
    sections = serializers.ListField(
        child=serializers.ChoiceField(choices=list(SECTIONS)), required=False, allow_empty=False
    )


class RowSerializer(serializers.Serializer):
    name = serializers.CharField()
    value = serializers.CharField()


class SectionSerializer(serializers.Serializer):
    """`rows` are names with values; `lines` stand alone: the person's questions, for instance. `after`: what the lines
    of the drawing mean, and how much more there is."""

    key = serializers.CharField()
    title = serializers.CharField()
    rows = serializers.SerializerMethodField()
    lines = serializers.ListField(child=serializers.CharField())
    after = serializers.ListField(child=serializers.CharField())

    @extend_schema(responses=RowSerializer(many=True))
    def get_rows(self, section: Any) -> list[dict[str, str]]:
        return [{"name": name, "value": value} for name, value in section.rows]


class AppointmentSerializer(serializers.Serializer):
    """Sections that have nothing to say are left out."""

    first = serializers.DateField(source="figures.first")
    last = serializers.DateField(source="figures.last")
    sections = SectionSerializer(many=True)


class OfferedSerializer(serializers.Serializer):
    key = serializers.CharField()
    title = serializers.CharField()
    usual = serializers.BooleanField(help_text="Whether it is on the sheet when nothing is chosen.")


class AppointmentViewSet(ViewSet):
    """For an appointment: a sheet that the person puts together. It is posted, so that no address tells what is on it,
    and nothing of it is kept."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses=OfferedSerializer(many=True))
    def list(self, request: OwnRequest) -> Response:
        """What can be put on the sheet, in its order."""
        return Response([{"key": k, "title": str(title), "usual": k in AS_A_RULE} for k, title in SECTIONS.items()])

    def _made(self, request: OwnRequest) -> Appointment:
        data = SheetSerializer(data=request.data)
        data.is_valid(raise_exception=True)
        today = local_day(request.user)
        asked = {"first": today - timedelta(days=27), "last": today, "sections": AS_A_RULE} | data.validated_data
        form = AppointmentForm(asked, today=today)
        if not form.is_valid():
            raise serializers.ValidationError({name: [str(one) for one in told] for name, told in form.errors.items()})
        said = form.cleaned_data
        return appointment(request.user, said["first"], said["last"], said["sections"])

    @extend_schema(request=SheetSerializer, responses=AppointmentSerializer)
    def create(self, request: OwnRequest) -> Response:
        return Response(AppointmentSerializer(self._made(request)).data)

    @extend_schema(request=SheetSerializer, responses={(200, "application/pdf"): OpenApiResponse(OpenApiTypes.BINARY)})
    @action(detail=False, methods=["post"])
    def pdf(self, request: OwnRequest) -> FileResponse:
        """The same sheet on one page of paper."""
        return _file(appointment_pdf(self._made(request)), "application/pdf", f"handrail-{local_day(request.user)}.pdf")

    @extend_schema(request=SheetSerializer, responses={(200, "text/csv"): OpenApiResponse(OpenApiTypes.STR)})
    @action(detail=False, methods=["post"])
    def csv(self, request: OwnRequest) -> FileResponse:
        """The figures of each day with a record."""
        return _file(
            appointment_spreadsheet(self._made(request)),
            "text/csv; charset=utf-8",
            f"handrail-{local_day(request.user)}.csv",
        )


def _file(content: bytes, kind: str, name: str) -> FileResponse:
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=kind)
