"""The newsroom for programs: drafts, and their way to the readers. The same operations as the staff desk, so that four
eyes hold here too; nobody else learns that there is anything here."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import mixins, serializers
from rest_framework.decorators import action
from rest_framework.exceptions import ParseError
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from articles import rules
from articles.api.newsroom_json import LARGEST, DraftSent, refuse_hostile
from articles.api.newsroom_told import DraftRow, DraftTold, told_faults
from articles.models import Article
from articles.operations import publishing, remote, schedule, workflow
from articles.operations.drafts import blocks_in, draft_of, with_drafts
from articles.operations.workflow import NotReady
from portal.accounts.staff import has_second_step
from portal.core.paging import KeysetPagination
from portal.core.parsers import asked
from portal.core.problems import problem

UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
FREELY = {"send-back", "unschedule", "retire"}
"""What takes words away from readers never waits for anybody to read them again."""
Verb = Callable[[Article], Any]
SEEN = OpenApiParameter(
    "If-Match", OpenApiTypes.STR, OpenApiParameter.HEADER, description="The ETag, or `seen` in the body instead."
)
WORDS = {
    "language": "en", "slug": "sleeping-with-back-pain", "title": "Sleeping with back pain",
    "lead": "For nights that are long.", "topics": ["back-pain"], "art": "path", "minutes": None, "position": 100,
    "sample": False,
    "blocks": [{"kind": "text", "data": {"heading": "Lying down", "html": "<p>Try a pillow.</p>"}}],
}  # fmt: skip


class ForTheNewsroom(BasePermission):
    """Editors and clinical reviewers who may open the staff desk; to everybody else there is nothing here."""

    def has_permission(self, request: Request, view: Any) -> bool:
        user: Any = request.user
        works_here = rules.may_edit(user) or rules.may_review(user)
        if not (works_here and user.is_active and (settings.DEMO or has_second_step(user.pk))):
            raise Http404
        return True


class LastEdited(KeysetPagination):
    ordering = ("-edited_at", "-pk")
    max_page_size = 50


class ReplaceSent(DraftSent):
    seen = serializers.CharField(required=False, allow_blank=True, max_length=160)


class ActSent(serializers.Serializer[Any]):
    """`comment` is the note that readers see where it publishes. `at` is for scheduling, `to` for retiring."""

    seen = serializers.CharField(required=False, allow_blank=True, max_length=160)
    comment = serializers.CharField(required=False, default="", allow_blank=True, max_length=2000)
    at = serializers.DateTimeField(required=False, allow_null=True, default=None)
    to = serializers.UUIDField(required=False, allow_null=True, default=None, help_text="What readers see instead.")


@extend_schema_view(
    list=extend_schema(
        parameters=[OpenApiParameter(name, str) for name in ("stage", "state", "language")],
        responses=DraftRow(many=True),
    ),
    retrieve=extend_schema(responses=DraftTold),
)
class NewsroomViewSet(mixins.ListModelMixin, GenericViewSet[Article]):
    """Drafts for editors and clinical reviewers. To everybody else this address does not exist."""

    serializer_class = DraftRow
    permission_classes = (ForTheNewsroom,)
    pagination_class = LastEdited
    lookup_value_regex = UUID
    queryset = Article.objects.none()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
            raise ParseError(_("This is more than a guide can be."))
        refuse_hostile(request.data)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Response:
        answer = super().finalize_response(request, response, *args, **kwargs)
        answer["Cache-Control"] = "private, no-store"
        return answer

    def get_queryset(self) -> Any:
        rows = with_drafts(Article.objects.visible_to(self.request.user))
        wanted = {name: asked(self.request, name) for name in ("stage", "state", "language")}
        said = {name: value for name, value in wanted.items() if value}
        return rows.filter(**said) if self.action == "list" else rows

    def article(self, pk: str) -> Article:
        return get_object_or_404(self.get_queryset(), pk=pk)

    def told(self, pk: Any, status: int = 200) -> Response:
        said = DraftTold(self.article(pk)).data
        return Response(said, status=status, headers={"ETag": quote_etag(said["seen"])})

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.told(pk)

    @extend_schema(
        request=DraftSent, responses={201: DraftTold}, examples=[OpenApiExample("A draft", WORDS, request_only=True)]
    )
    def create(self, request: Request) -> Response:
        """Begin a draft. A block that does not hold is named by its place and field: `blocks.0.data.heading`."""
        sent = read(DraftSent(data=request.data, context={"known": {}}))
        draft, ids = sent.draft()
        return self.told(remote.write(actor=request.user, draft=draft, ids=ids).pk, 201)

    @extend_schema(
        parameters=[SEEN],
        request=ReplaceSent,
        responses=DraftTold,
        examples=[OpenApiExample("Other words", {**WORDS, "seen": "4be1…-100-"}, request_only=True)],
    )
    def update(self, request: Request, pk: str) -> Response:
        """Put these words in the place of those you have seen. Blocks keep their ids where you send them. Words that
        changed meanwhile are not overwritten: 412 for If-Match, 409 for `seen`, saying who changed them and naming
        what differs from yours."""
        article = self.article(pk)
        known = {str(block.pk): block.kind for block in blocks_in(article)}
        sent = read(ReplaceSent(data=request.data, context={"known": known}))
        seen = seen_by(request, sent.validated_data.pop("seen", ""))
        if not seen:
            return unseen()
        draft, ids = sent.draft()
        try:
            remote.write(actor=request.user, draft=draft, ids=ids, article=article, seen=seen)
        except remote.Stale as stale:
            return refused(request, stale)
        return self.told(pk)

    @extend_schema(
        parameters=[SEEN, OpenApiParameter("act", str, OpenApiParameter.PATH, enum=[
            "send-to-language-check", "send-to-review", "send-back", "approve", "schedule", "unschedule", "publish",
            "publish-minor", "retire",
        ])],
        request=ActSent,
        responses=DraftTold,
        examples=[OpenApiExample("Approve", {"seen": "4be1…-100-", "comment": "Checked."}, request_only=True)],
    )  # fmt: skip
    @action(detail=True, methods=["post"], url_path="actions/(?P<act>[a-z-]+)", url_name="act", pagination_class=None)
    def act(self, request: Request, pk: str, act: str) -> Response:
        """One act of the newsroom. It needs the words you have seen, save for sending back, taking off the schedule
        and retiring. What a rule forbids answers 409, what is not yours to do 403."""
        article = self.article(pk)
        sent = ActSent(data=request.data)
        sent.is_valid(raise_exception=True)
        verb = self.verbs(request.user, sent.validated_data).get(act)
        if verb is None:
            raise Http404
        seen = seen_by(request, sent.validated_data.get("seen", ""))
        if not seen and act not in FREELY:
            return unseen()
        try:
            remote.act(article=article, seen=seen, verb=verb)
        except remote.Stale as stale:
            return refused(request, stale)
        except NotReady as error:
            return problem(409, error.code, error.message, faults=told_faults(error.faults))
        return self.told(pk)

    def verbs(self, user: Any, given: dict[str, Any]) -> dict[str, Verb]:
        """Each act by its name, as the staff desk does it."""
        comment = given["comment"]
        said = {"actor": user, "comment": comment}
        return {
            "send-to-language-check": lambda one: workflow.send_to_language_check(article=one, **said),
            "send-to-review": lambda one: workflow.send_to_review(article=one, **said),
            "send-back": lambda one: workflow.send_back(article=one, **said),
            "approve": lambda one: workflow.approve(article=one, seen=draft_of(one).digest, **said),
            "schedule": lambda one: schedule.schedule(article=one, at=needed(given["at"]), **said),
            "unschedule": lambda one: schedule.unschedule(article=one, **said),
            "publish": lambda one: publishing.publish(actor=user, article=one, note=comment),
            "publish-minor": lambda one: publishing.publish_minor(actor=user, article=one, note=comment),
            "retire": lambda one: publishing.retire(article=one, to=self.instead(given["to"]), **said),
        }

    def instead(self, pk: Any) -> Article | None:
        if pk is None:
            return None
        found = Article.objects.visible_to(self.request.user).published().filter(pk=pk).first()
        if found is None:
            raise serializers.ValidationError({"to": [_("There is no such published guide.")]})
        return found


def read(sent: Any) -> Any:
    sent.is_valid(raise_exception=True)
    return sent


def needed(at: Any) -> Any:
    if at is None:
        raise serializers.ValidationError({"at": [_("Say when.")]}, code="required")
    return at


def seen_by(request: Request, told: str) -> str:
    """What they have seen: the tag in the header, or the word in the body."""
    return request.headers.get("If-Match", "").strip().removeprefix("W/").strip('"') or told


def unseen() -> Response:
    words = _("Say which words you have seen: the ETag in If-Match, or “seen”.")
    return problem(428, "unseen", words, fields={"seen": [{"code": "required", "message": words}]})


def refused(request: Request, stale: remote.Stale) -> Response:
    status = 412 if "If-Match" in request.headers else 409
    return problem(status, stale.code, stale.message, seen=stale.seen, changed=stale.changed)
