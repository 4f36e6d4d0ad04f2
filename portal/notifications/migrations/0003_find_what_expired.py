"""What was too late to send is found without reading what was sent."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0002_storage_and_guards")]

    operations = [
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(condition=models.Q(("state", "expired")), fields=["not_after"], name="delivery_expired"),
        ),
    ]
