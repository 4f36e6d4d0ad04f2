"""Whether a version of a guide helped. Nothing that is written says who thought so."""

from articles.models import HelpfulVote, Revision


def cast_vote(*, revision: Revision, helpful: bool) -> HelpfulVote:
    """Once per browser: the page sees to that, since a vote knows nobody."""
    return HelpfulVote.objects.create(revision=revision, helpful=helpful)


def give_reason(*, vote_id: int, reason: str) -> bool:
    """Why it did not help, once. False for a reason that is none, or a vote that has one."""
    if reason not in HelpfulVote.Reason.values:
        return False
    return bool(HelpfulVote.objects.filter(pk=vote_id, helpful=False, reason="").update(reason=reason))
