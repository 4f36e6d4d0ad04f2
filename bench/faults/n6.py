"""N6, nights: people in forty zones through 48 simulated hours in which clocks change. Each local date is told once."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.db import connection

from bench.faults.crowd import LOOP
from bench.faults.judge import accepted, read_log
from bench.faults.plans import activity_of, people_with_consent, plan_everything, set_clock
from bench.faults.run import Run
from bench.scores import percentile
from portal.notifications.channels.letter import message_id
from portal.notifications.models import Delivery
from selfcare.models import Activity, Kind, Occurrence
from selfcare.models.occurrence import REMINDER

HOURS, STEP = 48, timedelta(minutes=15)
NIGHTS = {  # the first moment of 48 hours with a change of clocks in them
    "Europe, March": datetime(2027, 3, 27, 6, tzinfo=UTC),
    "Europe, October": datetime(2027, 10, 30, 6, tzinfo=UTC),
    "America, March": datetime(2027, 3, 13, 12, tzinfo=UTC),
    "America, November": datetime(2027, 11, 6, 12, tzinfo=UTC),
    "Lord Howe and Adelaide, April": datetime(2027, 4, 3, 0, tzinfo=UTC),
    "Lord Howe and Adelaide, October": datetime(2027, 10, 2, 0, tzinfo=UTC),
}
CLOCKS = ["00:15", "01:00", "01:30", "01:45", "02:00", "02:15", "02:30", "03:00", "08:00", "12:00", "23:30", "23:45"]
TIMES = [time.fromisoformat(clock) for clock in CLOCKS]
ZONES = [
    "Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Lisbon", "Europe/Dublin", "Atlantic/Azores",
    "America/Nuuk", "Asia/Beirut", "Asia/Jerusalem", "Africa/Casablanca", "Africa/Cairo", "America/New_York",
    "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Anchorage", "America/St_Johns",
    "America/Havana", "America/Santiago", "America/Asuncion", "America/Sao_Paulo", "America/Bogota", "Pacific/Honolulu",
    "Australia/Lord_Howe", "Australia/Adelaide", "Australia/Sydney", "Australia/Perth", "Australia/Eucla",
    "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kiritimati", "Asia/Kathmandu", "Asia/Kolkata",
    "Asia/Tehran", "Asia/Kabul", "Asia/Yangon", "Asia/Tokyo", "Africa/Lagos", "UTC",
]  # fmt: skip


class NightRun(Run):
    name = "N6"
    hang_seconds: ClassVar[float] = 5400
    kinds: ClassVar[list[str]] = [REMINDER]
    allowed_states: ClassVar[set[str]] = {*Run.allowed_states, "cancelled"}  # what lies beyond the simulated time
    more_may_come: ClassVar[bool] = True  # for the same reason

    def play(self) -> None:
        """`due` is the number of people here; each has one thing to do a day."""
        self.night = self.crowd.chance.choice(sorted(NIGHTS))
        self.start = NIGHTS[self.night]
        self.end = self.start + timedelta(hours=HOURS)
        set_clock(self.start)
        people = people_with_consent(self.due, ZONES)
        begins = self.start.date() - timedelta(days=2)
        self.activities = Activity.objects.bulk_create(
            [
                activity_of(
                    person, self.crowd.chance.choice(TIMES), now=self.start, starts_on=begins, kind=Kind.CHECK_IN
                )
                for person in people
            ],
            batch_size=1000,
        )
        self.zones = {person.pk: person.time_zone for person in people}
        set_clock(self.start)
        plan_everything()
        self.crowd.start_senders(LOOP, LOOP)
        self.through_the_night()
        self.endings = self.crowd.stop_senders()

    def through_the_night(self) -> None:
        """A quarter of an hour at a time, and on only when nobody has anything to do: slots lie on quarters."""
        for number in range(1, int((self.end - self.start) / STEP)):
            set_clock(self.start + number * STEP)
            while self.busy():
                self.wait(0.1)

    def busy(self) -> bool:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT EXISTS (SELECT 1 FROM notifications_delivery WHERE state IN ('leased', 'handing'))"
                " OR EXISTS (SELECT 1 FROM notifications_delivery WHERE state = 'pending'"
                " AND next_try_at <= least(handrail_now(), %s::timestamptz))", [self.end]
            )  # fmt: skip
            return bool(cursor.fetchone()[0])

    def expected(self) -> Counter[tuple[Any, date]]:
        """Once for each local date whose moment lies in the simulated time, by zoneinfo alone."""
        wanted: Counter[tuple[Any, date]] = Counter()
        for activity in self.activities:
            zone = ZoneInfo(self.zones[activity.owner_id])
            for days in range(-2, 5):
                day = self.start.date() + timedelta(days=days)
                at = datetime.combine(day, activity.times[0], tzinfo=zone).astimezone(UTC)
                if self.start <= at < self.end:
                    wanted[activity.pk, day] += 1
        return wanted

    def told(self) -> Counter[tuple[Any, date]]:
        """What arrived at the mail server, by activity and local date."""
        slots = {
            f"occurrence:{pk}:{snooze}": (activity, date.fromisoformat(key[:10]))
            for pk, activity, key, snooze in Occurrence.objects.values_list(
                "pk", "activity_id", "local_key", "snooze_no"
            )
        }
        rows = {message_id(row): slots[row.subject_key] for row in Delivery.objects.filter(kind=REMINDER).iterator()}
        return Counter(rows[line.message_id] for line in accepted(read_log(self.crowd.log)) if line.message_id in rows)

    def asked(self) -> int:
        return sum(self.expected().values())

    def bound(self) -> int:
        return 0

    def more(self) -> dict[str, Any]:
        wanted, told = self.expected(), self.told()
        return {
            "lateness_p99": self.late,
            "night": self.night,
            "people": self.due,
            "zones": len(ZONES),
            "simulated_hours": HOURS,
            "local_dates": len(wanted),
            "dates_missed": sum((wanted - told).values()),
            "dates_twice_or_unasked": sum((told - wanted).values()),
        }

    def report(self) -> dict[str, Any]:
        """What lies beyond the simulated time is planned already and not owed yet."""
        Delivery.objects.filter(kind=REMINDER, state="pending", due_at__gte=self.end).update(state="cancelled")
        late = Delivery.objects.filter(kind=REMINDER, state="sent").values_list("sent_at", "due_at")
        self.late = percentile([(sent - due).total_seconds() for sent, due in late], 0.99)
        return super().report()

    def broken(self, report: dict[str, Any]) -> list[str]:
        names = ("dates_missed", "dates_twice_or_unasked")
        return super().broken(report) + [f"{name} is {report[name]}" for name in names if report[name]]
