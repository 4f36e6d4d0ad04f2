"""N8, mutants: the engine is broken on purpose in three ways, and for each at least one run must fail."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench.faults.mutants import CAUGHT_BY

ROOT = Path(__file__).resolve().parents[2]
SUMS, MOST = ("asked", "kills", "lost", "duplicates", "bound"), ("copies_max", "lateness_p99")


def play_mutants(due: int, seed: int) -> dict[str, Any]:
    began, found = time.monotonic(), {}
    for mutant, run in CAUGHT_BY.items():
        words = [sys.executable, "-m", "bench.faults", run, "--due", str(due), "--seed", str(seed), "--mutant", mutant]
        done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        found[mutant] = json.loads(done.stdout) if done.stdout.strip() else {"run": run, "broken": []}
    reports = list(found.values())
    return {
        "run": "N8",
        "seed": seed,
        "due": sum(report.get("due", 0) for report in reports),
        **{name: sum(report.get(name, 0) for report in reports) for name in SUMS},
        **{name: max(report.get(name, 0) for report in reports) for name in MOST},
        "seconds": round(time.monotonic() - began, 1),
        "mutants": {
            mutant: {"run": report["run"], "caught": bool(report["broken"]), "why": report["broken"]}
            for mutant, report in found.items()
        },
        "holds": all(report["broken"] for report in reports),
    }
