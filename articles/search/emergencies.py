"""Whether a query reads like a sign that published emergency cards name."""

import re

from articles.blocks.inline import markdown_line, words_of
from articles.languages import content_language
from articles.models import PublishedCareCard
from portal.vocabulary.models import HealthTopicName

LONGEST = 8
FILLER = frozenset({"a", "an", "the", "in", "my", "i", "have", "of", "with", "and", "is", "me", "new", "very", "bad"})


def reads_like_a_sign(query: str, language: str) -> bool:
    """Two words or more that stand side by side in one emergency sign, in any order, and name no ordinary topic.

    At most two queries, and none for a single word or a long text, which the screening reads.
    """
    said = _words(query)
    if not 2 <= len(said) <= LONGEST:
        return False
    language = content_language(language)
    cards = PublishedCareCard.objects.filter(language=language, level=PublishedCareCard.Level.EMERGENCY)
    signs = [
        words_of(markdown_line(str(sign["text"])))
        for data in cards.values_list("data", flat=True)
        for sign in data.get("symptoms", [])
    ]
    return any(_stands_in(said, sign) for sign in signs) and not _is_a_topic(said, language)


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in FILLER]


def _stands_in(said: list[str], sign: str) -> bool:
    words, wanted = _words(sign), sorted(said)
    return any(sorted(words[at : at + len(said)]) == wanted for at in range(len(words) - len(said) + 1))


def _is_a_topic(said: list[str], language: str) -> bool:
    names = HealthTopicName.objects.filter(language=language).values_list("name", "synonyms")
    return any(sorted(_words(name)) == sorted(said) for first, others in names for name in [first, *others])
