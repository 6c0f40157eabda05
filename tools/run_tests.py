"""Run the whole suite: on SQLite with the browser, then on PostgreSQL what reads rows.

Run it as ``python tools/run_tests.py [PYTEST ARGUMENT …]``. What this machine lacks is left out and
named, before the tests and after them; with ``ELCI_NOTHING_SKIPPED=1`` a lack is a failure.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent
NO_TESTS = 5
"""What pytest returns where the arguments leave no test over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """Something that this machine does not have, and what is left out for it."""

    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}"


def lack_of_chromium() -> Lack | None:
    """Why no browser can be started, if none can."""
    if shutil.which("chromium") is None and shutil.which("chromium-browser") is None:
        return Lack(
            what="The browser tests are left out: there is no Chromium.",
            remedy="On Debian: apt-get install chromium libatomic1",
        )
    return None


def lack_of_spark() -> Lack | None:
    """Why no Spark can be started, if none can."""
    if shutil.which("java") is None or importlib.util.find_spec("pyspark") is None:
        return Lack(
            what="The tests on Spark are left out: there is no Java, or no pyspark.",
            remedy="On Debian: apt-get install openjdk-17-jre-headless; then make spark",
        )
    return None


def postgres_address() -> str | Lack:
    """A PostgreSQL server on which this person may make databases, or why there is none."""
    address = os.environ.get("ELCI_TEST_DATABASE_URL", "")
    try:
        with psycopg.connect(address or "dbname=postgres", connect_timeout=3) as connection:
            allowed = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
    except psycopg.OperationalError:
        reason = "no server answers there." if address else "no server answers on this machine."
        return _lack_of_postgres(reason)
    if allowed != (True,):
        return _lack_of_postgres("this person may not make databases there.")
    return address or "postgres:///elci"


def _lack_of_postgres(reason: str) -> Lack:
    return Lack(
        what=f"The tests on PostgreSQL are left out: {reason}",
        remedy="On Debian: apt-get install postgresql, then createuser --createdb for yourself; "
        "or name a server in ELCI_TEST_DATABASE_URL.",
    )


def say(lacks: Sequence[Lack]) -> None:
    """Print what is left out; nothing where nothing is."""
    for lack in lacks:
        print(lack, flush=True)


def run_pytest(title: str, *arguments: str, database: str | None = None) -> int:
    """Run pytest on a database (none means SQLite) and return its exit code."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if database is not None:
        environment["DATABASE_URL"] = database
    print(f"\n{title}", flush=True)
    command = [sys.executable, "-m", "pytest", "-n", "auto", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def main(arguments: Sequence[str]) -> int:
    """Run what can run; the exit code is 1 when a test failed or something was left out."""
    chromium, spark, postgres = lack_of_chromium(), lack_of_spark(), postgres_address()
    lacks = [lack for lack in (chromium, spark, postgres) if isinstance(lack, Lack)]
    say(lacks)
    if lacks and os.environ.get("ELCI_NOTHING_SKIPPED") == "1":
        print("ELCI_NOTHING_SKIPPED is set, so nothing may be left out.")
        return 1
    left_out = {"browser": chromium, "spark": spark}
    without = " and ".join(f"not {mark}" for mark, lack in left_out.items() if lack is not None)
    chosen = ["-m", without] if without else []
    codes = {run_pytest("SQLite", *chosen, *arguments)}
    if isinstance(postgres, str):
        rows = ["-m", "database and not browser"]
        codes.add(run_pytest("PostgreSQL", *rows, *arguments, database=postgres))
    say(lacks)
    return 0 if codes <= {0, NO_TESTS} else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
