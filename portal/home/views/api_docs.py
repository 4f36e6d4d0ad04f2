"""The API's page for people. It needs no script and asks no other host."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.home.api_docs import operations


@require_safe
def api_docs(request: HttpRequest) -> HttpResponse:
    return render(request, "home/api_docs.html", {"operations": operations()})
