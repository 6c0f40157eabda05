"""Knowing whether anything changed since the last build."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

INPUTS = (
    "package.json",
    "package-lock.json",
    "tools/build_frontend.py",
    "tools/frontend/*.*",
    "src/elci/domain/maps.py",
    "src/elci/static/elci/**/*",
)


def input_files(root: Path) -> list[Path]:
    """Every file that the built output depends on, in a fixed order."""
    found = {path for pattern in INPUTS for path in root.glob(pattern) if path.is_file()}
    return sorted(found)


def fingerprint(root: Path, files: Iterable[Path]) -> str:
    """A hash over names and contents, the same on every machine."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def is_fresh(stamp: Path, expected: str) -> bool:
    """Whether the stamp names these inputs and every output that it lists is still there."""
    if not stamp.is_file():
        return False
    written, *outputs = stamp.read_text(encoding="utf-8").splitlines()
    return written == expected and all((stamp.parent / name).is_file() for name in outputs)


def write_stamp(stamp: Path, fingerprint_now: str) -> None:
    """Note the inputs and the outputs of the build that has just ended."""
    outputs = sorted(
        path.relative_to(stamp.parent).as_posix()
        for path in stamp.parent.rglob("*")
        if path.is_file() and path != stamp
    )
    stamp.write_text("\n".join([fingerprint_now, *outputs, ""]), encoding="utf-8")
