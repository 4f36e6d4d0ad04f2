"""What happens by itself."""

from celery import shared_task

from groups.operations.edits import purge_deleted


@shared_task(ignore_result=True, expires=60)
def purge_deleted_words() -> None:
    """Forget the words of posts taken down more than ten minutes ago. May run twice, or late."""
    purge_deleted(limit=500)
