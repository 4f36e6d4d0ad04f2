"""Passing a case on."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation
from portal.moderation import operations, rules
from portal.moderation.forms.cases import PassForm
from portal.moderation.reads import who_may_take
from portal.moderation.views.cases import through_the_door


@signed_in_to_send("why")
@require_http_methods(["GET", "POST"])
def pass_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Choose a colleague and say why. Whoever does not hold the case is led back to it."""
    found = through_the_door(request, case_id)
    if request.method != "POST" and not rules.holds(request.user, found):
        return redirect(found)
    people = [one.display_name for one in who_may_take(found) if one.pk != request.user.pk]
    form = PassForm(request.POST or None, people=people, initial={"version": found.version})
    if form.is_valid():
        try:
            operations.pass_on(actor=request.user, case=found, **form.cleaned_data)
        except RuleViolation as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
            now = through_the_door(request, case_id)  # whoever sends again has been told how it stands
            form.data = {**request.POST.dict(), "version": str(now.version)}
        else:
            messages.success(request, _("%(name)s has it now.") % {"name": form.cleaned_data["to"]})
            return redirect("moderation:desk")
    return render(request, "moderation/pass_case.html", {"case": found, "form": form, "people": people})
