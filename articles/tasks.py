"""What happens by itself."""

from celery import shared_task
from django.conf import settings

from articles.links.nightly import check_links
from articles.operations import review_dates, schedule
from articles.operations.counting import write_down_readings
from articles.operations.unanswered import write_down_unanswered


@shared_task(ignore_result=True, expires=800)
def look_at_links() -> None:
    """Ask a few sites for one page each. Off in the demo and wherever HANDRAIL_LINK_CHECKS is 0."""
    if settings.LINK_CHECKS:
        check_links()


@shared_task(ignore_result=True, expires=300)
def count_readings() -> None:
    """How often guides were opened, from the cache into the database."""
    write_down_readings()


@shared_task(ignore_result=True, expires=300)
def write_down_searches() -> None:
    """What three people looked for in vain, from the cache into the database; what is old is forgotten."""
    write_down_unanswered()


@shared_task(ignore_result=True, expires=60)
def publish_due() -> None:
    """Publish what editors scheduled, where the approval still holds."""
    schedule.publish_due()


@shared_task(ignore_result=True, expires=3600)
def chase_reviews() -> None:
    """Remind owners and deputies of guides that are due to be checked again."""
    review_dates.chase_reviews()
