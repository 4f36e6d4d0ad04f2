from django.db import migrations, models


class Migration(migrations.Migration):
    """Threads that were loaded or imported can be found again."""

    dependencies = [("groups", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="thread",
            name="key",
            field=models.SlugField(
                editable=False,
                help_text="Names a thread that was loaded or imported, so that doing it again finds it.",
                max_length=80,
                null=True,
                unique=True,
            ),
        ),
    ]
