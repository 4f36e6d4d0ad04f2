"""Which language of content a reader gets."""

from django.conf import settings
from django.conf.locale import LANG_INFO


def content_language(wanted: str | None) -> str:
    """The wanted language where there is content in it, else the first that has some."""
    languages: list[str] = settings.CONTENT_LANGUAGES
    return wanted if wanted and wanted in languages else languages[0]


def text_config(language: str) -> str:
    """The text-search configuration of a language: with stems where there is one, else plain words."""
    return {"en": "handrail_en"}.get(language, "handrail_simple")


def language_name(code: str) -> str:
    """The name that a language gives itself, else its code."""
    return str(LANG_INFO.get(code, {}).get("name_local", code))
