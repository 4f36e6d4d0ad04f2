"""What was remembered in one place on each activity becomes rows: its own rest, and who was taken up again in a rest of
more. What the hold on exercise laid to rest follows from the hold. What rests now rests on, what is awake stays awake,
and rests ahead that a later one had taken the place of hold again, as "Your rests" has always listed them."""

from collections import defaultdict
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import migrations
from django.db.models import Q

DAY, A_CHUNK = timedelta(days=1), 500


def midnight(day, zone):
    return datetime.combine(day, time(0), tzinfo=zone).astimezone(UTC)


def zone_of(one):
    try:
        return ZoneInfo(one.home_zone if one.zone_policy == "home" else one.owner.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # one row must not hold up the others
        return ZoneInfo("UTC")


def is_meant(pause, one):
    """As the rule had it at this time."""
    if pause.activity_id is not None:
        return pause.activity_id == one.pk
    spared = one.kind in ("hydration", "check-in") or (one.essential and one.kind != "exercise")
    if one.pk in pause.awake or (pause.variant == "chemo" and spared):
        return False
    return pause.kind in ("", one.kind)


def turns(spans):
    found = []
    for since, until in sorted(spans, key=lambda span: span[0]):
        if found and since <= found[-1]:
            last = found.pop()
            until = until and max(until, last)
        else:
            found.append(since)
        if until is None:
            break
        found.append(until)
    return found


def own_rest(Pause, one, zone, now):
    """The row for what was said of this activity alone; none where it is over."""
    until = one.paused_until
    if until is not None and until <= now:
        return None
    begins = one.paused_at.astimezone(zone).date()
    ends = max(begins, (until - timedelta(seconds=1)).astimezone(zone).date()) if until else None
    return Pause(owner_id=one.owner_id, activity=one, begins_on=begins, ends_on=ends, made_at=one.paused_at)


def settle_owner(apps, rows, zones, now):
    Pause, Hold = apps.get_model("selfcare", "Pause"), apps.get_model("selfcare", "ExerciseHold")
    owner = rows[0].owner_id
    rests = list(Pause.objects.filter(owner_id=owner, ended_at=None))
    hold = Hold.objects.filter(owner_id=owner, cleared_at=None).first()
    for one in rows:
        by_hold = hold is not None and one.pk in hold.activities and one.paused_until is None
        if one.paused_at and one.pause_id is None and not by_hold and (own := own_rest(Pause, one, zones[one.pk], now)):
            own.save(force_insert=True)
            rests.append(own)
        if one.paused_at is None:
            for pause in rests:
                if pause.activity_id is None and midnight(pause.begins_on, zones[one.pk]) <= now and is_meant(pause, one):
                    pause.awake.append(one.pk)
    for pause in rests:
        if pause.awake:
            pause.save(update_fields=["awake"])
    for one in rows:
        spans = [] if one.paused_at is None else [(one.paused_at, one.paused_until)]
        for pause in rests:
            since = max(midnight(pause.begins_on, zones[one.pk]), pause.made_at)
            until = midnight(pause.ends_on + DAY, zones[one.pk]) if pause.ends_on else None
            if is_meant(pause, one) and (until is None or until > max(since, now)):
                spans.append((since, until))
        one.rests = turns(spans)
        one.save(update_fields=["rests"])


def forwards(apps, schema_editor):
    Activity, Pause = apps.get_model("selfcare", "Activity"), apps.get_model("selfcare", "Pause")
    now = datetime.now(UTC)
    resting = Activity.objects.filter(paused_at__isnull=False).values("owner")
    paused = Pause.objects.filter(ended_at=None).values("owner")
    people = Activity.objects.filter(Q(owner__in=resting) | Q(owner__in=paused), stopped_at=None)
    by_owner = defaultdict(list)
    for one in people.select_related("owner").iterator(chunk_size=A_CHUNK):
        by_owner[one.owner_id].append(one)
    for rows in by_owner.values():
        settle_owner(apps, rows, {one.pk: zone_of(one) for one in rows}, now)


class Migration(migrations.Migration):
    dependencies = [("selfcare", "0021_rests_of_one_and_of_all")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
