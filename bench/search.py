"""Load the articles of the bench into an empty database, rank every set of questions, and print the scores as JSON."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.scores import of_all, of_question, percentile

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data" / "search"
ARTICLES = "articles.jsonl.gz"


def main(arguments: list[str]) -> int:
    data = Path(arguments[0]) if arguments else DATA
    sets = sorted(path for path in data.glob("*.jsonl"))
    if not (data / ARTICLES).is_file() or not sets:
        print(f"There is no {ARTICLES} with sets of questions (*.jsonl) in {data}.", file=sys.stderr)
        print("Name another folder: scripts/bench search FOLDER", file=sys.stderr)
        return 2
    _manage("migrate", "-v0")
    began = time.monotonic()
    _manage("import_articles", str(data / ARTICLES), "-v0")
    found: dict[str, Any] = {"import_seconds": round(time.monotonic() - began, 1)}
    with tempfile.TemporaryDirectory() as folder:
        for questions in sets:
            out = Path(folder) / questions.name
            _manage("rank", str(questions), "--timed", "--out", str(out))
            found[questions.stem] = scored(questions, out)
    print(json.dumps(found, indent=2))
    return 0


def scored(questions: Path, run: Path) -> dict[str, float]:
    answers = {row["qid"]: row for row in _rows(run)}
    asked = _rows(questions)
    times = [row["ms"] for row in answers.values() if "ms" in row]
    marks = of_all(
        of_question(row["relevant"], answers.get(str(row["qid"]), {"ranked": []})["ranked"]) for row in asked
    )
    return {"questions": len(asked), **marks, "p50_ms": percentile(times, 0.5), "p95_ms": percentile(times, 0.95)}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _manage(*words: str) -> None:
    subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, check=True, stdout=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
