from django.db import migrations
from django.db.models.functions import Now


def look_at_once(apps, schema_editor):
    """Whoever is to be told is looked for from the first tick on."""
    links = apps.get_model("selfcare", "CarerLink").objects
    links.filter(tell_after__isnull=False, ended_at=None).update(tell_at=Now())


class Migration(migrations.Migration):
    dependencies = [("selfcare", "0015_when_to_look_for_carers")]

    operations = [migrations.RunPython(look_at_once, migrations.RunPython.noop)]
