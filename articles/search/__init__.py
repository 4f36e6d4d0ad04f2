"""Searching what is published: by meaning of the words typed, however they are spelt and however many there are."""

from articles.search.answers import mended, ranked, search, search_as_typed

__all__ = ["mended", "ranked", "search", "search_as_typed"]
