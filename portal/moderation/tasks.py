"""Celery shells of this room. They carry no data and may run twice."""

from celery import shared_task

from portal.moderation.operations import retire_evidence


@shared_task(ignore_result=True, expires=3600)
def tidy() -> None:
    """Empty kept copies whose time is over."""
    retire_evidence()
