"""API errors as problem documents (RFC 9457): a type, a title, a status, a stable code, and what to mend by field."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.views import defaults
from django.views.decorators.csrf import csrf_exempt
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from portal.core.errors import RuleViolation

MEDIA_TYPE = "application/problem+json"


def document(status: int, code: str, title: str, **more: Any) -> dict[str, Any]:
    return {"type": f"urn:handrail:problem:{code}", "title": title, "status": status, "code": code, **more}


def problem(status: int, code: str, title: str, **more: Any) -> Response:
    """One problem document, served as application/problem+json."""
    return Response(document(status, code, title, **more), status=status, content_type=MEDIA_TYPE)


def plain_problem(status: int, code: str, title: str) -> HttpResponse:
    """The same outside of the views of the API: needs no renderer, no person and no database."""
    return JsonResponse(document(status, code, title), status=status, content_type=MEDIA_TYPE)


def is_for_programs(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def broken(request: HttpRequest) -> HttpResponse:
    """Something of ours broke: a page for people, a problem for programs."""
    if is_for_programs(request):
        return plain_problem(500, "error", _("Something went wrong on our side."))
    return defaults.server_error(request)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_for_programs(request):
        return plain_problem(400, "bad_request", _("We could not read that."))
    return defaults.bad_request(request, exception)


@csrf_exempt
def nowhere(request: HttpRequest) -> HttpResponse:
    """An address under the API that is none. Where only the last stroke is missing, the way on, body and all."""
    if not request.path.endswith("/"):
        try:
            if resolve(f"{request.path_info}/").func is not nowhere:
                query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
                return HttpResponsePermanentRedirect(f"{request.path}/{query}", status=308)
        except Resolver404:
            pass
    return plain_problem(404, "not_found", _("There is nothing here that you can see."))


def fields(detail: Any) -> dict[str, list[dict[str, str]]]:
    """DRF's nested error detail as `{"field": [{"code", "message"}]}`; nested names are joined with dots."""
    found: dict[str, list[dict[str, str]]] = {}

    def walk(value: Any, name: str) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, f"{name}.{key}" if name else str(key))
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                walk(inner, f"{name}.{index}" if isinstance(inner, dict) else name)
        else:
            entry = {"code": getattr(value, "code", "invalid"), "message": str(value)}
            found.setdefault(name or "request", []).append(entry)

    walk(detail, "")
    return found


def as_problem(error: Exception, context: dict[str, Any]) -> Response | None:
    """Turn any refusal into a problem document; what is not a refusal stays a 500 that says nothing about insides."""
    set_rollback()
    if isinstance(error, RuleViolation):
        more = {"fields": {error.field: [{"code": error.code, "message": error.message}]}} if error.field else {}
        return problem(409, error.code, error.message, **more)
    if isinstance(error, Http404):
        return problem(404, "not_found", _("There is nothing here that you can see."))
    if isinstance(error, PermissionDenied):
        return problem(403, "forbidden", str(error) or _("You cannot do this."))
    if isinstance(error, ValidationError):
        return problem(
            400,
            "invalid",
            _("Some of this needs mending."),
            fields=fields(exceptions.ValidationError(error.messages).detail),
        )
    if isinstance(error, exceptions.ValidationError):
        return problem(400, "invalid", _("Some of this needs mending."), fields=fields(error.detail))
    if isinstance(error, exceptions.APIException):
        unknown = isinstance(error, (exceptions.NotAuthenticated, exceptions.AuthenticationFailed))
        response = problem(401 if unknown else error.status_code, error.default_code, str(error.detail))
        wait = getattr(error, "wait", None)
        if wait is not None:
            response["Retry-After"] = str(int(wait) + 1)
        if unknown:
            header = context["view"].get_authenticate_header(context["request"])
            response["WWW-Authenticate"] = header or "X-Session-Token"
        return response
    return None
