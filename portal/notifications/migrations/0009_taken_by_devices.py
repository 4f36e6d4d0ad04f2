"""Which devices took a message while others were still to come. Without a default, so that no row is written anew."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0008_quiet_hours_of_devices")]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="taken_by",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), blank=True, null=True, size=None
            ),
        ),
    ]
