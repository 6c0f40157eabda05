"""The real product, started as a person starts it, for a browser to look at."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

EMAIL = "desk@example.org"
PATIENCE = 180
"""Seconds within which the register must be loaded and served."""


@dataclass(frozen=True, slots=True)
class Served:
    """A product that answers."""

    address: str
    """Without a slash at its end."""
    email: str
    password: str


@contextmanager
def product(folder: Path, *, password: str) -> Iterator[Served]:
    """Serve the demo register from a folder until the block ends."""
    port = _free_port()
    elci = Path(sys.executable).with_name("elci")
    printed = folder / "printed.txt"
    with printed.open("w") as output:
        process = subprocess.Popen(
            [elci, "demo", "--data-dir", folder / "demo", "--port", str(port)],
            env=_environment(password),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_until_it_answers(address, process, printed)
        yield Served(address, EMAIL, password)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _environment(password: str) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("ELCI_")}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"):
        own.pop(name, None)
    return own | {"ELCI_DEMO_PASSWORD": password}


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait_until_it_answers(address: str, process: subprocess.Popen[bytes], printed: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"`elci demo` ended by itself:\n{printed.read_text()}")
        try:
            urllib.request.urlopen(f"{address}/en/", timeout=5).close()
        except urllib.error.HTTPError as answer:
            raise RuntimeError(
                f"The home page answers {answer.code}:\n{printed.read_text()}"
            ) from answer
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"`elci demo` does not answer:\n{printed.read_text()}")
