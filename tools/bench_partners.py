"""Print how long the learned ranking of partners takes, cold and warm. Never a test.

Run it as ``python -m tools.bench_partners``, or as ``make bench-partners``. Seconds are of the
processor: a busy machine takes longer by the clock.
"""

import statistics
import subprocess
import sys
import time
from typing import Final

import numpy as np

from elci.domain.matching.ranking import shipped_ranker
from elci.domain.matching.wide import usual_world

WARM: Final = 30
COLD: Final = """
import time
from elci.domain.matching.ranking import shipped_ranker
from elci.domain.matching.wide import usual_world
shipped_ranker().rank(usual_world().features, 100)
print(time.process_time())
"""


def main() -> None:
    """Print the figures."""
    cold = [
        float(subprocess.run([sys.executable, "-c", COLD], capture_output=True, check=True).stdout)
        for _ in range(3)
    ]
    wide, ranker = usual_world(), shipped_ranker()
    ranker.rank(wide.features, 0)
    times = []
    for city in np.random.default_rng(0).choice(wide.world.candidates, WARM).tolist():
        started = time.process_time()
        ranker.rank(wide.features, city)
        times.append(1000 * (time.process_time() - started))
    print(f"candidates {wide.world.candidates:,}, ties {wide.world.ties.m:,}")
    print(f"cold, with starting Python: {min(cold):.2f} s of the processor (wanted 1.5)")
    print(f"warm: half {statistics.median(times):.0f} ms, slowest {max(times):.0f} ms (wanted 100)")


if __name__ == "__main__":
    main()
