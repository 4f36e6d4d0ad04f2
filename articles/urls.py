"""Addresses of the library. Content carries its language; the rest of the page follows the reader."""

from django.urls import path, register_converter

from articles.views import (
    feeds,
    glossary,
    guests,
    help_pages,
    keeping,
    library,
    pictures,
    questions,
    reading,
    remarks,
    sheet,
    versions,
    votes,
)


class Language:
    """A language code such as en or ar-x-pseudo."""

    regex = r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Language, "content_language")

app_name = "articles"
urlpatterns = [
    path("learn/", library.article_list, name="article_list"),
    path("learn/review/<str:token>/", guests.guest_review, name="guest_review"),
    path("learn/pictures/<slug:key>.webp", pictures.picture, name="picture"),
    path("learn/kept/", keeping.kept, name="kept"),
    path("learn/questions/", questions.question_list, name="question_list"),
    path("learn/questions/<uuid:pk>/", questions.change_question, name="change_question"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("robots.txt", feeds.robots, name="robots"),
    path("<content_language:language>/learn/", library.library, name="library"),
    path("<content_language:language>/learn/feed/", feeds.feed, name="feed"),
    path("<content_language:language>/learn/topics/<slug:slug>/feed/", feeds.topic_feed, name="topic_feed"),
    path("<content_language:language>/learn/a-z/", library.a_z, name="a_z"),
    path("<content_language:language>/learn/topics/<slug:slug>/", library.topic, name="topic"),
    path("<content_language:language>/learn/get-help/", help_pages.get_help, name="get_help"),
    path("<content_language:language>/learn/get-help/card/", help_pages.help_card, name="help_card"),
    path("<content_language:language>/learn/glossary/", glossary.glossary, name="glossary"),
    path("<content_language:language>/learn/organisations/", glossary.organisations, name="organisations"),
    path("<content_language:language>/learn/<slug:slug>/", reading.article, name="article"),
    path("<content_language:language>/learn/<slug:slug>/preview/", reading.preview, name="preview"),
    path("<content_language:language>/learn/<slug:slug>/remark/", remarks.remark_on_block, name="remark"),
    path("<content_language:language>/learn/<slug:slug>/versions/", versions.versions, name="versions"),
    path("<content_language:language>/learn/<slug:slug>/keep/", keeping.keep, name="keep"),
    path("<content_language:language>/learn/<slug:slug>/helpful/", votes.vote, name="vote"),
    path("<content_language:language>/learn/<slug:slug>/helpful/why/", votes.say_why, name="say_why"),
    path(
        "<content_language:language>/learn/<slug:slug>/questions/",
        questions.article_questions,
        name="article_questions",
    ),
    path(
        "<content_language:language>/learn/<slug:slug>/questions/take/", questions.take_question, name="take_question"
    ),
    path("<content_language:language>/learn/<slug:slug>/code.svg", sheet.code, name="code"),
]
