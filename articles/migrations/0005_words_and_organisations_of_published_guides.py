"""Guides published before their words and organisations were gathered get the rows that publishing writes now."""

from typing import Any

from django.db import migrations

ORGANISATION = {"name": 160, "what": None, "country": 3, "url": 800, "kind": 20}


def gather(apps: Any, _schema_editor: Any = None) -> None:
    """Guides that have rows keep them, so that running this again changes nothing."""
    terms, organisations = (apps.get_model("articles", name) for name in ("PublishedTerm", "PublishedOrganisation"))
    published = apps.get_model("articles", "Article").objects.filter(state="published", current__isnull=False)
    having = (
        (terms, "glossary", published.exclude(pk__in=terms.objects.values("article")), terms_of),
        (organisations, "organisations", published.exclude(pk__in=organisations.objects.values("article")), helpers_of),
    )
    for model, kind, lacking, rows_of in having:
        for article in lacking.select_related("current").iterator(chunk_size=200):
            where = {"article": article, "language": article.current.language}
            found = [block for block in article.current.blocks if block["kind"] == kind]
            model.objects.bulk_create(model(**where, **row) for block in found for row in rows_of(block["data"]))


def terms_of(data: dict[str, Any]) -> list[dict[str, str]]:
    return [{"term": entry["term"][:80], "meaning": entry["meaning"]} for entry in data.get("terms", [])]


def helpers_of(data: dict[str, Any]) -> list[dict[str, str]]:
    return [{name: one.get(name, "")[:most] for name, most in ORGANISATION.items()} for one in data.get("items", [])]


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_published_drafts_have_nothing_to_do")]

    operations = [migrations.RunPython(gather, migrations.RunPython.noop, elidable=True)]
