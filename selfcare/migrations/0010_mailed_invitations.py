from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("selfcare", "0009_fewer_indexes")]

    operations = [
        migrations.AddField(
            model_name="carerlink", name="mailed_at", field=models.DateTimeField(blank=True, null=True)
        ),
    ]
