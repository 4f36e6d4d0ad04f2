"""The settings of a group, for programs of those who look after it: the same rules as the pages."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from groups.circle import circle_of, what_an_outsider_finds
from groups.models import Membership, SupportGroup
from groups.operations.groups import LONGEST_RULES, publish_rules
from groups.operations.settings import change_settings
from groups.reads.about import rules_of
from groups.rules import looks_after


class SettingsSerializer(serializers.ModelSerializer[SupportGroup]):
    """`outsider` says in sentences what somebody who does not belong finds. Leave out what stays."""

    outsider = serializers.SerializerMethodField()

    class Meta:
        model = SupportGroup
        fields = [
            "slug", "name", "summary", "description", "known_to", "members_seen_by", "read_by", "join_by",
            "join_question", "answer_within", "staffed_hours", "staffed_zone", "allows_pictures", "allows_other_names",
            "outsider",
        ]  # fmt: skip
        read_only_fields = ["slug"]

    def get_outsider(self, group: SupportGroup) -> list[str]:
        return [str(line) for line in what_an_outsider_finds(circle_of(group))]


class RulesSerializer(serializers.Serializer[Any]):
    text = serializers.CharField(max_length=LONGEST_RULES, help_text="One rule on a line.")
    is_material = serializers.BooleanField(default=True, help_text="Ask everybody again before their next post.")
    version = serializers.IntegerField(read_only=True)


class SettingsActs:
    """Reading and changing them. The group comes through the viewer's door first."""

    request: Any
    get_object: Any

    def _looked_after(self) -> SupportGroup:
        group: SupportGroup = self.get_object()
        mine = Membership.objects.owned_by(self.request.user).filter(group=group).first()
        if not looks_after(mine, group):
            raise PermissionDenied(_("Only those who look after this group see its settings."))
        return group

    @extend_schema(methods=["GET"], responses=SettingsSerializer)
    @extend_schema(methods=["PATCH"], request=SettingsSerializer(partial=True), responses=SettingsSerializer)
    @action(detail=True, methods=["get", "patch"], url_path="settings", url_name="settings")
    def change_settings(self, request: Any, slug: str) -> Response:
        """What a group is and who it is for. A circle that has begun can become smaller, never wider: 409 `too_wide`.
        A group that not everyone may know any more gets a new slug."""
        group = self._looked_after()
        if request.method == "PATCH":
            sent = SettingsSerializer(group, data=request.data, partial=True)
            sent.is_valid(raise_exception=True)
            change_settings(actor=request.user, group=group, **sent.validated_data)
            group.refresh_from_db()
        return Response(SettingsSerializer(group).data)

    @extend_schema(methods=["GET"], responses=RulesSerializer)
    @extend_schema(methods=["POST"], request=RulesSerializer, responses=RulesSerializer)
    @action(detail=True, methods=["get", "post"], url_path="ground-rules", url_name="ground-rules")
    def ground_rules(self, request: Any, slug: str) -> Response:
        """The newest ground rules of a group; or a new version, by its moderators."""
        group: SupportGroup = self.get_object()
        if request.method == "POST":
            sent = RulesSerializer(data=request.data)
            sent.is_valid(raise_exception=True)
            found: Any = publish_rules(actor=request.user, group=group, **sent.validated_data)
        else:
            found = rules_of(group)
        return Response(RulesSerializer(found or {"text": "", "is_material": False, "version": 0}).data)
