"""Reporting, decisions about oneself, and the moderators' queue, for programs: the same doors and operations as the
pages. Nobody learns here who reported, and the person a decision is about never learns who decided."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import mixins, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from portal.core.paging import KeysetPagination
from portal.core.parsers import asked
from portal.moderation import operations
from portal.moderation.api.shapes import (
    CaseDetailSerializer,
    CaseSerializer,
    DecideSerializer,
    DecisionSerializer,
    NewReportSerializer,
    PassSerializer,
    ReportSerializer,
    WordsSerializer,
)
from portal.moderation.models import Case, Decision, Report
from portal.moderation.reads import case_file, scope_called, scopes_of


class ByHarm(KeysetPagination):
    ordering: Any = ("band", "opened_at", "pk")


class NewestClosed(KeysetPagination):
    ordering = ("-closed_at", "-pk")


class LongestWaiting(KeysetPagination):
    ordering = ("opened_at", "pk")


class ReportViewSet(mixins.ListModelMixin, mixins.CreateModelMixin, viewsets.GenericViewSet[Report]):
    """What you reported, and what came of it."""

    serializer_class = ReportSerializer
    pagination_class = KeysetPagination
    permission_classes = [IsAuthenticated]
    queryset = Report.objects.none()

    def get_queryset(self) -> QuerySet[Report]:
        return Report.objects.owned_by(self.request.user).select_related("case").prefetch_related("case__decisions")

    @extend_schema(request=NewReportSerializer, responses={201: ReportSerializer})
    def create(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """Report something you can see. Reporting it twice changes nothing. A copy of what it says now is kept, and
        nobody but the moderators learns of it."""
        given = NewReportSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        said = given.validated_data
        made = operations.report(
            actor=request.user, reportable_key=said["what"], public_id=said["id"], reason=said["reason"],
            words=said["words"],
        )  # fmt: skip
        return Response(ReportSerializer(made).data, status=201)


class DecisionViewSet(viewsets.ReadOnlyModelViewSet[Decision]):
    """What the moderation team decided about what you wrote, or about you."""

    serializer_class = DecisionSerializer
    pagination_class = KeysetPagination
    permission_classes = [IsAuthenticated]
    queryset = Decision.objects.none()

    def get_queryset(self) -> QuerySet[Decision]:
        return Decision.objects.owned_by(self.request.user).select_related("case", "evidence", "author")

    @extend_schema(request=None, responses=DecisionSerializer)
    @action(detail=True, methods=["post"])
    def appeal(self, request: Any, pk: str) -> Response:
        """Ask for another look. Somebody who did not make the decision gives it; asking twice asks once."""
        operations.appeal(actor=request.user, decision=self.get_object())
        return Response(DecisionSerializer(self.get_object()).data)

    @extend_schema(request=WordsSerializer, responses=DecisionSerializer)
    @action(detail=True, methods=["post"])
    def resend(self, request: Any, pk: str) -> Response:
        """Send hidden or removed words again, mended. A moderator reads them before anybody else."""
        decision, given = self.get_object(), WordsSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        operations.resend(actor=request.user, decision=decision, words=given.validated_data["words"])
        return Response(DecisionSerializer(self.get_object()).data)


STATES = ("open", "waiting", "mine", "second", "done")
PART = "Only one part of the site: its key, as the desk has it in its address. Default: all that you look after."


@extend_schema_view(
    list=extend_schema(
        parameters=[
            OpenApiParameter("state", str, enum=list(STATES), description="Default: open."),
            OpenApiParameter("part", str, description=PART),
        ]
    )
)
class CaseViewSet(viewsets.ReadOnlyModelViewSet[Case]):
    """The moderators' queue, most serious first. Words that may be hard to read are in the detail of a case only."""

    pagination_class: Any = ByHarm
    permission_classes = [IsAuthenticated]
    queryset = Case.objects.none()

    def get_serializer_class(self) -> Any:
        return CaseSerializer if self.action == "list" else CaseDetailSerializer

    def get_queryset(self) -> QuerySet[Case]:
        user = self.request.user
        held = scopes_of(user)
        rows = Case.objects.visible_to(user, held).for_queue().select_related("claimed_by", "author", "appeal_of")
        if self.action != "list":
            return rows
        if not held:
            raise PermissionDenied(_("This page is for people who moderate."))
        rows = rows.in_part(scope_called(asked(self.request, "part"), held))
        chosen = {
            "mine": rows.held_by(user), "second": rows.second_look(), "done": rows.exclude(closed_at=None),
            "waiting": rows.waiting_for_reply(),
        }  # fmt: skip
        return chosen.get(asked(self.request, "state"), rows.open())

    @property
    def paginator(self) -> Any:
        orders = {"done": NewestClosed, "waiting": LongestWaiting}
        state = asked(self.request, "state") if self.action == "list" else None
        self.pagination_class = orders.get(state or "", ByHarm)
        return super().paginator

    def answer(self, case: Case) -> Response:
        """The case with its words, which is written into the audit like reading its page."""
        operations.note_reading(actor=self.request.user, case=case)
        file = case_file(case, self.request.user)
        return Response(CaseDetailSerializer(case, context={**self.get_serializer_context(), "file": file}).data)

    @extend_schema(responses=CaseDetailSerializer)
    def retrieve(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        return self.answer(self.get_object())

    @extend_schema(request=None, responses=CaseDetailSerializer)
    @action(detail=True, methods=["post"])
    def claim(self, request: Any, pk: str) -> Response:
        """Take it for twenty minutes. Of two who try at once, one has it and the other gets 409 `claimed`."""
        operations.claim(actor=request.user, case=self.get_object())
        return self.answer(self.get_object())

    @extend_schema(request=None, responses=CaseDetailSerializer)
    @action(detail=True, methods=["post"])
    def release(self, request: Any, pk: str) -> Response:
        """Give it back to the queue."""
        operations.release(actor=request.user, case=self.get_object())
        return self.answer(self.get_object())

    @extend_schema(request=PassSerializer, responses=CaseDetailSerializer)
    @action(detail=True, methods=["post"], url_path="pass")
    def pass_on(self, request: Any, pk: str) -> Response:
        """Pass a case you hold on to somebody of its `may_pass_to`, as you last saw it (`version`), with a line why.
        It is theirs for twenty minutes. 409 `changed` or `claimed` when somebody was quicker."""
        case, given = self.get_object(), PassSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        operations.pass_on(actor=request.user, case=case, **given.validated_data)
        return self.answer(self.get_object())

    @extend_schema(request=DecideSerializer, responses=CaseDetailSerializer)
    @action(detail=True, methods=["post"])
    def decide(self, request: Any, pk: str) -> Response:
        """Decide a case you hold, as you last saw it (`version`). `act` is one of the case's `acts`, or for an appeal
        "uphold" or "overturn". 409 `changed` when somebody was quicker."""
        case, given = self.get_object(), DecideSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        common = {"actor": request.user, "case": case, **given.common()}
        if case.origin == Case.Origin.APPEAL:
            operations.decide_appeal(**common, overturn=given.overturns())
        elif case.origin == Case.Origin.ASKED:
            operations.answer_enquiry(**given.as_answer(common))
        else:
            operations.decide(**common, **given.order())
        return self.answer(self.get_object())
