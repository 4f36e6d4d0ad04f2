from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("selfcare", "0008_weekly_letter")]

    operations = [
        migrations.AddField(
            model_name="carerlink", name="mailed_at", field=models.DateTimeField(blank=True, null=True)
        ),
    ]
