"""Telling editors, without saying who, what people look for and do not find."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from articles import rules
from articles.languages import content_language
from articles.operations.unanswered import note_unanswered


def note_in_vain(request: HttpRequest, query: str) -> None:
    """Editors try searches out, and a question about headers is nobody's question: neither counts."""
    if request.method != "GET" or rules.may_edit(request.user):
        return
    person = request.user
    language = content_language(person.language if person.is_authenticated else "en")
    note_unanswered(query=query, language=language, asker=_asker(request))


def _asker(request: HttpRequest) -> str:
    """Something that stays the same for one person from one search to the next."""
    if request.user.is_authenticated:
        return str(request.user.pk)
    return f"{get_adapter().get_client_ip(request)}|{request.headers.get('User-Agent', '')}"
