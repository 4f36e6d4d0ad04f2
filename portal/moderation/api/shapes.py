"""The shapes of moderation in the API."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import serializers

from portal.moderation import rules
from portal.moderation.bands import Reason
from portal.moderation.forms.asked_fields import LONGEST_WORDS
from portal.moderation.forms.asked_fields import NAMES as ASKED
from portal.moderation.ladder import DAYS, LASTS, Step
from portal.moderation.models import Case, Decision, Report
from portal.moderation.models.decision import NO_ACTION, OVERTURN, UPHOLD
from portal.moderation.operations.passing import LONGEST as LONGEST_LINE
from portal.moderation.operations.reports import LONGEST_WORDS as LONGEST_REPORT
from portal.moderation.reads import outcome_of, who_may_take
from portal.moderation.words import act_label, told_reason, why_sentence


class NewReportSerializer(serializers.Serializer[Any]):
    what = serializers.CharField(max_length=40, help_text='The kind of thing, for example "groups.post".')
    id = serializers.CharField(max_length=64)
    reason = serializers.ChoiceField(choices=Reason.choices)
    words = serializers.CharField(max_length=LONGEST_REPORT, required=False, default="", allow_blank=True)


class ReportSerializer(serializers.ModelSerializer[Report]):
    case = serializers.CharField(source="case.number", read_only=True)
    outcome = serializers.SerializerMethodField()

    class Meta:
        model = Report
        fields = ["id", "case", "reason", "created_at", "outcome"]

    def get_outcome(self, report: Report) -> str | None:
        """Null while nobody has looked; then "acted" or "left"."""
        return outcome_of(report)


class DecisionSerializer(serializers.ModelSerializer[Decision]):
    """`your_words` are what was decided about, for you alone."""

    case = serializers.CharField(source="case.number", read_only=True)
    what = serializers.SerializerMethodField()
    why = serializers.SerializerMethodField()
    message = serializers.CharField(read_only=True, allow_null=True)
    your_words = serializers.SerializerMethodField()
    may_appeal = serializers.SerializerMethodField()
    may_resend = serializers.SerializerMethodField()

    class Meta:
        model = Decision
        fields = [
            "id", "case", "act", "what", "reason", "why", "message", "your_words", "created_at", "expires_at",
            "undone_at", "resent_at", "may_appeal", "may_resend",
        ]  # fmt: skip

    def get_what(self, decision: Decision) -> str:
        return str(act_label(decision.case.reportable, decision.act))

    def get_why(self, decision: Decision) -> str:
        return f"{told_reason(decision.reason)}. {why_sentence(decision.reason)}"

    def get_your_words(self, decision: Decision) -> str | None:
        payload = decision.evidence.payload if decision.evidence and not decision.is_step else None
        return payload["text"] if payload else None

    def get_may_appeal(self, decision: Decision) -> bool:
        return rules.can_appeal(decision.author, decision)

    def get_may_resend(self, decision: Decision) -> bool:
        return rules.can_resend(decision.author, decision)


class WordsSerializer(serializers.Serializer[Any]):
    words = serializers.CharField(max_length=LONGEST_WORDS)


class CaseSerializer(serializers.ModelSerializer[Case]):
    """A row of the queue. `excerpt` is null where the words may be hard to read."""

    band = serializers.CharField(source="band_name", read_only=True)
    place = serializers.SerializerMethodField()
    excerpt = serializers.SerializerMethodField()
    holder = serializers.SerializerMethodField()
    reports = serializers.IntegerField(source="reports_count", read_only=True)
    wants_second_look = serializers.SerializerMethodField()

    class Meta:
        model = Case
        fields = [
            "id", "number", "band", "reason", "origin", "place", "excerpt", "opened_at", "due_at", "closed_at",
            "holder", "claim_until", "reports", "wants_second_look", "version",
        ]  # fmt: skip

    def get_place(self, case: Case) -> str:
        return (case.head or {}).get("place", "")

    def get_excerpt(self, case: Case) -> str | None:
        return None if case.is_disturbing else (case.head or {}).get("excerpt")

    def get_holder(self, case: Case) -> str | None:
        return case.holder.display_name if case.holder else None

    def get_wants_second_look(self, case: Case) -> bool:
        return case.second_look_at is not None


class CaseDetailSerializer(CaseSerializer):
    """With what was reported, what it says now, and what may be done."""

    reported = serializers.SerializerMethodField()
    says_now = serializers.SerializerMethodField()
    author = serializers.SerializerMethodField()
    may_pass_to = serializers.SerializerMethodField()
    acts = serializers.SerializerMethodField()
    steps = serializers.SerializerMethodField()

    class Meta(CaseSerializer.Meta):
        fields = [*CaseSerializer.Meta.fields, "reported", "says_now", "author", "may_pass_to", "acts", "steps"]

    def get_reported(self, case: Case) -> str | None:
        kept = self.context["file"].kept
        return kept.payload["text"] if kept and kept.payload else None

    def get_says_now(self, case: Case) -> str | None:
        said = self.context["file"].said
        return said.text if said else None

    def get_author(self, case: Case) -> str:
        return self.context["file"].author_name

    def get_may_pass_to(self, case: Case) -> list[str]:
        """Names, for whoever holds the case; else empty."""
        reader = self.context["file"].reader
        if not rules.holds(reader, case):
            return []
        return [one.display_name for one in who_may_take(case) if one.pk != reader.pk]

    def get_acts(self, case: Case) -> list[str]:
        if case.origin == Case.Origin.APPEAL:
            return [UPHOLD, OVERTURN]
        return [NO_ACTION, *(key for key, _label in self.context["file"].acts)]

    def get_steps(self, case: Case) -> list[str]:
        return [key for key, _label in self.context["file"].ladder]


class PassSerializer(serializers.Serializer[Any]):
    to = serializers.CharField(max_length=60, help_text="The name of somebody who may take this case.")
    why = serializers.CharField(max_length=LONGEST_LINE, help_text="Only moderators read it; kept as a note.")
    version = serializers.IntegerField(min_value=0)


class DecideSerializer(serializers.Serializer[Any]):
    act = serializers.CharField(max_length=20, required=False, default=NO_ACTION)
    reason = serializers.ChoiceField(choices=Reason.choices, required=False, default=Reason.OTHER)
    message = serializers.CharField(max_length=4000, required=False, default="", allow_blank=True)
    version = serializers.IntegerField(min_value=0)
    step = serializers.ChoiceField(choices=Step.choices, required=False, allow_blank=True, default="")
    days = serializers.ChoiceField(choices=DAYS, required=False, help_text="Default: the usual time for the step.")
    words = serializers.CharField(max_length=LONGEST_WORDS, required=False)
    thread = serializers.CharField(max_length=16, required=False)
    guide = serializers.CharField(max_length=120, required=False)
    numbers = serializers.CharField(max_length=200, required=False)
    title = serializers.CharField(max_length=140, required=False)

    def common(self) -> dict[str, Any]:
        return {name: self.validated_data[name] for name in ("message", "version")}

    def overturns(self) -> bool:
        act = self.validated_data["act"]
        if act not in {UPHOLD, OVERTURN}:
            raise serializers.ValidationError({"act": [_("Keep the decision or take it back.")]}, code="appeal")
        return bool(act == OVERTURN)

    def as_answer(self, common: dict[str, Any]) -> dict[str, Any]:
        return {**{name: value for name, value in common.items() if name != "message"}, "answer": common["message"]}

    def order(self) -> dict[str, Any]:
        said = self.validated_data
        days = said.get("days") or LASTS.get(said["step"], 0)
        until = timezone.now() + timedelta(days=days) if said["step"] else None
        given = {name: said[name] for name in ASKED if said.get(name)}
        return {"act": said["act"], "reason": said["reason"], "given": given, "step": said["step"], "until": until}
