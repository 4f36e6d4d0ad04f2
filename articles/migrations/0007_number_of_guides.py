"""Where words were gathered before their guides were counted with them, the number of guides is written beside them."""

from typing import Any

from django.db import migrations
from django.db.models import Count


def count(apps: Any, _schema_editor: Any = None) -> None:
    words, sections = (apps.get_model("articles", name) for name in ("SearchWord", "SearchSection"))
    for language, guides in sections.objects.filter(whole=True).values_list("language").annotate(Count("pk")).order_by():
        words.objects.update_or_create(language=language, word="", defaults={"articles": guides})


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_pictures")]
    operations = [migrations.RunPython(count, migrations.RunPython.noop)]
