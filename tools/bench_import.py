"""Measure how fast and how small the taking-in of names and lists is; never a test.

Run it as ``python -m tools.bench_import [--rows N] [--entered N]``. Each figure but the warm one is
of a process of its own, as somebody at a terminal would run it, with a data folder that is thrown
away. On a busy machine read the processor's own seconds, not the clock's.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import xlsxwriter

from elci.config.start import use_reading_environment
from elci.domain.places.countries import country_by_code
from elci.domain.places.gazetteer import Gazetteer, Place, open_gazetteer
from elci.domain.places.resolution import resolve

SEED: Final = 2019
NAMES: Final = 10_000
LEAST_POPULATION: Final = 5_000
COLD_STARTS: Final = 5
_MEGABYTE: Final = 1024


@dataclass(frozen=True)
class Run:
    """What a process took."""

    seconds: float
    own: float
    """Seconds of a processor, of the process and those that it started."""
    megabytes: int
    lines: int

    def __str__(self) -> str:
        return f"{self.seconds:6.2f} s  {self.own:6.2f} s own  {self.megabytes:4} MB"


def run(words: Sequence[str | Path], typed: str = "") -> Run:
    """Run a command of the product and return what it took."""
    environment = {name: value for name, value in os.environ.items() if "DATABASE" not in name}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with tempfile.TemporaryFile() as answers:
        process = subprocess.Popen(
            [sys.executable, "-m", "elci.cli", *map(str, words)],
            stdin=subprocess.PIPE, stdout=answers, env=environment,
        )  # fmt: skip
        if process.stdin is not None:
            process.stdin.write(typed.encode())
            process.stdin.close()
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        answers.seek(0)
        lines = sum(1 for _line in answers)
    seconds = time.perf_counter() - begun
    if process.returncode != 0:
        raise RuntimeError(f"{words} ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, own, used.ru_maxrss // _MEGABYTE, lines)


def towns(gazetteer: Gazetteer, number: int) -> list[Place]:
    """Return places of some size outside Türkiye, the same each time."""
    big = [
        index
        for index in range(len(gazetteer))
        if gazetteer.row(index).population >= LEAST_POPULATION
        and gazetteer.row(index).country != b"TR"
    ]
    chosen = random.Random(SEED).choices(big, k=number)  # noqa: S311 - a sample that repeats
    return [gazetteer.place_at(index) for index in chosen]


def kinds_of_names(places: Sequence[Place]) -> Mapping[str, list[tuple[str, str | None]]]:
    """Return names as lists have them, each kind apart, with what is said of the country."""
    return {
        "own name, country": [(place.name, place.country) for place in places],
        "own name alone": [(place.name, None) for place in places],
        "Turkish capitals, country": [
            (place.name_in("tr").replace("i", "İ").upper(), place.country) for place in places
        ],
        "a letter missing, country": [(_short(place.name), place.country) for place in places],
        "a letter missing, alone": [(_short(place.name), None) for place in places[:1000]],
        "no such place, country": [(place.name[::-1], place.country) for place in places],
    }


def _short(name: str) -> str:
    middle = len(name) // 2
    return name[:middle] + name[middle + 1 :]


def workbook(path: Path, places: Sequence[Place]) -> Path:
    """Write a list of sister cities and return where it is."""
    chance = random.Random(SEED)  # noqa: S311 - as above
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Kardeş Şehirler")
    sheet.write_row(0, 0, ("Sıra No", "Kardeş Şehir", "Ülke", "Anlaşma Tarihi", "İmza Yeri"))
    for number, place in enumerate(places, start=1):
        day = f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.{chance.randint(1985, 2018)}"
        country = country_by_code(place.country).name_in("tr")
        sheet.write_row(number, 0, (number, place.name_in("tr"), country, day, "İstanbul"))
    book.close()
    return path


def handed_in(folder: Path, large: Path) -> str:
    """Hand a list in as the desk does and return under which number it waits to be read."""
    use_reading_environment(folder)
    from elci.accounts.queries import workspace_with_key  # noqa: PLC0415 -- needs the settings
    from elci.intake.actions import receive  # noqa: PLC0415 -- as above

    workspace = workspace_with_key("istanbul")
    batch = receive(workspace, large.read_bytes(), file_name=large.name, user=None)
    return str(batch.uuid)


def measure_names(places: Sequence[Place], gazetteer: Gazetteer) -> None:
    """Print how many names a second become places in one process that is warm."""
    for kind, names in kinds_of_names(places).items():
        for name, country in names[:200]:
            resolve(gazetteer, name, country=country)
        begun = time.process_time()
        for name, country in names:
            resolve(gazetteer, name, country=country)
        rate = len(names) / (time.process_time() - begun)
        print(f"  {kind:28} {rate:9,.0f} names/s on one core")


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--entered", type=int, default=1_000)
    arguments = parser.parse_args()
    gazetteer = open_gazetteer()
    places = towns(gazetteer, max(NAMES, arguments.rows))
    print("elci resolve")
    cold = min((run(["resolve"], "Filibe\n") for _ in range(COLD_STARTS)), key=lambda r: r.seconds)
    print(f"  one name, cold               {cold}  (best of {COLD_STARTS})")
    many = "".join(f"{place.name}\t{place.country}\n" for place in places[:NAMES])
    print(f"  {NAMES:,} names, cold           {run(['resolve'], many)}")
    measure_names(places[:NAMES], gazetteer)
    with tempfile.TemporaryDirectory(prefix="elci-bench-") as folder:
        where = ["--host", "istanbul", "--json", "--data-dir", folder]
        run(["demo", "--no-serve", "--data-dir", folder])
        print("elci import")
        large = workbook(Path(folder, "large.xlsx"), places[: arguments.rows])
        found = run(["import", large, "--dry-run", *where])
        print(f"  dry run of {arguments.rows:,} rows       {found}  ({found.lines:,} rows told)")
        uuid = handed_in(Path(folder), large)
        found = run(["read-list", uuid, "--data-dir", folder])
        print(f"  the same at the desk         {found}  (in a process of its own)")
        small = workbook(Path(folder, "small.xlsx"), places[: arguments.entered])
        done = run(["import", small, "--skip-doubtful", *where])
        print(f"  entering {arguments.entered:,} rows         {done}")


if __name__ == "__main__":
    main()
