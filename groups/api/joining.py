"""Coming into groups, inviting others and giving roles, for programs."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from groups import rules
from groups.models import Invitation, JoinRequest, Membership, SupportGroup, Waiting
from groups.operations import cohorts, invitations, join_requests, memberships
from groups.operations.roles import give_role
from groups.reads.invitations import invitations_of
from groups.reads.people import people_of


class JoinSerializer(serializers.Serializer[Any]):
    agreed = serializers.BooleanField(default=False, help_text="Agree to the group's rules.")
    answers = serializers.ListField(
        child=serializers.CharField(max_length=2000, allow_blank=True), max_length=5, default=list,
        help_text="Where a moderator lets people in: answers to the group's questions, in their order.",
    )  # fmt: skip


class StandingSerializer(serializers.Serializer[Any]):
    """`standing`: member, asked, waiting (for a place of a cohort), offered (a place is kept for you) or none."""

    standing = serializers.ChoiceField(choices=["member", "asked", "waiting", "offered", "none"])


class PersonSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="uuid", read_only=True)
    name = serializers.CharField(source="user.display_name", read_only=True)
    role = serializers.CharField(read_only=True)
    is_carer = serializers.BooleanField(source="user.is_carer", read_only=True)
    is_verified_clinician = serializers.BooleanField(source="clinician", read_only=True)
    about = serializers.CharField(source="said", read_only=True)


class PeopleSerializer(serializers.Serializer[Any]):
    people = PersonSerializer(many=True, source="rows")
    after = serializers.CharField(source="further", help_text="Where the next page begins; empty at the end.")


class RoleSerializer(serializers.Serializer[Any]):
    person = serializers.UUIDField(help_text="The id of somebody in the list of people.")
    role = serializers.ChoiceField(choices=Membership.Role.choices)


class NewInvitationSerializer(serializers.Serializer[Any]):
    """With `email` a mail to one person; without it a link for `most` people and `days` days."""

    email = serializers.EmailField(required=False)
    days = serializers.IntegerField(min_value=1, max_value=30, default=7)
    most = serializers.IntegerField(min_value=1, max_value=100, default=1)


class InvitationSerializer(serializers.ModelSerializer[Invitation]):
    url = serializers.CharField(read_only=True, help_text="What to give away; empty for mails and for what is over.")
    is_good = serializers.BooleanField(read_only=True)

    class Meta:
        model = Invitation
        fields = ["id", "by_mail", "url", "most", "used", "created_at", "expires_at", "is_good"]


class RevokeSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()


class JoinActs:
    """What people do with a group as a whole. It comes through the viewer's door first."""

    request: Any
    get_object: Any

    def _given(self, shape: type[serializers.Serializer[Any]], request: Any) -> dict[str, Any]:
        sent = shape(data=request.data)
        sent.is_valid(raise_exception=True)
        return dict(sent.validated_data)

    def _standing(self, group: SupportGroup) -> Response:
        return Response({"standing": standing_of(self.request.user, group)})

    @extend_schema(request=JoinSerializer, responses=StandingSerializer)
    @action(detail=True, methods=["post"])
    def join(self, request: Any, slug: str) -> Response:
        """Come in, or ask the moderators where they let people in. A full cohort answers 409 with the code `full`."""
        group = self.get_object()
        given = self._given(JoinSerializer, request)
        asks = group.join_by == SupportGroup.Entry.REQUEST
        if asks and standing_of(request.user, group) in {"none", "asked"}:
            join_requests.request_to_join(
                actor=request.user, group=group, answers=given["answers"], agreed=given["agreed"]
            )
        else:
            memberships.join(actor=request.user, group=group, agreed=given["agreed"])
        return self._standing(group)

    @extend_schema(request=None, responses=StandingSerializer)
    @action(detail=True, methods=["post"])
    def leave(self, request: Any, slug: str) -> Response:
        """Leave, take an open request back, and stand in no line any more. Doing it twice changes nothing."""
        group = self.get_object()
        memberships.leave(actor=request.user, group=group)
        cohorts.stop_waiting(actor=request.user, group=group)
        for asked in JoinRequest.objects.visible_to(request.user).open().filter(group=group, user=request.user):
            join_requests.withdraw_request(actor=request.user, request=asked)
        return Response({"standing": "none"})

    @extend_schema(request=None, responses=StandingSerializer)
    @action(detail=True, methods=["post"])
    def wait(self, request: Any, slug: str) -> Response:
        """Stand in line for a place in a cohort that is full."""
        group = self.get_object()
        cohorts.wait_for_place(actor=request.user, group=group)
        return self._standing(group)

    @extend_schema(responses=PeopleSerializer)
    @action(detail=True, methods=["get"])
    def people(self, request: Any, slug: str) -> Response:
        """Who belongs, as far as you may see it; the next page begins at `after`."""
        group = self.get_object()
        mine = Membership.objects.owned_by(request.user).filter(group=group).first()
        if not rules.can_see_members(request.user, mine, group):
            raise PermissionDenied(_("Who belongs to this group is not shown to you."))
        after = request.query_params.get("after", "").replace("\x00", "")[:200]
        page = people_of(request.user, group, after=after, moderates=rules.moderates_group(mine, group))
        return Response(PeopleSerializer(page).data)

    @extend_schema(request=RoleSerializer, responses={204: None})
    @action(detail=True, methods=["post"])
    def role(self, request: Any, slug: str) -> Response:
        """Give somebody a role in the group. They are told."""
        group = self.get_object()
        given = self._given(RoleSerializer, request)
        seen = Membership.objects.visible_to(request.user).filter(group=group).select_related("group", "user")
        give_role(actor=request.user, membership=get_object_or_404(seen, uuid=given["person"]), role=given["role"])
        return Response(status=204)

    @extend_schema(methods=["GET"], responses=InvitationSerializer(many=True))
    @extend_schema(methods=["POST"], request=NewInvitationSerializer, responses={201: InvitationSerializer})
    @action(detail=True, methods=["get", "post"], pagination_class=None)
    def invitations(self, request: Any, slug: str) -> Response:
        """The invitations of a group you moderate, the newest first; or a new one."""
        group = self.get_object()
        if request.method == "GET":
            mine = Membership.objects.owned_by(request.user).filter(group=group).first()
            if not rules.moderates_group(mine, group):
                raise PermissionDenied(_("Only moderators of this group invite people."))
            return Response(InvitationSerializer(invitations_of(request.user, group), many=True).data)
        given = self._given(NewInvitationSerializer, request)
        if "email" in given:
            made = invitations.invite_by_mail(actor=request.user, group=group, email=given["email"])
        else:
            made = invitations.invite_by_link(actor=request.user, group=group, days=given["days"], most=given["most"])
        found = next(one for one in invitations_of(request.user, group) if one.pk == made.pk)
        return Response(InvitationSerializer(found).data, status=201)

    @extend_schema(request=RevokeSerializer, responses={204: None})
    @action(detail=True, methods=["post"], url_path="revoke-invitation")
    def revoke_invitation(self, request: Any, slug: str) -> Response:
        """Take an invitation back. Who came in by it stays."""
        group = self.get_object()
        key = self._given(RevokeSerializer, request)["id"]
        seen = Invitation.objects.visible_to(request.user).filter(group=group).select_related("group")
        invitations.revoke_invitation(actor=request.user, invitation=get_object_or_404(seen, pk=key))
        return Response(status=204)


def standing_of(user: Any, group: SupportGroup) -> str:
    """Where this person stands with the group."""
    if Membership.objects.owned_by(user).filter(group=group).exists():
        return "member"
    waiting = Waiting.objects.owned_by(user).open().filter(cohort=group.pk).first()
    if waiting is not None:
        return "offered" if waiting.is_offered else "waiting"
    asked = JoinRequest.objects.visible_to(user).open().filter(group=group, user_id=user.pk)
    return "asked" if asked.exists() else "none"
