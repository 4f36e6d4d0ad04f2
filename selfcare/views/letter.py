"""What the weekly letter says."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from selfcare import operations, reads
from selfcare.forms import LetterForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: OwnRequest) -> HttpResponse:
    form = LetterForm(request.POST or None, initial={"how": reads.letter_says(request.user)})
    if form.is_valid():
        try:
            operations.letter_with_numbers(actor=request.user, wanted=form.cleaned_data["how"] == "numbers")
            messages.success(request, _("Saved. It holds from the next letter."))
            return redirect("selfcare:letter")
        except RuleViolation as no:
            form.add_error(None, no.message)
    return render(request, "selfcare/letter.html", {"form": form})
