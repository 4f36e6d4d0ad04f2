"""Clocks run by the hours of the group, and call others when they run out."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import SupportGroup
from portal.core.hours import parse_hours
from portal.core.kinds import kinds
from portal.moderation.bands import Band, due_at
from portal.moderation.models import AuditEntry, Case
from portal.moderation.operations import claim, escalate_overdue, report
from portal.notifications.models import Event
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

HOURS = parse_hours("Mon-Fri 18:00-21:00", "UTC")
MONDAY = datetime(2026, 1, 5, 19, tzinfo=UTC)
NEVER_OPEN_NOW = {0: "Thu", 1: "Fri", 2: "Sat", 3: "Sun", 4: "Mon", 5: "Tue", 6: "Wed"}


@pytest.mark.parametrize(
    ("band", "due"),
    [
        (Band.CRISIS, MONDAY + timedelta(minutes=30)),
        (Band.RED, MONDAY + timedelta(hours=1)),
        (Band.AMBER, datetime(2026, 1, 6, 20, tzinfo=UTC)),  # two hours tonight, two tomorrow evening
        (Band.GREEN, datetime(2026, 1, 6, 19, tzinfo=UTC)),
    ],
)
def test_each_band_has_its_own_clock_in_the_groups_hours(band, due):
    assert due_at(band, MONDAY, HOURS) == due


def test_what_can_wait_is_due_in_the_first_hour_after_the_weekend():
    friday_noon = datetime(2026, 1, 9, 12, tzinfo=UTC)
    assert due_at(Band.GREEN, friday_noon, HOURS) == datetime(2026, 1, 12, 19, tzinfo=UTC)


class Scene:
    def __init__(self, preset="private", **fields):
        self.group = make_group(preset, **fields)
        self.writer, self.reader = (make_member(self.group).user for _one in range(2))
        self.lead = make_member(self.group, role="moderator").user
        self.post = make_post(make_thread(self.group), self.writer)

    def case(self, reason):
        made = report(actor=self.reader, reportable_key="groups.post", public_id=self.post.public_id, reason=reason)
        return made.case


def late(case, by=timedelta(minutes=1)):
    Case.objects.filter(pk=case.pk).update(due_at=timezone.now() - by)


def called(level):
    events = Event.objects.filter(kind="moderation.overdue", subject__endswith=f":{level}")
    return [{one.user_id for one in kinds.get("moderation.overdue").audience(event, None, 50)} for event in events]


def test_a_report_takes_its_due_time_from_the_groups_hours(db):
    far = NEVER_OPEN_NOW[timezone.now().weekday()]
    scene = Scene(staffed_hours=f"{far} 10:00-20:00", staffed_zone="UTC")
    assert scene.case("advice").due_at > timezone.now() + timedelta(days=1)
    assert Scene().case("advice").due_at < timezone.now() + timedelta(hours=5)


def test_a_case_nobody_took_in_time_calls_all_who_may_look_and_later_the_administrators(db):
    scene, admin, staff = Scene(), make_user("Administrators"), make_user("Moderators")
    case = scene.case("advice")
    assert escalate_overdue() == 0
    late(case)

    assert (escalate_overdue(), escalate_overdue()) == (1, 0)
    assert called(1) == [{scene.lead.pk}]
    Case.objects.filter(pk=case.pk).update(escalated_at=timezone.now() - timedelta(hours=4))
    assert (escalate_overdue(), escalate_overdue()) == (1, 0)
    assert called(2) == [{scene.lead.pk, admin.pk}]
    assert staff.pk not in called(2)[0]
    assert AuditEntry.objects.filter(act="case.overdue").count() == 2


def test_nobody_is_called_while_somebody_is_at_it(db):
    scene = Scene()
    case = claim(actor=scene.lead, case=scene.case("advice"))
    late(case)
    assert escalate_overdue() == 0

    Case.objects.filter(pk=case.pk).update(claim_until=timezone.now() - timedelta(seconds=1))
    assert escalate_overdue() == 1


def test_where_somebody_may_be_at_risk_the_leads_can_open_it_when_its_moderators_do_not(db, client):
    scene, lead, calm = Scene(), make_user("Safeguarding leads"), Scene()
    case, other = scene.case("worried"), calm.case("unkind")
    client.force_login(lead)
    assert client.get(case.get_absolute_url()).status_code == 404
    late(case), late(other)

    escalate_overdue()

    assert client.get(case.get_absolute_url()).status_code == 200
    assert client.get(other.get_absolute_url()).status_code == 404
    assert {lead.pk, scene.lead.pk} in called(1)
    assert AuditEntry.objects.get(act="case.to_leads").subject == f"case:{case.pk}"


def test_the_message_says_neither_group_nor_reason(db):
    scene = Scene(name="Quiet harbour")
    case = scene.case("worried")
    late(case)
    escalate_overdue()
    kind = kinds.get("moderation.overdue")

    class Row:
        subject_key, recipient_id = f"{case.pk}:1", scene.lead.pk

    message = kind.render(Row())
    said = " ".join([message.subject, message.title, *message.lines])
    assert case.number in said
    assert "Quiet harbour" not in said and "risk" not in said
    assert kind.audience(Event.objects.filter(kind="moderation.overdue").get(), scene.lead.pk, 5) == []


def composers(scene):
    thread = scene.post.thread
    yield reverse("groups:reply", args=[thread.public_id])
    yield reverse("groups:new_thread", args=[scene.group.slug])
    yield thread.get_absolute_url()


def test_every_composer_says_when_no_moderator_is_there_and_when_they_are_back(db, client):
    far = NEVER_OPEN_NOW[timezone.now().weekday()]
    scene = Scene(staffed_hours=f"{far} 10:00-20:00", staffed_zone="UTC")
    client.force_login(scene.writer)
    edit = reverse("groups:edit_post", args=[scene.post.public_id])
    for address in [*composers(scene), edit]:
        page = client.get(address).content.decode()
        assert "No moderator is here right now" in page and "They are back:" in page, address
        assert reverse("safety:urgent_help") in page

    SupportGroup.objects.update(staffed_hours="Mon-Sun 00:00-24:00")
    for address in composers(scene):
        page = client.get(address).content.decode()
        assert "A moderator looks in until" in page and "No moderator is here" not in page
    SupportGroup.objects.update(staffed_hours="")
    for address in composers(scene):
        assert "Nobody watches this page all the time" in client.get(address).content.decode()
