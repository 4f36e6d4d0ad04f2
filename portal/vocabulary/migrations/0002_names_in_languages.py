from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("vocabulary", "0001_initial")]

    operations = [
        migrations.AlterModelOptions(
            name="healthtopicname",
            options={"verbose_name": "name in a language", "verbose_name_plural": "names in languages"},
        ),
    ]
