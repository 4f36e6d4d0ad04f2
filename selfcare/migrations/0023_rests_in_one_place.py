"""The old places of a rest are gone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("selfcare", "0022_rests_from_what_was_asked")]

    operations = [
        migrations.RemoveIndex(model_name="activity", name="activity_to_wake"),
        migrations.RemoveField(model_name="activity", name="pause"),
        migrations.RemoveField(model_name="activity", name="paused_at"),
        migrations.RemoveField(model_name="activity", name="paused_until"),
        migrations.RemoveField(model_name="exercisehold", name="activities"),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                models.F("rests__1"),
                condition=models.Q(("rests__1__isnull", False), ("stopped_at", None)),
                name="activity_to_wake",
            ),
        ),
        migrations.AddConstraint(
            model_name="pause",
            constraint=models.UniqueConstraint(
                condition=models.Q(("activity__isnull", False), ("ended_at", None)),
                fields=("activity",),
                name="pause_once_per_activity",
            ),
        ),
    ]
