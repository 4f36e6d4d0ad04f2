"""A rest may be of one activity, and an activity remembers all of its rests."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("selfcare", "0020_letters_in_words")]

    operations = [
        migrations.AddField(
            model_name="pause",
            name="activity",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="own_rests",
                to="selfcare.activity",
            ),
        ),
        migrations.AddField(
            model_name="pause",
            name="awake",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), blank=True, default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="rests",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.DateTimeField(), blank=True, default=list, size=None
            ),
        ),
    ]
