"""The front door: what Handrail is, for who is not signed in; the day ahead, for who is."""

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from articles.reads import start_here
from groups.reads import new_in_my_groups
from groups.reads.directory import directory
from groups.reads.drafts import unfinished
from portal.accounts.requests import OwnRequest
from portal.home.device_mark import device_mark
from portal.home.greeting import greeting
from portal.notifications.devices import for_page
from selfcare.forms import CheckedForm
from selfcare.reads import today as plan_of_today
from selfcare.reads.danger import exercise_held
from selfcare.reads.foods import foods_for_today


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("home:today")
    context = {"guides": start_here("en", 5), "groups": directory(AnonymousUser())[:3]}
    return render(request, "home/home.html", context)


@require_safe
@login_required
def today(request: OwnRequest) -> HttpResponse:
    context = {
        "greeting": greeting(),
        "today": plan_of_today(request.user),
        "foods": foods_for_today(request.user),
        "held": exercise_held(request.user),
        "checked": CheckedForm(),
        "device_mark": device_mark(request.user),
        "push": for_page(request.user, request.session),
        "new_in_groups": new_in_my_groups(request.user, 3),
        "drafts": unfinished(request.user, 2),
        "guides": start_here(request.user.language, 3),
    }
    return render(request, "home/today.html", context)
