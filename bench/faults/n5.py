"""N5, edits: people change their plans while the reminders of these plans go out. Nothing unwanted arrives later than a
second after the change was saved, unless it was in hand already; everything still wanted arrives once."""

import time
from collections import Counter
from datetime import timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from bench.faults.crowd import LOOP
from bench.faults.edits import ACTS, Edit, Person
from bench.faults.judge import accepted, read_log
from bench.faults.plans import activity_of, people_with_consent, plan_everything
from bench.faults.run import Run
from portal.core.clock import handrail_now
from portal.notifications.channels.letter import message_id
from portal.notifications.models import Delivery
from selfcare.models import Activity
from selfcare.models.occurrence import REMINDER

EACH, MINUTES = 10, 3
ZONES = ["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"]
LATEST_SECONDS = 1.0
EDITED = 0.6  # this share of the people change something; the others must not notice


class EditRun(Run):
    name = "N5"
    hang_seconds: ClassVar[float] = 3600
    kinds: ClassVar[list[str]] = [REMINDER]
    script: ClassVar[dict[str, float]] = {"slow": 0.02}  # so that there is something to change one's mind about
    allowed_states: ClassVar[set[str]] = {*Run.allowed_states, "cancelled", "pending"}  # plans go on for days
    more_may_come: ClassVar[bool] = True  # by new times, and by "Later"

    def play(self) -> None:
        self.people = self.with_plans()
        plan_everything()
        self.ends = self.first + timedelta(minutes=MINUTES + 6)
        self.planned = Delivery.objects.filter(kind=REMINDER, due_at__lt=self.ends).count()
        self.crowd.start_senders(LOOP, LOOP, LOOP, LOOP)
        self.edits: list[Edit] = []
        self.last_fault = self.first.timestamp()
        self.while_editing()
        while self.due_soon():
            self.wait(0.5)
        self.endings = self.crowd.stop_senders()

    def with_plans(self) -> list[Person]:
        """Ten reminders a person, dealt out over three minutes that lie just ahead."""
        users = people_with_consent(max(8, self.due // EACH), ZONES)
        now = handrail_now()
        ahead = timedelta(seconds=45 + self.due / 60)
        self.first = (now + ahead).replace(second=0, microsecond=0) + timedelta(minutes=1)
        begins = now.date() - timedelta(days=2)
        people, rows = [], []
        for user in users:
            zone = ZoneInfo(user.time_zone)
            own = []
            for number in range(EACH):
                at = (self.first + timedelta(minutes=number % MINUTES)).astimezone(zone).time()
                own.append(activity_of(user, at, now=now, starts_on=begins))
            rows += own
            people.append(Person(user, own))
        Activity.objects.bulk_create(rows, batch_size=1000)
        return people

    def while_editing(self) -> None:
        """Each of them once, spread over the minutes in which the reminders go out, each kind of act as often."""
        chosen = self.crowd.chance.sample(self.people, int(len(self.people) * EDITED))
        begins = self.first.timestamp() - 10
        step = (MINUTES * 60.0) / max(1, len(chosen))
        for number, person in enumerate(chosen):
            while time.time() < begins + number * step:
                self.wait(min(0.2, max(0.0, begins + number * step - time.time())))
            self.edits.append(person.do(sorted(ACTS)[number % len(ACTS)]))

    def due_soon(self) -> bool:
        """Whether anything is in hand or due within the minutes of the run; the plans go on for days."""
        rows = Delivery.objects.filter(kind=REMINDER, due_at__lt=self.ends)
        return rows.filter(state__in=Delivery.OPEN).exists()

    def judge(self) -> dict[str, Any]:
        took = accepted(read_log(self.crowd.log))
        copies = Counter(line.message_id for line in took)
        unwanted: dict[str, Edit] = {one: edit for edit in self.edits for one in edit.unwanted}
        late = [
            {"what": unwanted[line.message_id].what, "after": round(line.at - unwanted[line.message_id].at, 3)}
            for line in took
            if line.message_id in unwanted
            and line.at > unwanted[line.message_id].at + LATEST_SECONDS
            and line.message_id not in unwanted[line.message_id].in_hand
        ]
        rows = Delivery.objects.filter(kind=REMINDER, due_at__lt=self.ends)
        wanted = {message_id(row) for row in rows.iterator()} - set(unwanted)
        return {
            "due": len(wanted | set(unwanted)),
            "lost": len(wanted - set(copies)),
            "strangers": len(set(copies) - wanted - set(unwanted)),
            "unwanted": len(unwanted),
            "unwanted_arrived_in_time": sum(line.message_id in unwanted for line in took) - len(late),
            "unwanted_too_late": late,
        }

    def report(self) -> dict[str, Any]:
        self.judgement = self.judge()
        return super().report()

    def asked(self) -> int:
        return len(self.people) * EACH

    def bound(self) -> int:
        return 0

    def more(self) -> dict[str, Any]:
        return {
            "planned": self.planned,
            "edits": dict(Counter(edit.what for edit in self.edits)),
            "in_hand_at_an_edit": sum(len(edit.in_hand) for edit in self.edits),
            **self.judgement,
        }

    def broken(self, report: dict[str, Any]) -> list[str]:
        late, wrong = len(report["unwanted_too_late"]), super().broken(report)
        if report["planned"] != report["asked"]:
            wrong.append(f"{report['planned']} planned for these minutes, {report['asked']} were asked for")
        return wrong + ([f"{late} unwanted messages arrived too late"] if late else [])
