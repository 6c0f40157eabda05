"""Fuzz the readers of cells, dates, lists and names with atheris (see requirements/fuzz.txt).

Run it as ``python tools/fuzz_cells.py [--seconds 60] [--target NAME …]``. Every target runs in a
process of its own for that many seconds. A fault is any exception but the one that the reader
documents, or an input that takes longer than a second; its input is kept below ``build/fuzz``.
The first inputs are the texts of the tests' tables and of the reviewed word lists.
"""

import argparse
import contextlib
import csv
import faulthandler
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["elci.domain"]):
    from elci.domain.acts.kinds import ActKind
    from elci.domain.dates import DateNotUnderstoodError, read_date
    from elci.domain.extraction.acts import DateColumn, acts_in
    from elci.domain.extraction.cleaning import clean
    from elci.domain.extraction.columns import recognise_columns
    from elci.domain.extraction.parties import PartyFacts, PartyReader
    from elci.domain.extraction.pasted import read_pasted
    from elci.domain.extraction.rows import extract_rows
    from elci.domain.places.gazetteer import Gazetteer, open_gazetteer
    from elci.domain.places.resolution import resolve

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "build" / "fuzz"
SLOWEST_SECONDS = 1.0
LONGEST_CELL = 400
LONGEST_PASTE = 1_200
MOST_SEEDS = 1_500
_CELL = re.compile(r'"((?:[^"\\\n]|\\.){3,120})"')

Target = Callable[[str, Gazetteer], None]


class TooSlowError(Exception):
    """A text took longer than a second to read."""


def read_one_date(text: str, _gazetteer: Gazetteer) -> None:
    """Read a date, or refuse it in the documented way."""
    with contextlib.suppress(DateNotUnderstoodError):
        read_date(text)


def read_date_cell(text: str, gazetteer: Gazetteer) -> None:
    """Read the acts of a cell of dates."""
    acts_in(clean(text).text, DateColumn(kind=ActKind.SIGNED), gazetteer=gazetteer)


def read_party(text: str, gazetteer: Gazetteer) -> None:
    """Read the partners of a cell, without any memory of the cells before."""
    name = clean(text).text
    if name:
        reader = PartyReader(gazetteer, "tr", "TR", {})
        reader.read(PartyFacts(name=name, as_read=text))


def read_paste(text: str, gazetteer: Gazetteer) -> None:
    """Read a pasted text up to its rows."""
    for table in read_pasted(text, gazetteer=gazetteer):
        columns = recognise_columns(table, gazetteer=gazetteer)
        extract_rows(table, columns, gazetteer=gazetteer)


def resolve_name(text: str, gazetteer: Gazetteer) -> None:
    """Look for the place of a name."""
    resolve(gazetteer, text)


TARGETS: dict[str, Target] = {
    "date": read_one_date,
    "date_cell": read_date_cell,
    "party": read_party,
    "pasted": read_paste,
    "name": resolve_name,
}


def seeds(target: str) -> Iterator[str]:
    """Yield texts of the tests and of the word lists; whole rows and tables for pasted text."""
    for path in sorted((ROOT / "tests" / "domain").rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        if target == "pasted":
            yield from ("\n".join("\t".join(row) for row in rows[at : at + 6]) for at in (0, 6))
        yield from (cell for row in rows[:60] for cell in row if cell)
    for path in sorted((ROOT / "tests" / "domain").rglob("test_*.py")):
        written = _CELL.findall(path.read_text(encoding="utf-8"))
        yield from (text.replace("\\n", "\n").replace("\\t", "\t") for text in written)


def timed(read: Target, gazetteer: Gazetteer, *, longest: int) -> Callable[[bytes], None]:
    """Return what atheris calls: the reader, with a fault for each text that takes too long."""

    def one(raw: bytes) -> None:
        text = _text_of(raw)[:longest]
        begun = time.process_time()
        read(text, gazetteer)
        spent = time.process_time() - begun
        if spent > SLOWEST_SECONDS:
            message = f"{spent:.1f} s for {text!r}"
            raise TooSlowError(message)

    return one


def _text_of(raw: bytes) -> str:
    """Return any bytes as text; lone surrogates, which files may smuggle in, stay."""
    try:
        return raw.decode("utf-8", errors="surrogatepass")
    except UnicodeDecodeError:
        return raw.decode("utf-8", errors="replace")


def fuzz(target: str, seconds: int) -> None:
    """Run one target in this process; it ends itself, with 0 if no fault was found."""
    faulthandler.enable()
    corpus, found = KEPT / target / "corpus", KEPT / target / "faults"
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(islice(dict.fromkeys(seeds(target)), MOST_SEEDS)):
        (corpus / f"seed-{number:04}").write_bytes(text.encode("utf-8", errors="replace"))
    longest = LONGEST_PASTE if target == "pasted" else LONGEST_CELL
    read = timed(TARGETS[target], open_gazetteer(), longest=longest)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={longest}",
        "-timeout=20",
        "-len_control=10",
        "-print_final_stats=1",
        f"-artifact_prefix={found}/",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], read)
    atheris.Fuzz()


def main() -> int:
    """Run every target asked for, one after the other; 1 if any found a fault."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--target", action="append", choices=TARGETS, help="only this one")
    parser.add_argument("--here", choices=TARGETS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here is not None:
        fuzz(given.here, given.seconds)
        return 0
    failed = []
    for name in given.target or TARGETS:
        print(f"== {name}", flush=True)
        command = [sys.executable, __file__, "--here", name, "--seconds", str(given.seconds)]
        if subprocess.run(command, check=False).returncode != 0:
            failed.append(name)
    print("Faults in: " + ", ".join(failed) if failed else "No faults.")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
