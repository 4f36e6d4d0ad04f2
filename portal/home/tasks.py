"""Celery shells of the roof. They carry no data and may run twice, or never: the rows say what to do."""

from celery import shared_task

from portal.home.copies import make_copies as make_copies_now
from portal.home.leaving import carry_out_leavings as carry_out_leavings_now


@shared_task(ignore_result=True, expires=10)
def make_copies() -> None:
    make_copies_now()


@shared_task(ignore_result=True, expires=300)
def carry_out_leavings() -> None:
    carry_out_leavings_now()
