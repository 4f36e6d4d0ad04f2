"""What is new in a group, for feed readers: only where everyone may read, and always what a stranger would see."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from articles.structured import tag_of_text, whole_address
from groups.models import SupportGroup, Thread

NEWEST = 30


@require_safe
def feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Titles and times, no words of posts: a reader keeps what it fetched, and what is taken down here must not live
    on there. The tag changes with what is in it, and only with that."""
    nobody = AnonymousUser()
    group = get_object_or_404(SupportGroup.objects.readable_by(nobody), slug=slug)
    threads = Thread.objects.visible_to(nobody).filter(group=group, notes=[], team_notes=[])
    rows = list(threads.select_related("starter").order_by("-last_post_at", "-pk")[:NEWEST])
    tag = quote_etag(tag_of_text(group.name + "".join(f"{row.public_id}{row.title}{row.last_number}" for row in rows)))
    response = HttpResponse(_atom(group, rows), content_type="application/atom+xml; charset=utf-8")
    response.headers["ETag"] = tag
    return get_conditional_response(request, etag=tag, response=response) or response


def _atom(group: SupportGroup, threads: list[Thread]) -> str:
    address = whole_address(reverse("groups:feed", args=[group.slug]))
    atom = Atom1Feed(
        title=f"{settings.SITE_NAME}: {group.name}", link=whole_address(group.get_absolute_url()),
        description=group.summary, language=(group.languages or ["en"])[0], feed_url=address,
    )  # fmt: skip
    for thread in threads:
        atom.add_item(
            title=thread.title,
            link=whole_address(thread.get_absolute_url()),
            description="",
            unique_id=f"tag:{settings.SITE_NAME.lower()},{thread.created_at:%Y}:{thread.public_id}",
            author_name=thread.starter.shown_name if thread.starter else "",
            pubdate=thread.created_at,
            updateddate=thread.last_post_at,
        )
    return str(atom.writeString("utf-8"))
