"""How long the ``elci`` command takes to say its help, and what it imports for that."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

MOST_SECONDS: Final = 0.4
_RUNS: Final = 10


def seconds_to_help() -> list[float]:
    """Return how long each of several runs of ``elci --help`` took, from start to end."""
    command = [str(Path(sys.executable).parent / "elci"), "--help"]
    return [_seconds_of(command) for _run in range(_RUNS)]


def slowest_imports(most: int = 8) -> list[str]:
    """Return the imports behind ``elci --help`` that take longest, theirs included."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import elci.cli"],
        capture_output=True,
        text=True,
        check=True,
    )
    rows = [line.split("|") for line in done.stderr.splitlines() if line.count("|") == 2]
    timed = [(int(row[1]), row[2].strip()) for row in rows if row[1].strip().isdigit()]
    return [f"{micro / 1000:.0f} ms {name}" for micro, name in sorted(timed, reverse=True)[:most]]


def help_line() -> str:
    """Return the median of the runs with its verdict."""
    runs = seconds_to_help()
    median = statistics.median(runs)
    verdict = "ok" if median <= MOST_SECONDS else "slow"
    return (
        f"elci --help: median {median:.2f} s, slowest {max(runs):.2f} s of {len(runs)}: {verdict}"
    )


def _seconds_of(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env={**os.environ})
    return time.perf_counter() - begun
