"""One search box over everything the person may see."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.languages import content_language
from articles.reads import topics_in_use
from portal.core.search import search_sources
from portal.home.forms import SearchForm
from portal.home.in_vain import note_in_vain
from portal.home.looking import look
from portal.safety.reads import country_of


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET or None)
    context = {"form": form, "sources": list(search_sources), "query": "", "kind": ""}
    if request.GET and form.is_valid():
        query, kind, exact = (form.cleaned_data[name] for name in ("q", "kind", "exact"))
        context |= {"query": query, "kind": kind, "exact": exact}
        found = look(request.user, query, kind, country=country_of(request), exact=exact)
        context["found"] = found
        if not found.total:
            language = content_language(get_language())
            context |= {"language": language, "topics": topics_in_use(language)}
            if kind in {"", "articles"} and not exact:
                note_in_vain(request, query)
    return render(request, "home/search.html", context)
