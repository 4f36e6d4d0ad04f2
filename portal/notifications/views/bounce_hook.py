"""Where a mail provider says what came back. Answers in problem documents; without a secret the address is none."""

import json
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from portal.core.errors import RuleViolation
from portal.core.problems import plain_problem
from portal.notifications.operations.hook import MOST, NotTrusted, TooMany, need_trust, take_in

LARGEST = 512_000


@never_cache
@csrf_exempt  # the signature over the whole body is the permission
@require_POST
def bounce_hook(request: HttpRequest) -> HttpResponse:
    if not settings.BOUNCE_SECRETS:
        raise Http404
    if int(request.headers.get("Content-Length") or 0) > LARGEST:
        return plain_problem(413, "too_large", "Send at most half a megabyte at a time.")
    signed = {
        "timestamp": request.headers.get("X-Handrail-Timestamp", ""),
        "signature": request.headers.get("X-Handrail-Signature", ""),
    }
    try:
        need_trust(**signed, body=request.body)
        take_in(**signed, body=request.body, events=events_in(request.body))
    except NotTrusted:
        return plain_problem(403, "not_trusted", "The signature does not fit, or the time is not now.")
    except TooMany:
        return plain_problem(413, "too_many", f"Send at most {MOST} events at a time.")
    except ValueError:
        return plain_problem(400, "not_json", "The body is not JSON.")
    except RuleViolation as refusal:
        return plain_problem(409, refusal.code, refusal.message)
    return HttpResponse(status=204)


def events_in(body: bytes) -> list[Any]:
    """`{"events": […]}`, a list, or one event alone. Raises ValueError for what is not JSON."""
    said = json.loads(body)
    events = said.get("events", [said]) if isinstance(said, dict) else said
    return events if isinstance(events, list) else [events]
