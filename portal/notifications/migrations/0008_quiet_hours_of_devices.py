"""Devices have quiet hours of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0007_devices")]

    operations = [
        migrations.RemoveConstraint(model_name="quiethours", name="quiet_hours_of_a_channel"),
        migrations.AddConstraint(
            model_name="quiethours",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["email", "in_app", "push"])), name="quiet_hours_of_a_channel"
            ),
        ),
    ]
