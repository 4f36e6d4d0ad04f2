"""Where the opening content lies."""

from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).resolve().parent.parent / "content" / "en"


def documents(name: str) -> Any:
    return yaml.safe_load((CONTENT / name).read_text(encoding="utf-8"))
