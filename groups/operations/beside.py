"""What goes with a post besides its words."""

from collections.abc import Collection
from dataclasses import dataclass

from groups.models import Post, Thread
from groups.operations.notes import known
from groups.operations.pictures import GivenPicture, put_picture
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Beside:
    """`other_name` counts at one's first post in a thread only: there is one voice per person and thread."""

    notes: Collection[str] = ()
    other_name: bool = False
    picture: GivenPicture | None = None

    def to_screen(self, body: str) -> str:
        """The words, and what is said that the picture shows."""
        return f"{body}\n\n{self.picture.alt}" if self.picture else body


NOTHING = Beside()


def put_beside(actor: User, post: Post, beside: Beside) -> None:
    """Called in the transaction that makes the post. Raises RuleViolation."""
    notes = known(beside.notes)
    if notes:
        post.notes = notes
        post.save(update_fields=["notes"])
        if post.number == 1:
            Thread.objects.filter(pk=post.thread_id).update(notes=notes)
    if beside.picture is not None:
        put_picture(actor=actor, post=post, given=beside.picture)
