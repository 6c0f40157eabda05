"""The part of extended Latin that most pages need, cut out of the package's file."""

import re
from pathlib import Path

from tools.frontend.node import BuildRefusedError, Npm, run

TYPEFACES = {"faces.css": "source-sans-3", "reading.css": "source-serif-4"}
"""The style sheets that ask for a cut typeface, and its name in package and file."""


def code_points(css: str) -> list[int]:
    """The code points of the last ``unicode-range`` in a style sheet."""
    ranges = re.findall(r"unicode-range:([^;}]*)", css)
    if not ranges:
        raise BuildRefusedError("faces.css names no unicode-range; restore the file.")
    points: list[int] = []
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges[-1]):
        points.extend(range(int(first, 16), int(last or first, 16) + 1))
    return points


def write_european(root: Path, out: Path, npm: Npm) -> None:
    """Write the typefaces that the style sheets name."""
    folder = out / "fonts"
    folder.mkdir(exist_ok=True)
    script = str(root / "tools/frontend/subset_font.mjs")
    for sheet, name in TYPEFACES.items():
        css = (root / "src/elci/static/elci/css" / sheet).read_text(encoding="utf-8")
        points = [str(point) for point in code_points(css)]
        package = root / "node_modules/@fontsource-variable" / name
        source = package / "files" / f"{name}-latin-ext-wght-normal.woff2"
        target = folder / f"{name}-european.woff2"
        run([str(npm.node), script, str(source), str(target), *points], cwd=root)
