"""Celery shells of this room. They carry no data and may run twice."""

from celery import shared_task

from portal.moderation.operations import (
    escalate_overdue,
    forget_hand_overs,
    hand_over_deserted,
    remind_of_files,
    retire_evidence,
)


@shared_task(ignore_result=True, expires=3600)
def tidy() -> None:
    """Empty kept copies whose time is over, and ask whether safeguarding files are still needed."""
    retire_evidence()
    remind_of_files()
    forget_hand_overs()


@shared_task(ignore_result=True, expires=60)
def escalate() -> None:
    """Call others where a clock ran out."""
    escalate_overdue()


@shared_task(ignore_result=True, expires=600)
def hand_over() -> None:
    """Give the leads what nobody else can look at any more."""
    hand_over_deserted()
