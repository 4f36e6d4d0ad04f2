from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("selfcare", "0014_foods_that_may_help")]

    operations = [
        migrations.RemoveIndex(model_name="carerlink", name="carer_to_tell"),
        migrations.AddField(
            model_name="carerlink", name="tell_at", field=models.DateTimeField(blank=True, null=True)
        ),
    ]
