"""The order of the build."""

import shutil
from pathlib import Path

from tools.frontend.assets import bundle, write_licences
from tools.frontend.freshness import fingerprint, input_files, is_fresh, write_stamp
from tools.frontend.node import BuildRefusedError, Npm, find_npm
from tools.frontend.typefaces import write_typefaces
from tools.frontend.world import write_world

__all__ = ["BuildRefusedError", "build"]


def build(root: Path, *, force: bool = False) -> str:
    """Bring ``static/built`` up to date and return one sentence about what was done."""
    out = root / "src/elci/static/built"
    stamp = out / ".inputs"
    now = fingerprint(root, input_files(root))
    if not force and is_fresh(stamp, now):
        return "The front end is up to date."
    npm = find_npm(root)
    install_packages(root, npm)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    write_typefaces(root, out, npm)
    bundle(root, out)
    write_world(root, out)
    write_licences(root, out)
    write_stamp(stamp, now)
    return f"The front end is built: {weight(out)}."


def install_packages(root: Path, npm: Npm) -> None:
    """Install exactly what the lock file says, unless that is what is there."""
    stamp = root / "node_modules" / ".elci-lock"
    lock = fingerprint(root, [root / "package.json", root / "package-lock.json"])
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == lock:
        return
    npm.run("ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=root)
    stamp.write_text(lock, encoding="utf-8")


def weight(out: Path) -> str:
    """How many files of how many kilobytes."""
    sizes = [path.stat().st_size for path in out.rglob("*") if path.is_file()]
    return f"{len(sizes)} files, {sum(sizes) // 1000} kB"
