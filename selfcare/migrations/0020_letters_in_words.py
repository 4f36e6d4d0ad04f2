from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("selfcare", "0019_a_rule_about_drinking_little")]

    operations = [
        migrations.AddField(
            model_name="weeklyletter",
            name="numbers_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
