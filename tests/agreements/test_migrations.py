"""The migration that lets the database keep records, forwards from nothing and backwards."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db
MIGRATE = (sys.executable, "-m", "elci.cli", "django", "--data-dir")


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address of a database that is empty, beside the one of the tests."""
    if connection.vendor != "postgresql":
        yield ""
        return
    import psycopg  # noqa: PLC0415 -- installed where PostgreSQL is used

    server, name = os.environ["DATABASE_URL"], f"elci_migrations_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        yield f"{server.rpartition('/')[0]}/{name}"
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def migrate(address: str, tmp_path: Path) -> Callable[..., str]:
    def run(*what: str) -> str:
        done = subprocess.run(
            [*MIGRATE, str(tmp_path), *what],
            env={**os.environ, "DATABASE_URL": address},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def opened(address: str, tmp_path: Path) -> Callable[[], Any]:
    def connect() -> Any:
        if address == "":
            return sqlite3.connect(tmp_path / "elci.sqlite3", isolation_level=None)
        import psycopg  # noqa: PLC0415 -- as above

        return psycopg.connect(address, autocommit=True)

    return connect


def refusal_of_deletion(database: Any) -> str:
    """What the database answers to the deletion of a relation; nothing where it obeys."""
    day = datetime(2024, 6, 1, tzinfo=UTC).isoformat()
    database.execute(
        f"INSERT INTO agreements_relation (uuid, made_at) VALUES ('{uuid4().hex}', '{day}')"
    )
    try:
        database.execute("DELETE FROM agreements_relation")
    except Exception as error:  # noqa: BLE001 -- each driver has its own
        return str(error).splitlines()[0]
    finally:
        database.close()
    return ""


def test_migrations_run_from_nothing_back_and_forwards_again(migrate, opened):
    refused = "records of agreements_relation are kept for ever: withdraw or correct instead"

    migrate("migrate", "--verbosity", "0")
    assert refusal_of_deletion(opened()) == refused

    migrate("migrate", "agreements", "0001", "--verbosity", "0")
    assert refusal_of_deletion(opened()) == ""

    migrate("migrate", "--verbosity", "0")
    assert refusal_of_deletion(opened()) == refused


def test_migrations_say_all_that_the_models_say(migrate):
    assert migrate("makemigrations", "--check", "--dry-run") == "No changes detected\n"
