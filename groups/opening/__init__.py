"""Loading the opening groups and, in demo mode, invented people who talk in them. Running again adds nothing."""

from django.db import transaction

from groups.opening.around import put_around
from groups.opening.desk import bring_reports
from groups.opening.files import documents
from groups.opening.founding import found_groups
from groups.opening.people import invite_people
from groups.opening.talk import load_talk


@transaction.atomic
def load(demo: bool) -> str:
    """Found the groups that are not there yet; in demo mode people them and let them talk."""
    groups = found_groups(documents("groups.yaml"))
    if not demo:
        return f"Groups: {len(groups)} groups."
    people = invite_people(groups)
    threads, posts = load_talk(groups, people)
    reports = bring_reports(people)
    put_around(groups, people)
    return (
        f"Groups: {len(groups)} groups, {len(people)} people, {threads} new threads with {posts} posts, "
        f"{reports} new reports."
    )
