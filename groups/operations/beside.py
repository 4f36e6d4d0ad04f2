"""What goes with a post besides its words."""

from collections.abc import Collection
from dataclasses import dataclass

from groups.models import Post, Thread
from groups.operations.notes import known


@dataclass(frozen=True, slots=True)
class Beside:
    """`other_name` counts at one's first post in a thread only: there is one voice per person and thread."""

    notes: Collection[str] = ()
    other_name: bool = False


NOTHING = Beside()


def put_beside(post: Post, beside: Beside) -> None:
    """Called in the transaction that makes the post."""
    notes = known(beside.notes)
    if notes:
        post.notes = notes
        post.save(update_fields=["notes"])
        if post.number == 1:
            Thread.objects.filter(pk=post.thread_id).update(notes=notes)
