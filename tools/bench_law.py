"""Print how fast a law pack is asked, loaded, checked and printed. Never a test.

Run it as ``python -m tools.bench_law [PACK …]``, or as ``make bench-law``.
"""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from elci.domain.law.answers import Question
from elci.domain.law.checking.coverage import Sweep
from elci.domain.law.deciding import decide
from elci.domain.law.library import SHIPPED, pack_ids
from elci.domain.law.loading import load_pack
from elci.domain.law.matrix import matrix_lines
from elci.domain.law.pack import Pack
from elci.domain.law.words import ASKED, Body, Counterpart, LegalAct

QUESTIONS = 5_000


def drawn(pack: Pack, draw: random.Random) -> Question:
    """Return a question drawn by chance, over all words and all days of the pack."""
    words = [draw.choice(list(known)) for known in ASKED.values()]
    days = (pack.knowledge_date - pack.horizon_from).days
    return Question(
        act=LegalAct(words[0]),
        body=Body(words[1]),
        counterpart=Counterpart(words[2]),
        on=pack.horizon_from + timedelta(days=draw.randrange(days)),
        context={facet.key: draw.choice(facet.values) for facet in pack.context[:2]},
    )


def milliseconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


def measure(key: str) -> str:
    """Return a line of figures for a shipped pack."""
    path = SHIPPED / f"{key}.toml"
    loading = milliseconds(lambda: load_pack(path))
    pack = load_pack(path)
    draws = map(random.Random, range(QUESTIONS))
    questions = [drawn(pack, draw) for draw in draws]
    for question in questions:  # so that what is made once is made
        decide(pack, question)
    times = sorted(milliseconds(partial(decide, pack, question)) for question in questions)
    matrix = milliseconds(lambda: list(matrix_lines(pack)))
    cells = Sweep.over(pack).cells
    half, most = times[len(times) // 2], times[-len(times) // 100]
    return (
        f"| {key} | {half:.3f} | {most:.3f} | {times[-1]:.3f} | {loading:.0f} | {matrix:.0f} "
        f"| {cells:,} |"
    )


def cold() -> float:
    """Return how long the whole command takes for one question, in milliseconds."""
    words = "consent --act sister_city --body metropolitan --counterpart foreign_local_authority"
    command = [sys.executable, "-m", "elci.cli", *words.split(), "--date", "2018-12-10", "--json"]
    return min(
        milliseconds(lambda: subprocess.run(command, check=True, capture_output=True))
        for _ in range(5)
    )


def main() -> None:
    """Print the table."""
    print(
        "Milliseconds; half of the questions, 99 of 100 and the slowest are of one warm decide.\n"
    )
    print("| Pack | Half | 99 of 100 | Slowest | Load | Matrix | Cells |")
    print("|---|---|---|---|---|---|---|")
    for key in sys.argv[1:] or pack_ids():
        print(measure(key))
    print(f"\nelci consent, one question, cold: {cold():.0f} ms")


if __name__ == "__main__":
    main()
