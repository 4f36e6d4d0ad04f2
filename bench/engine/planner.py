"""One more planner. Says that it is ready, waits for a line, and prints how many activities it advanced.

python -m bench.engine.planner SECONDS
"""

import sys
import time

import django

if __name__ == "__main__":
    django.setup()

    from bench.engine.planning import plan_until

    print("Ready.", flush=True)
    sys.stdin.readline()
    print(plan_until(time.monotonic() + float(sys.argv[1])), flush=True)
