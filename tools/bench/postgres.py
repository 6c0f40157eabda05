"""A PostgreSQL server for one run, which keeps nothing and is stopped by its own process id."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_HOMES: Final = "/usr/lib/postgresql"
_SETTINGS: Final = {
    # Nothing here has to survive the machine, so nothing waits for the disk.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "512MB",
    "max_wal_size": "4GB",
    "listen_addresses": "",
}


class PostgresMissingError(RuntimeError):
    """PostgreSQL's programs are not on this machine; the text says what to do."""


@contextmanager
def throwaway_server() -> Iterator[str]:
    """Start a server in a folder of its own and yield the address of an empty database."""
    programs = _programs()
    owner = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="elci-bench-"))
    try:
        if owner is not None:
            shutil.chown(folder, owner)
        making = f"initdb -D {folder / 'data'} -A trust -E UTF8 --locale=C.UTF-8 -U elci"
        _run(owner, programs, making)
        options = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
        server = subprocess.Popen(
            [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder), *options],
            user=owner,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=(folder / "log").open("wb"),
        )
        try:
            _run(owner, programs, f"pg_isready -h {folder}", patience=60)
            _run(owner, programs, f"createdb -h {folder} -U elci elci_bench")
            yield f"postgres://elci@/elci_bench?host={folder}"
        finally:
            server.terminate()
            server.wait(timeout=60)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    found = sorted(Path(_HOMES).glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        raise PostgresMissingError(
            "PostgreSQL is not installed here. On Debian: apt-get install postgresql; "
            "or name a database in DATABASE_URL; or leave it out with --database sqlite."
        )
    return Path(on_path).resolve().parent


def _run(owner: str | None, programs: Path, command: str, *, patience: int = 1) -> None:
    """Run one of PostgreSQL's programs, again after half a second while patience lasts."""
    name, *arguments = command.split()
    for attempt in range(patience):
        done = subprocess.run(
            [str(programs / name), *arguments],
            user=owner,
            cwd="/",
            env=_environment(owner),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            return
        if attempt + 1 < patience:
            time.sleep(0.5)
    raise PostgresMissingError(f"{name} failed: {done.stderr.strip()}")


def _environment(owner: str | None) -> dict[str, str]:
    home = pwd.getpwnam(owner).pw_dir if owner is not None else os.environ.get("HOME", "/")
    return {"PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8"}
