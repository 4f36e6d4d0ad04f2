from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("selfcare", "0016_look_for_carers_at_once")]

    operations = [
        migrations.AddIndex(
            model_name="carerlink",
            index=models.Index(
                fields=["tell_at", "id"], condition=Q(tell_at__isnull=False, ended_at=None), name="carer_due"
            ),
        ),
        migrations.AddConstraint(
            model_name="carerlink",
            constraint=models.CheckConstraint(
                condition=Q(tell_at__isnull=True) | Q(tell_after__isnull=False), name="carer_told_after_some_time"
            ),
        ),
    ]
