"""Texts that people agree to, for tests."""

from django.utils import timezone

from portal.accounts.models import ConsentText


def newer_text(purpose: str, version: int = 2, language: str = "en") -> ConsentText:
    return ConsentText.objects.create(
        purpose=purpose,
        version=version,
        language=language,
        summary=f"{purpose} {version}",
        text="What changed.",
        published_at=timezone.now(),
    )
