from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_newsroom_and_reading")]

    operations = [
        migrations.RunSQL(
            "UPDATE articles_article SET stage = 'done' WHERE state = 'published'", migrations.RunSQL.noop
        ),
    ]
