"""What happens by itself."""

from celery import shared_task

from groups.operations.break_glass import remind_of_reviews, tell_teams
from groups.operations.cohorts import tend_cohorts
from groups.operations.drafts import forget_old_drafts
from groups.operations.edits import purge_deleted
from groups.operations.handovers import make_handovers
from groups.operations.imports import work_on_imports
from groups.operations.invitations import forget_old_invitations
from groups.operations.pictures import forget_aside
from groups.operations.review import forget_said
from groups.operations.unanswered import tell_of_unanswered


@shared_task(ignore_result=True, expires=60)
def purge_deleted_words() -> None:
    """Forget posts taken down more than ten minutes ago, and what was begun and never posted. May run twice."""
    purge_deleted(limit=500)
    forget_old_drafts()
    forget_aside()
    forget_said()


@shared_task(ignore_result=True, expires=900)
def tend() -> None:
    """End cohorts whose last day is over, pass on places that nobody took, forget old invitations,
    tell mentors who waits for an answer, and see to openings of private groups. May run twice."""
    tend_cohorts()
    forget_old_invitations()
    tell_of_unanswered()
    tell_teams()
    remind_of_reviews()


@shared_task(ignore_result=True, expires=10)
def carry_files() -> None:
    """Check and carry on what was brought from other forums, and pack groups for other hosts. Carries no data and may
    run twice."""
    work_on_imports()
    make_handovers()
