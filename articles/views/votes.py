"""Did this guide help? One answer per browser and version, remembered in a signed cookie and nowhere else."""

import json
from typing import Any

from allauth.core.ratelimit import respond_429
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.crypto import salted_hmac

from articles.limits import may_go_on
from articles.models import Article, Revision
from articles.operations import votes
from portal.core.posting import post_or_go

COOKIE = "helped"
SALT = "articles.helped"
A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60
A_DAY_IN_SECONDS = 24 * 60 * 60
REMEMBERED = 60
PER_HOUR = 60
ANSWERS = {"yes": True, "no": False}

Memory = dict[str, list[int]]
"""By revision: the vote, whether it was a yes, and whether there is nothing left to ask."""


def memory(request: HttpRequest) -> Memory:
    try:
        found = json.loads(request.get_signed_cookie(COOKIE, default="{}", salt=SALT) or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def said(request: HttpRequest, revision: Revision | None) -> dict[str, Any]:
    """What this browser answered about this version, for the page."""
    told = memory(request).get(str(revision.pk)) if revision else None
    return {"helpful": bool(told[1]), "ask_why": not told[2]} if told else {}


def back(article: Article, known: Memory) -> HttpResponse:
    response = redirect(f"{article.get_absolute_url()}#helpful")
    kept = dict(list(known.items())[-REMEMBERED:])
    response.set_signed_cookie(
        COOKIE, json.dumps(kept), salt=SALT, max_age=A_YEAR_IN_SECONDS, httponly=True, samesite="Lax",
        secure=settings.CSRF_COOKIE_SECURE,
    )  # fmt: skip
    return response


def is_first(request: HttpRequest, revision: Revision) -> bool:
    """Of two posts at once from one browser only one counts: the secret of its forms stands for it, for a day."""
    secret = request.COOKIES.get(settings.CSRF_COOKIE_NAME, "")
    if not secret:
        return True
    key = salted_hmac("handrail.articles.vote", f"{secret}|{revision.pk}").hexdigest()
    return bool(cache.add(f"vote:{key}", 1, A_DAY_IN_SECONDS))


@post_or_go("articles:article", "language", "slug")
def vote(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    readable = Article.objects.visible_to(request.user).published().select_related("current")
    article = get_object_or_404(readable, language=language, slug=slug)
    revision, known, answer = article.current, memory(request), request.POST.get("helped", "")
    if revision is None or answer not in ANSWERS or str(revision.pk) in known:
        return redirect(f"{article.get_absolute_url()}#helpful")
    if not may_go_on(request, "vote", PER_HOUR):
        return respond_429(request)
    helpful, number = ANSWERS[answer], 0
    if is_first(request, revision):
        number = votes.cast_vote(revision=revision, helpful=helpful).pk
    known[str(revision.pk)] = [number, int(helpful), int(helpful or not number)]
    return back(article, known)


@post_or_go("articles:article", "language", "slug")
def say_why(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """The second step after a no. Whoever skips it has voted all the same."""
    readable = Article.objects.visible_to(request.user).published().select_related("current")
    article = get_object_or_404(readable, language=language, slug=slug)
    known = memory(request)
    told = known.get(str(article.current_id))
    if told and votes.give_reason(vote_id=told[0], reason=request.POST.get("reason", "")):
        told[2] = 1
    return back(article, known)
