"""The part of each typeface that most pages need, cut out of the package's file.

The style sheets say what: every ``@font-face`` whose file is ``./fonts/<name>-<part>.woff2``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

from tools.frontend.node import BuildRefusedError, Npm, run

SHEETS = ("faces.css", "reading.css")
PACKAGE_PARTS = {"western": "latin", "european": "latin-ext"}
"""Our parts, and the part of the package that each is cut from."""

OUR_NAMES = {"source-sans-3": "Elci Sans", "source-serif-4": "Elci Serif"}
_NAME_IDS = {1, 3, 4, 6, 16, 25}
_NAMES_WITHOUT_SPACES = {3, 6, 25}

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
    rename_typeface(target, OUR_NAMES[cut.name])


def rename_typeface(file: Path, name: str) -> None:
    """Give a cut typeface a name of its own, since its makers reserve theirs for uncut ones."""
    with TTFont(file, recalcTimestamp=False) as font:
        for record in list(font["name"].names):
            if record.nameID in _NAME_IDS:
                own = name.replace(" ", "") if record.nameID in _NAMES_WITHOUT_SPACES else name
                font["name"].setName(
                    own, record.nameID, record.platformID, record.platEncID, record.langID
                )
        font.save(file)
