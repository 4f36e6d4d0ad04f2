"""A request of a program that carries an Idempotency-Key is done once, however often it is sent
(draft-ietf-httpapi-idempotency-key-header).

The key, the act and the answer are committed together: a program that lost the answer, or the server that gave it, may
send again. Whoever sends the same key at the same moment waits for the first and gets its answer.
"""

import hashlib
import hmac
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from allauth.headless.contrib.rest_framework.authentication import XSessionTokenAuthentication
from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg.errors import LockNotAvailable

from portal.accounts.models import AnsweredRequest
from portal.core.problems import plain_problem

Handler = Callable[[HttpRequest], HttpResponse]
WRITES = ("POST", "PUT", "PATCH", "DELETE")
KEPT = timedelta(hours=24)
LONGEST_KEY = 200
TOLD_AGAIN = ("Content-Type", "Location", "ETag")
WAIT = "10s"  # how long a second sender of one key waits for the first


def answer_once(get_response: Handler) -> Handler:
    def answer(request: HttpRequest) -> HttpResponse:
        key = request.headers.get("Idempotency-Key")
        if key is None or request.method not in WRITES or not request.path.startswith("/api/v1/"):
            return get_response(request)
        if not key or len(key) > LONGEST_KEY or not key.isprintable():
            return plain_problem(400, "idempotency_key", _("An Idempotency-Key has 1 to 200 printable characters."))
        user = sender(request)
        if user is None:
            return get_response(request)
        try:
            with transaction.atomic():
                return done_once(user, key, request, get_response)
        except OperationalError as error:
            if not isinstance(error.__cause__, LockNotAvailable):
                raise
            response = plain_problem(409, "still_working", _("The first request with this key is still being done."))
            response["Retry-After"] = "5"
            return response

    return answer


def sender(request: HttpRequest) -> Any | None:
    """Who asks, by cookie or by token. Somebody unknown is left to the views, which know what to say."""
    if request.user.is_authenticated:
        return request.user
    known = XSessionTokenAuthentication().authenticate(request)
    return known[0] if known and known[0].is_active else None


def done_once(user: Any, key: str, request: HttpRequest, get_response: Handler) -> HttpResponse:
    """Inside a transaction. A refusal changes nothing, so it leaves the key free for a better request."""
    asked = digest(request)
    row = AnsweredRequest(user=user, key_digest=hashlib.sha256(key.encode()).digest(), request_digest=asked)
    if not took(row):
        earlier = AnsweredRequest.objects.filter(user=user, key_digest=row.key_digest).get()
        if bytes(earlier.request_digest) != asked:
            return plain_problem(
                422, "idempotency_key_reused", _("This Idempotency-Key was used for another request. Take a new one.")
            )
        return told_again(earlier)
    response = get_response(request)
    if response.status_code >= 500:
        transaction.set_rollback(True)
        return response
    if response.status_code >= 400 or response.streaming:
        row.delete()
        return response
    headers = {name: response[name] for name in TOLD_AGAIN if name in response}
    row.answer = {"status": response.status_code, "headers": headers, "body": response.content.decode()}
    row.save(update_fields=["answer_sealed"])
    return response


def took(row: AnsweredRequest) -> bool:
    """Whether this request is the first with its key. Waits for another one that is under way, but not for ever."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [WAIT])
        cursor.execute(
            "INSERT INTO accounts_answeredrequest (id, user_id, key_digest, request_digest, answered_at)"
            " VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
            [row.pk, row.user_id, bytes(row.key_digest), bytes(row.request_digest), row.answered_at],
        )
        first = cursor.rowcount == 1
        cursor.execute("SELECT set_config('lock_timeout', '0', true)")
    row._state.adding = False
    return first


def digest(request: HttpRequest) -> bytes:
    """Of the address and what was sent with it, under the site's key: what a program sends is often one of few, such as
    a number for pain, and whoever has a copy of the database must not find it by trying. A file that is being uploaded
    counts by its length alone: reading it here would hold it in memory."""
    upload = (request.content_type or "").startswith("multipart/")
    sent = request.headers.get("Content-Length", "").encode() if upload else request.body
    head = f"{request.method} {request.get_full_path()} {request.headers.get('If-Match', '')}\n"
    return hmac.digest(settings.INDEX_KEY.encode(), b"repeated request|" + head.encode() + sent, "sha256")


def told_again(earlier: AnsweredRequest) -> HttpResponse:
    told = earlier.answer
    response = HttpResponse(told["body"], status=told["status"], headers=told["headers"])
    response["Idempotency-Replayed"] = "true"
    return response


def forget_answers() -> int:
    """Forget the answers of more than a day ago; returns how many."""
    return AnsweredRequest.objects.filter(answered_at__lt=timezone.now() - KEPT).delete()[0]
