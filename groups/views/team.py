"""“Write to the moderators”."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from groups.forms.writing import TeamForm
from groups.models import SupportGroup
from groups.operations.team import write_to_team
from groups.reads.team import group_with_a_team_for
from groups.views.writing import new_key
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import signed_in_to_send
from portal.moderation.asking import worrying
from portal.moderation.enquiries import hours_of
from portal.moderation.limits import may_ask
from portal.moderation.operations import sent_already
from portal.safety.care_check import support_card
from portal.safety.reads import country_of, help_lines


@signed_in_to_send("words")
@require_http_methods(["GET", "HEAD", "POST"])
def team(request: OwnRequest, slug: str) -> HttpResponse:
    group = group_with_a_team_for(request.user, slug)
    if group is None:
        raise Http404
    form = TeamForm(request.POST or None, initial={"form_key": new_key()})
    context = {"group": group, "form": form, "lines": help_lines(country_of(request))}
    context["known"] = SupportGroup.objects.visible_to(request.user).filter(pk=group.pk).exists()
    if not form.is_valid():
        return render(request, "groups/team.html", context)
    words, key = form.cleaned_data["words"], form.cleaned_data["form_key"]
    if sent_already(key) is None and not may_ask(request):
        return render(request, "groups/team.html", context | {"too_many": True}, status=429)
    sent = write_to_team(actor=request.user, group=group, words=words, key=key)
    context["card"] = support_card(worrying(words), country_of(request))
    return render(request, "groups/team_sent.html", context | {"enquiry": sent, "hours": hours_of(sent.case)})
