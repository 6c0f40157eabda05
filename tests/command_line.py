"""The product as its own process, with nothing of the tests' settings in its environment."""

import os
import subprocess
import sys
from pathlib import Path

SECRET = "only-for-tests-of-the-command-line-" + "x" * 30


def clean_environment(**added: str) -> dict[str, str]:
    """The environment without a word about Elçi or Django, and with these words."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ELCI_", "DJANGO_", "DATABASE_URL", "COV_"))
    }
    return {**kept, **added}


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return _run(["-c", code], "", environment)


def elci(
    *words: str | Path, typed: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody at a terminal would, with what they pipe in."""
    return _run(["-m", "elci.cli", *map(str, words)], typed, environment)


def _run(
    words: list[str], typed: str, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        env=clean_environment(**environment),
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
