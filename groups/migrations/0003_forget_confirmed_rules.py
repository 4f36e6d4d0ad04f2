from django.db import migrations


class Migration(migrations.Migration):
    """Which rules people posted in spite of is counted by rule in the safety room, never kept beside a person."""

    dependencies = [("groups", "0002_thread_key")]

    operations = [migrations.RemoveField(model_name="post", name="confirmed_rules")]
