"""What happens by itself."""

from celery import shared_task

from groups.operations.cohorts import tend_cohorts
from groups.operations.drafts import forget_old_drafts
from groups.operations.edits import purge_deleted
from groups.operations.invitations import forget_old_invitations


@shared_task(ignore_result=True, expires=60)
def purge_deleted_words() -> None:
    """Forget the words of posts taken down more than ten minutes ago, and drafts nobody came back to. May run twice."""
    purge_deleted(limit=500)
    forget_old_drafts()


@shared_task(ignore_result=True, expires=900)
def tend() -> None:
    """End cohorts whose last day is over, pass on places that nobody took, forget old invitations. May run twice."""
    tend_cohorts()
    forget_old_invitations()
