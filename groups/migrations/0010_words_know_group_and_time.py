import django.db.models.deletion
from django.db import migrations, models

FILL = """
UPDATE groups_posttext words SET group_id = thread.group_id, said_at = post.created_at
FROM groups_post post JOIN groups_thread thread ON thread.id = post.thread_id WHERE post.id = words.post_id;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [("groups", "0009_sessions_and_cohorts")]

    operations = [
        migrations.AddField(
            "posttext",
            "group",
            models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="groups.supportgroup",
            ),
        ),
        migrations.AddField("posttext", "said_at", models.DateTimeField(editable=False, null=True)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            "posttext",
            "group",
            models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="groups.supportgroup",
            ),
        ),
        migrations.AlterField("posttext", "said_at", models.DateTimeField(editable=False)),
        migrations.AddIndex("posttext", models.Index(fields=["said_at", "post"], name="post_words_by_time")),
        migrations.AddIndex("posttext", models.Index(fields=["group", "said_at"], name="post_words_of_group")),
    ]
