"""Two people at one article: nobody overwrites, or publishes, words that they have not seen."""

from typing import Any

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.models import Article
from articles.operations.drafts import Draft, draft_of
from portal.core.moments import when

STALE = "stale"


def state_of(article: Article, draft: Draft | None = None) -> str:
    """A short word for everything that an editor sees on the page of an article. `draft` where it was read already."""
    return f"{(draft or draft_of(article)).digest}-{article.position}-{article.translation_of_id or ''}"


def lock(article: Article) -> Article:
    """The article as it stands now, which nobody else can save until we are done. Needs a transaction."""
    return Article.objects.select_for_update().get(pk=article.pk)


def who_changed(article: Article) -> str:
    """A sentence that says who saved it last and when. Files are imported by nobody."""
    saved = LogEntry.objects.filter(
        content_type=get_content_type_for_model(article), object_id=str(article.pk), action_time__gte=article.edited_at
    )
    last = saved.select_related("user").order_by("action_time").first()
    said = {"name": last.user.display_name if last else "", "when": when(article.edited_at)}
    return (
        _("%(name)s changed this article after you opened it (%(when)s).") % said
        if last
        else _("This article was changed after you opened it (%(when)s).") % said
    )


class SeenForm(forms.Form):
    """A form that remembers which words were on the page."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def refuse_stale(self, article: Article, advice: str) -> None:
        """Adds an error when the article says something else by now. What was typed stays, and the next try counts as
        having seen what was told here."""
        now = lock(article)
        state = state_of(now)
        if self.cleaned_data.get("seen") == state:
            return
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data[self.add_prefix("seen")] = state  # type: ignore[index]
        self.add_error(None, ValidationError(f"{who_changed(now)} {advice}", code=STALE))


class ArticleForm(SeenForm, forms.ModelForm):
    class Meta:
        model = Article
        fields = ["title", "lead", "language", "slug", "sample", "art", "minutes", "position", "translation_of"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            self.initial["seen"] = state_of(self.instance)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.instance._state.adding:
            advice = _("Nothing was saved, and your words are still here. Look at theirs in the preview first: "
                       "saving again puts yours in their place.")  # fmt: skip
            self.refuse_stale(self.instance, advice)
        return cleaned
