from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("selfcare", "0010_mailed_invitations")]

    operations = [
        migrations.AddField(
            model_name="plan", name="declined_version", field=models.PositiveSmallIntegerField(blank=True, null=True)
        ),
    ]
