"""What a person drank on a day, against what they aim for or may drink at most."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from portal.accounts.models import User
from portal.core.local_time import zone_of
from selfcare import rules
from selfcare.amounts import cups_words, in_cups, may_ask, of_prompt
from selfcare.due.schedule import day_span
from selfcare.models import Aim, WaterLog
from selfcare.models.water import CUP_ML
from selfcare.treatment import treated_on


@dataclass(frozen=True, slots=True)
class Water:
    """`aim` counts cups as large as the person's own. `on` is how much of the ring is brass; it stays full past the
    aim. `last` is the newest drink of the day."""

    ml: int
    aim: int
    limited: bool
    cup_ml: int = CUP_ML
    last: UUID | None = None

    @property
    def cups(self) -> str:
        return cups_words(self.ml, self.cup_ml)

    @property
    def in_cups(self) -> float:
        return in_cups(self.ml, self.cup_ml)

    @property
    def aim_ml(self) -> int:
        return self.aim * self.cup_ml

    @property
    def on(self) -> str:
        return f"{min(self.in_cups, self.aim):.1f}"

    @property
    def is_full(self) -> bool:
        """Nothing more is asked for."""
        return self.ml >= self.aim_ml or not self.asked(CUP_ML)

    def usual(self, ml: int | None) -> int:
        """What a prompt with this amount in its plan is about."""
        return of_prompt(ml, self.cup_ml)

    def asked(self, ml: int | None) -> int:
        """How much of that it may ask for now: 0 where a limit leaves nothing."""
        return may_ask(self.usual(ml), drunk=self.ml, target=self.aim_ml, limited=self.limited)


def aim_of(user: User) -> Aim:
    """A person's own, or the usual one. One query."""
    return Aim.objects.owned_by(user).first() or Aim(owner=user)


def water_today(user: User, now: datetime | None = None, aim: Aim | None = None) -> Water:
    """The day in which this moment lies. Two queries; three where a team set an amount for treatment days."""
    zone = zone_of(user.time_zone)
    day = (now or timezone.now()).astimezone(zone).date()
    start, end = day_span(day, zone)
    drinks = list(WaterLog.objects.owned_by(user).filter(at__gte=start, at__lt=end).values_list("pk", "ml"))
    aim = aim or aim_of(user)
    treatment = bool(aim.treatment_cups) and (user.pk, day) in treated_on([user.pk], [day])
    return Water(
        ml=sum(ml for _pk, ml in drinks),
        aim=rules.cups_on(aim, treatment=treatment),
        limited=bool(aim.limited),
        cup_ml=aim.cup_ml,
        last=drinks[0][0] if drinks else None,
    )
