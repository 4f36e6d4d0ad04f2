"""Questions to take to an appointment: collected from guides or written oneself, in one's own order."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from articles.asking import questions_of
from articles.models import AppointmentQuestion, Article
from articles.operations import questions
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go


def shown(request: OwnRequest, status: int = 200, **more: object) -> HttpResponse:
    own = AppointmentQuestion.objects.owned_by(request.user)
    return render(request, "articles/questions.html", {"questions": own, **more}, status=status)


@signed_in_to_send("words")
@require_http_methods(["GET", "POST"])
def question_list(request: OwnRequest) -> HttpResponse:
    """The list. Posting adds a question of one's own, or puts back one that was just removed."""
    if request.method == "GET":
        return shown(request)
    words, place = request.POST.get("words", ""), request.POST.get("position", "")
    try:
        if place.isdecimal():
            questions.put_back(actor=request.user, words=words, position=int(place[:6]))
        elif questions.add_question(actor=request.user, words=words) is None:
            messages.info(request, _("This question is on your list already."))
    except RuleViolation as refusal:
        return shown(request, words=words, error=refusal.message)
    return redirect("articles:question_list")


@login_required
@post_or_go("articles:question_list")
def change_question(request: OwnRequest, pk: uuid.UUID) -> HttpResponse:
    """Up, down, asked or not, or removed. Removing offers the way back on the page that answers."""
    question = get_object_or_404(AppointmentQuestion.objects.owned_by(request.user), pk=pk)
    act = request.POST.get("act", "")
    if act in {"up", "down"}:
        questions.move_question(actor=request.user, question=question, down=act == "down")
    elif act in {"asked", "not-asked"}:
        questions.mark_asked(actor=request.user, question=question, asked=act == "asked")
    elif act == "remove":
        removed = {"words": question.words, "position": question.position}
        questions.remove_question(actor=request.user, question=question)
        return shown(request, removed=removed)
    return redirect("articles:question_list")


@require_safe
def article_questions(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """The questions of one guide, to be printed. For everybody."""
    readable = Article.objects.visible_to(request.user).published().select_related("current")
    article = get_object_or_404(readable, language=language, slug=slug)
    found = questions_of(article.current)
    if not found:
        raise Http404
    return render(request, "articles/article_questions.html", {"article": article, "questions": found})


@login_required
@post_or_go("articles:article", "language", "slug")
def take_question(request: OwnRequest, language: str, slug: str) -> HttpResponse:
    """One question of a guide, by its number, onto one's own list."""
    readable = Article.objects.visible_to(request.user).published().select_related("current")
    article = get_object_or_404(readable, language=language, slug=slug)
    asked, number = questions_of(article.current), request.POST.get("number", "")
    if not number.isdecimal() or int(number[:4]) >= len(asked):
        raise Http404
    try:
        added = questions.add_question(actor=request.user, words=asked[int(number[:4])])
        told = _("It is on your list for the appointment.") if added else _("This question is on your list already.")
        messages.success(request, told)
    except RuleViolation as refusal:
        messages.warning(request, refusal.message)
    return redirect(f"{article.get_absolute_url()}#questions")
