"""What is wrong with a block, where, and in words that its writer can act on."""

from dataclasses import dataclass

Step = str | int
Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """`path` leads into the block: ("symptoms", 2, "source") is the source of the third symptom."""

    path: Path
    message: str
    missing: bool = False


class Problems(list[Problem]):
    """Collects what is wrong, so that a writer hears of everything at once."""

    def add(self, path: Path, message: object, *, missing: bool = False) -> None:
        self.append(Problem(path, str(message), missing))
