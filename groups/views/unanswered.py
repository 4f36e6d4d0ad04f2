"""What waits for a first answer, for those who help."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from groups.reads.unanswered import first_answers, unanswered_for
from portal.accounts.requests import OwnRequest


@login_required
@require_safe
def unanswered(request: OwnRequest) -> HttpResponse:
    """Threads without an answer in the groups one helps in, and how long a first answer takes there."""
    context = {"threads": unanswered_for(request.user), "figures": first_answers(request.user)}
    return render(request, "groups/unanswered.html", context)
