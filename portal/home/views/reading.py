"""How one reads in groups: a setting of each person's own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groups.forms.beside import ReadingForm
from groups.models import Reading
from groups.operations.notes import choose_reading
from portal.accounts.requests import OwnRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reading(request: OwnRequest) -> HttpResponse:
    form = ReadingForm(request.POST or None, reading=Reading.objects.owned_by(request.user).first())
    if form.is_valid():
        choose_reading(actor=request.user, **form.chosen())
        messages.success(request, _("Saved. This is how you will read in groups."))
        return redirect("home:reading")
    return render(request, "home/reading.html", {"form": form})
