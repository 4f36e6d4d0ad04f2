"""What every house needs of the database: extensions, the clock that a harness may shift, the English text search."""

from django.contrib.postgres.operations import CreateExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

CLOCK = """
CREATE TABLE handrail_clock (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    shift interval NOT NULL DEFAULT interval '0'
);
INSERT INTO handrail_clock DEFAULT VALUES;
CREATE FUNCTION handrail_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
    'SELECT clock_timestamp() + (SELECT shift FROM handrail_clock)';
COMMENT ON TABLE handrail_clock IS
    'How far handrail_now() runs from the real clock. Zero in service; only the owner may change it, for simulated nights.';
"""

SEARCH = """
CREATE TEXT SEARCH CONFIGURATION handrail_en (COPY = english);
ALTER TEXT SEARCH CONFIGURATION handrail_en
    ALTER MAPPING FOR hword, hword_part, word, asciiword, hword_asciipart, asciihword WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION handrail_simple (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION handrail_simple
    ALTER MAPPING FOR hword, hword_part, word, asciiword, hword_asciipart, asciihword WITH unaccent, simple;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        CreateExtension("fuzzystrmatch"),
        migrations.RunSQL(CLOCK, "DROP FUNCTION handrail_now(); DROP TABLE handrail_clock;"),
        migrations.RunSQL(
            SEARCH,
            "DROP TEXT SEARCH CONFIGURATION handrail_simple; DROP TEXT SEARCH CONFIGURATION handrail_en;",
        ),
    ]
