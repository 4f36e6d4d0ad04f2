"""Article files: Markdown with front matter and block fences. What is written reads back the same."""

from articles.files.reading import BIGGEST, BadFile, File, FileBlock, Flaw, read
from articles.files.writing import write

__all__ = ["BIGGEST", "BadFile", "File", "FileBlock", "Flaw", "read", "write"]
