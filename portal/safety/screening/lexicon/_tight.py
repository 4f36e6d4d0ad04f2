"""Long word lists, wrapped for the reader."""


def tight(words: str) -> str:
    """A list of alternatives that may run over several lines, as one close alternative."""
    return "".join(words.split())
