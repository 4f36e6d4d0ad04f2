from django.db import migrations

GUARD = """
CREATE FUNCTION articles_revision_is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A published revision is never changed or removed.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER articles_revision_is_written_once BEFORE UPDATE OR DELETE ON articles_revision
    FOR EACH ROW EXECUTE FUNCTION articles_revision_is_written_once();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_articles_and_blocks")]

    operations = [
        migrations.RunSQL(
            GUARD,
            "DROP TRIGGER articles_revision_is_written_once ON articles_revision;"
            " DROP FUNCTION articles_revision_is_written_once();",
        ),
    ]
