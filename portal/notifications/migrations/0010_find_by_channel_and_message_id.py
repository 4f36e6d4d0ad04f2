"""What waits on one channel is found without the others', and a mail that came back without reading them all."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0009_taken_by_devices")]

    operations = [
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("state", "pending")),
                fields=["channel", "next_try_at", "id"],
                name="delivery_due_on_channel",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("message_id__gt", "")),
                fields=["message_id"],
                name="delivery_by_message_id",
            ),
        ),
    ]
