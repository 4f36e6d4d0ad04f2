"""People may measure in °F, pounds or stone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("selfcare", "0023_rests_in_one_place")]

    operations = [
        migrations.AddField(
            model_name="comfort",
            name="units",
            field=models.CharField(
                choices=[
                    ("metric", "°C and kilograms"),
                    ("pounds", "°F and pounds"),
                    ("stone", "°C, and stone and pounds"),
                ],
                default="metric",
                max_length=7,
            ),
        ),
        migrations.AddConstraint(
            model_name="comfort",
            constraint=models.CheckConstraint(
                condition=models.Q(("units__in", ["metric", "pounds", "stone"])), name="comfort_units_are_known"
            ),
        ),
    ]
