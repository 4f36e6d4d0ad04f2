"""A case: one thing that somebody, or the screening, asked a moderator to look at."""

import secrets
import uuid
from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from portal.core.reportables import scopes
from portal.moderation.bands import CLOCKS, TOLD, Band, Reason

SITE = "site"
SIGNS = "23456789BCDFGHJKLMNPQRTVWXYZ"  # no vowels and nothing that looks like something else


def case_number() -> str:
    """Random, so that it does not tell how many cases there are."""
    return "C-" + "".join(secrets.choice(SIGNS) for _sign in range(7))


def scopes_of(user: Any) -> list[str]:
    """Which scopes this person looks after; at most one query for each house that has any. Staff who moderate also
    look after what belongs to no group; a role gives no private group away, because no house offers one for it."""
    if not user.is_authenticated or not user.is_active:
        return []
    staff = user.staff_roles
    found = [SITE] if staff.moderates or staff.safeguards else []
    for scope in scopes:
        found.extend(scope.moderated_by(user))
    return found


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, user: Any, held: list[str] | None = None) -> "CaseQuerySet":
        """The door: cases in the scopes this person moderates and, for Safeguarding leads, those that nobody else can
        look at; never one about something they wrote themselves.
        `held` is what `scopes_of` said a moment ago, where a page has asked already."""
        held = scopes_of(user) if held is None else held
        if not held:
            return self.none()
        theirs = Q(scope__in=held)
        if user.staff_roles.safeguards:
            theirs |= Q(with_leads=True)
        return self.filter(theirs).exclude(author=user)

    def open(self) -> "CaseQuerySet":
        return self.filter(closed_at=None)

    def overdue(self) -> "CaseQuerySet":
        """Open, nobody is at it, and a clock ran out of which nobody was told yet: the first time at its due time, the
        second time a whole clock later."""
        now = timezone.now()
        once_more = Q()
        for band, clock in CLOCKS.items():
            once_more |= Q(escalated=1, band=band, escalated_at__lte=now - clock)
        nobody = Q(claimed_by=None) | Q(claim_until__lte=Now())
        return self.open().filter(nobody, Q(escalated=0, due_at__lte=now) | once_more)

    def second_look(self) -> "CaseQuerySet":
        """Open, and somebody would like another pair of eyes."""
        return self.open().filter(second_look_at__isnull=False)

    def waiting_for_reply(self) -> "CaseQuerySet":
        """Open, and the last word was somebody else's: they asked the team, asked for another look at a decision, or
        sent their words again."""
        from portal.moderation.models.decision import Decision

        again = Decision.objects.filter(
            case__reportable=OuterRef("reportable"), case__object_id=OuterRef("object_id"),
            resent_at__gte=OuterRef("opened_at"),
        )  # fmt: skip
        answered = Q(origin__in=[Case.Origin.APPEAL, Case.Origin.ASKED]) | Q(models.Exists(again))
        return self.open().filter(answered)

    def in_part(self, scope: str) -> "CaseQuerySet":
        """Of one part of the site; of all of it without one."""
        return self.filter(scope=scope) if scope else self

    def held_by(self, user: Any) -> "CaseQuerySet":
        return self.open().filter(claimed_by=user, claim_until__gt=Now())

    def by_harm(self) -> "CaseQuerySet":
        return self.order_by("band", "opened_at", "id")

    def for_queue(self) -> "CaseQuerySet":
        """Adds what a row of the queue shows, without reading what anybody wrote."""
        from portal.moderation.models.report import Report

        reports = Report.objects.filter(case=OuterRef("pk")).order_by().values("case")
        return self.select_related("claimed_by").annotate(
            reports_count=models.functions.Coalesce(
                models.Subquery(reports.annotate(number=models.Count("*")).values("number")), 0
            )
        )


class Case(models.Model):
    class Origin(models.TextChoices):
        REPORT = "report", _("Reported")
        FINDING = "finding", _("Found by the screening")
        APPEAL = "appeal", _("Asked for another look")
        ASKED = "asked", _("Asked the team")
        REVIEW = "review", _("Waits to be read first")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=12, unique=True, default=case_number, editable=False)
    reportable = models.CharField(max_length=40)
    object_id = models.CharField(max_length=64)
    scope = models.CharField(max_length=60)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    origin = models.CharField(max_length=8, choices=Origin.choices)
    reason = models.CharField(max_length=12, choices=Reason.choices)
    band = models.PositiveSmallIntegerField(choices=Band.choices)
    opened_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    escalated = models.PositiveSmallIntegerField(default=0, db_default=0)  # 1: all who may look; 2: administrators too
    escalated_at = models.DateTimeField(null=True, blank=True)
    second_look_at = models.DateTimeField(null=True, blank=True)
    second_look_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="claimed_cases"
    )
    claim_until = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    appeal_of = models.OneToOneField(
        "moderation.Decision", models.PROTECT, null=True, blank=True, related_name="appeal_case"
    )
    not_for = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    with_leads = models.BooleanField(_("with the Safeguarding leads"), default=False)  # nobody else can look at it
    head_sealed = SealedColumn(null=True)
    head = Sealed("head_sealed", purpose="safety")  # {"title", "excerpt", "place"}: what the queue shows

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["band", "opened_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["reportable", "object_id"],
                condition=Q(closed_at=None) & ~Q(origin="appeal"),
                name="case_open_once_per_thing",
            ),
            models.CheckConstraint(
                condition=Q(claimed_by=None, claim_until=None) | Q(claimed_by__isnull=False, claim_until__isnull=False),
                name="case_claim_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(origin="appeal", appeal_of__isnull=False, not_for__isnull=False)
                | (~Q(origin="appeal") & Q(appeal_of=None, not_for=None)),
                name="case_appeal_names_its_decision",
            ),
            models.CheckConstraint(condition=Q(band__lte=3), name="case_band_known"),
        ]
        indexes = [
            models.Index(fields=["scope", "band", "opened_at", "id"], condition=Q(closed_at=None), name="case_queue"),
            models.Index(fields=["band", "opened_at", "id"], condition=Q(with_leads=True), name="case_with_leads"),
            models.Index(fields=["reportable", "object_id"], name="case_of_thing"),
            models.Index(fields=["due_at"], condition=Q(closed_at=None, escalated__lt=2), name="case_overdue"),
            models.Index(fields=["claimed_by"], condition=Q(closed_at=None), name="case_claimed"),
            models.Index(fields=["scope", "-closed_at"], condition=Q(closed_at__isnull=False), name="case_done"),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("moderation:case", args=[self.pk])

    reports_count: int  # what `for_queue` adds

    @property
    def band_name(self) -> str:
        return Band(self.band).name.lower()

    @property
    def topic(self) -> Any:
        """The reason in a few words."""
        if self.origin == Case.Origin.ASKED:
            return _("A question to the team")
        return TOLD[Reason(self.reason)]

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_advert(self) -> bool:
        """Reported as selling, so that many may be removed at once. Never an appeal."""
        return self.is_open and self.reason == Reason.SELLING and self.origin != Case.Origin.APPEAL

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.due_at <= timezone.now()

    @property
    def is_disturbing(self) -> bool:
        """Words that are covered until somebody chooses to open them."""
        return self.band <= Band.RED

    @property
    def holder(self) -> Any | None:
        """Whoever has it now; a claim that ran out is nobody's."""
        if self.claimed_by_id is None or self.claim_until is None or self.claim_until <= timezone.now():
            return None
        return self.claimed_by


class CaseNote(models.Model):
    """What moderators tell one another. The person it is about never sees it. One about a person or a thread stands
    beside their next cases in the same part of the site too, until its time is over."""

    class About(models.TextChoices):
        CASE = "case", _("This case")
        PERSON = "person", _("The person, in this part of the site")
        THREAD = "thread", _("The thread")

    KEPT: ClassVar[dict[str, timedelta]] = {
        About.CASE: timedelta(days=365), About.PERSON: timedelta(days=180), About.THREAD: timedelta(days=90)
    }  # fmt: skip

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="notes")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    about = models.CharField(max_length=8, choices=About.choices, default=About.CASE, db_default=About.CASE)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    thread = models.CharField(max_length=64, blank=True, default="", db_default="")
    keep_until = models.DateTimeField(null=True, blank=True)
    text_sealed = SealedColumn()
    text = Sealed("text_sealed", purpose="safety")

    class Meta:
        verbose_name = _("note on a case")
        verbose_name_plural = _("notes on cases")
        ordering = ["created_at", "id"]
        indexes = [
            models.Index(fields=["person"], condition=Q(about="person"), name="note_on_person"),
            models.Index(fields=["thread"], condition=Q(about="thread"), name="note_on_thread"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
