import uuid

from django.db import migrations, models
from django.db.models import Func


class Migration(migrations.Migration):
    """The database makes one for each row, so that no two share it."""

    dependencies = [("groups", "0019_pictures_and_kept_posts")]

    operations = [
        migrations.AddField(
            "membership",
            "uuid",
            models.UUIDField(
                default=uuid.uuid4, db_default=Func(function="gen_random_uuid"), editable=False, unique=True
            ),
        )
    ]
