"""Print how long the finder and the impact run take over large portfolios; never a test.

Run it as ``python -m tools.bench_finder [RELATIONS …]``, or as ``make bench-finder``. All relations
are kept by one workspace; the register is made up as ``make bench`` makes it and stays in
``data/bench/``. *Wall* is what a person waits, *own* the time of the process itself.
"""

import argparse
import os
import resource
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
SIZES: Final = (10_000, 100_000)
TODAY: Final = date(2026, 11, 1)
BAR: Final = """
[[rule]]
id = "bar"
name = {{tr = "Yasaktır.", en = "It is prohibited."}}
slot = "approval"
verdict = "prohibited"
act = ["sister_city"]
from = 2027-01-01
overrides = {overrides!r}
basis = [{basis!r}]
"""


def main() -> int:
    """Measure each size in a process of its own, because Django chooses its database once."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("relations", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--one", type=Path, help="the folder of a register (for this tool itself)")
    asked = parser.parse_args()
    if asked.one is not None:
        return measure(asked.relations[0])
    print(
        "| Relations | What | Wall s | Own s | MB | Lines |\n|---|---|---|---|---|---|", flush=True
    )
    return max(in_its_own_process(number) for number in asked.relations)


def in_its_own_process(relations: int) -> int:
    """Run this tool for one register."""
    folder = ROOT / "data" / "bench" / f"sqlite-{relations}-one"
    folder.mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ELCI_")}
    kept.pop("DATABASE_URL", None)
    kept |= {"ELCI_DATA_DIR": str(folder), "ELCI_SECRET_KEY": secrets.token_urlsafe(50)}
    command = [sys.executable, "-m", "tools.bench_finder", str(relations), "--one", str(folder)]
    return subprocess.run(command, cwd=ROOT, env=kept, check=False).returncode


def measure(relations: int) -> int:
    """Print a line for each thing that is measured on a register of so many relations."""
    from elci.config import start  # noqa: PLC0415 -- Django reads its settings only now

    start.use_environment(None)
    start.prepare()
    from elci.agreements.models import Account  # noqa: PLC0415 -- as above
    from tools.bench.generating import Size, fill  # noqa: PLC0415 -- as above

    if not Account.objects.exists():
        fill(Size.of(relations, largest_share=1.0))
    for what, work in tasks():
        print(f"| {relations:,} | {what} | {line(work)} |", flush=True)
    return 0


def tasks() -> Iterator[tuple[str, Callable[[], int]]]:
    """Yield what is measured: the parts that pages show, then the whole."""
    from elci.accounts.models import Workspace  # noqa: PLC0415 -- as above
    from elci.consent.queries.compliance import examined_in, gaps_in  # noqa: PLC0415 -- as above
    from elci.consent.queries.impact import impact_in, judged_in  # noqa: PLC0415 -- as above
    from elci.desk.findings import csv_lines, told_finding  # noqa: PLC0415 -- as above
    from elci.desk.portions import READ_AT_ONCE, portion_of  # noqa: PLC0415 -- as above
    from elci.domain.casework.impact import Comparison  # noqa: PLC0415 -- as above
    from elci.domain.law.library import SHIPPED, pack  # noqa: PLC0415 -- as above
    from elci.domain.law.loading import read_pack_text  # noqa: PLC0415 -- as above
    from elci.foundation.eyes import Eyes  # noqa: PLC0415 -- as above

    eyes = Eyes(reads=frozenset(Workspace.objects.values_list("pk", flat=True)))
    old = pack("tr")
    bar = BAR.format(overrides=list(old.rules), basis=next(iter(old.rules.values())).basis[0])
    text = (SHIPPED / "tr.toml").read_text(encoding="utf-8") + bar

    def compared() -> Comparison:
        return Comparison.of(old, read_pack_text(text, "draft.toml").pack, today=TODAY)

    def part_of_gaps() -> int:
        examined = examined_in(eyes, TODAY, size=READ_AT_ONCE)
        return len(portion_of(examined, lambda _each: True).rows)

    def part_of_impact() -> int:
        judged = judged_in(compared(), eyes, size=READ_AT_ONCE)
        return len(portion_of(judged, lambda _each: True).rows)

    yield "finder, first part of its page", part_of_gaps
    yield "finder, whole", lambda: sum(1 for _each in gaps_in(eyes, TODAY))
    yield (
        "finder, as CSV",
        lambda: sum(1 for _each in csv_lines(map(told_finding, gaps_in(eyes, TODAY)))),
    )
    yield "impact, first part of its page", part_of_impact
    yield "impact, whole", lambda: sum(1 for _each in impact_in(compared(), eyes))


def line(work: Callable[[], int]) -> str:
    """Return how long something takes, how much memory the process has had, and how many lines."""
    wall, own = time.perf_counter(), time.process_time()
    lines = work()
    wall, own = time.perf_counter() - wall, time.process_time() - own
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"{wall:.1f} | {own:.1f} | {memory} | {lines:,}"


if __name__ == "__main__":
    sys.exit(main())
