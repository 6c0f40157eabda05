"""Measure every page on a register of 100,000 relations and 500,000 acts; never a test.

Run it as ``python -m tools.bench_register [--relations N] [--database sqlite|postgres|both]
[--requests N] [--shape spread|one] [--fresh]``. It makes the register up (the same one each time),
asks for each kind of page in this process with days, filters and languages at random, and prints
the median and the 95th of a hundred times, the queries and the weight of a first visit, beside what
they may be. The exit code tells whether all kept within it; on a busy machine read the column of
the process's own time.

SQLite's file stays in ``data/bench/`` and is used again. PostgreSQL is a server of this run's own,
or the database that ``ELCI_BENCH_DATABASE_URL`` names, which must be empty or of an earlier run.
"""

import argparse
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tools.bench.postgres import PostgresMissingError, throwaway_server
from tools.bench.starting import help_line, slowest_imports

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "data" / "bench"
LARGEST_SHARE: Final = {"spread": 0.4, "one": 1.0}
"""How much of the register one workspace keeps."""


def main(arguments: Sequence[str]) -> int:
    """Measure what the arguments name; 1 where something exceeds what it may take."""
    options = _options(arguments)
    print(help_line(), *slowest_imports(), "", sep="\n", flush=True)
    databases = ("sqlite", "postgres") if options.database == "both" else (options.database,)
    codes = []
    for database in databases:
        try:
            with _address(database) as address:
                codes.append(_run(database, address, options))
        except PostgresMissingError as error:
            print(f"PostgreSQL is left out: {error}", flush=True)
            codes.append(1)
    return max(codes)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--relations", type=int, default=100_000)
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    parser.add_argument("--requests", type=int, default=60, help="of each kind of page")
    parser.add_argument("--shape", choices=tuple(LARGEST_SHARE), default="spread")
    parser.add_argument("--only", default="", help="kinds of pages with this in their name")
    parser.add_argument("--profile", type=Path, help="write profiles here instead of a table")
    parser.add_argument("--fresh", action="store_true", help="make the register anew")
    return parser.parse_args(arguments)


@contextmanager
def _address(database: str) -> Iterator[str]:
    """Yield the address of a database; an empty one is SQLite in the benchmark's folder."""
    named = os.environ.get("ELCI_BENCH_DATABASE_URL", "")
    if database == "sqlite" or named:
        yield named if database == "postgres" else ""
    else:
        with throwaway_server() as address:
            yield address


def _run(database: str, address: str, options: argparse.Namespace) -> int:
    folder = FOLDER / f"{database}-{options.relations}-{options.shape}"
    if options.fresh:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    print(f"\n{database}, {options.shape}", flush=True)
    command = [
        *(sys.executable, "-m", "tools.bench.running"),
        *("--relations", str(options.relations)),
        *("--largest-share", str(LARGEST_SHARE[options.shape])),
        *("--requests", str(options.requests)),
        *("--only", options.only),
        *(("--profile", str(options.profile)) if options.profile else ()),
    ]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ELCI_")}
    kept.pop("DATABASE_URL", None)
    kept |= {"ELCI_DATA_DIR": str(folder), "ELCI_SECRET_KEY": secrets.token_urlsafe(50)}
    if address:
        kept["DATABASE_URL"] = address
    return subprocess.run(command, cwd=ROOT, env=kept, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
