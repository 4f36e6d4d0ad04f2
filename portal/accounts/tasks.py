"""Celery shells of this room. They carry no data and may run twice."""

from celery import shared_task

from portal.accounts.repeating import forget_answers


@shared_task(ignore_result=True, expires=3600)
def forget_old_answers() -> None:
    forget_answers()
