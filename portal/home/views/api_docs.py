"""The API's page for people. It needs no script and asks no other host."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from portal.home.api_docs import operations

PLACES = ("articles", "groups", "threads", "posts", "today", "water")


@extend_schema(exclude=True)
@api_view(["GET"])
def index(request: Request) -> Response:
    """Where everything is."""
    root = reverse("api:index")
    return Response({**{name: f"{root}{name}/" for name in PLACES}, "schema": f"{root}schema/", "docs": f"{root}docs/"})


@require_safe
def api_docs(request: HttpRequest) -> HttpResponse:
    return render(request, "home/api_docs.html", {"operations": operations()})
