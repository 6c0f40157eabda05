"""The part of each typeface that most pages need, cut out of the package's file.

The style sheets say what: every ``@font-face`` whose file is ``./fonts/<name>-<part>.woff2``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.frontend.node import BuildRefusedError, Npm, run

SHEETS = ("faces.css", "reading.css")
PACKAGE_PARTS = {"western": "latin", "european": "latin-ext"}
"""Our parts, and the part of the package that each is cut from."""

_FACE = re.compile(r"@font-face\s*{([^}]*)}")
_FILE = re.compile(r"\./fonts/(?P<name>[\w-]+)-(?P<part>western|european)\.woff2")
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")


@dataclass(frozen=True, slots=True)
class Cut:
    """One file to make: a package's typeface, our part of it, and the letters in it."""

    name: str
    part: str
    letters: tuple[int, ...]


def cuts(css: str) -> Iterator[Cut]:
    """The cuts that a style sheet asks for."""
    for face in _FACE.findall(css):
        file = _FILE.search(face)
        if file is None:
            raise BuildRefusedError("A @font-face names a file that no typeface is cut into.")
        _, _, ranges = face.partition("unicode-range:")
        letters = [
            letter
            for first, last in _RANGE.findall(ranges)
            for letter in range(int(first, 16), int(last or first, 16) + 1)
        ]
        yield Cut(file["name"], file["part"], tuple(letters))


def write_typefaces(root: Path, out: Path, npm: Npm) -> None:
    """Cut every typeface that the style sheets ask for."""
    folder = out / "fonts"
    folder.mkdir(exist_ok=True)
    for sheet in SHEETS:
        css = (root / "src/elci/static/elci/css" / sheet).read_text(encoding="utf-8")
        for cut in cuts(css):
            _write(cut, root, folder=folder, npm=npm)


def _write(cut: Cut, root: Path, *, folder: Path, npm: Npm) -> None:
    package = root / "node_modules/@fontsource-variable" / cut.name
    source = package / "files" / f"{cut.name}-{PACKAGE_PARTS[cut.part]}-wght-normal.woff2"
    target = folder / f"{cut.name}-{cut.part}.woff2"
    script = root / "tools/frontend/subset_font.mjs"
    letters = map(str, cut.letters)
    run([str(npm.node), str(script), str(source), str(target), *letters], cwd=root)
