"""What a browser fetches for a page, compressed as the server sends it, without map data."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Final

_INLINE_MAP: Final = re.compile(r'<svg class="map__drawing".*?</svg>', re.DOTALL)
_ASSETS: Final = re.compile(r'(?:href|src)="/static/([^"#?]+\.(?:css|m?js|woff2))"')
_FACE: Final = re.compile(r"@font-face\s*{(.*?)}", re.DOTALL)
_FACE_URL: Final = re.compile(r"url\(\s*[\"']?([^\"')]+\.woff2)")
_FACE_RANGE: Final = re.compile(r"unicode-range:([^;}]+)")
_FACE_FAMILY: Final = re.compile(r"font-family:\s*[\"']?([^\"';}]+)")
_TAG: Final = re.compile(r"<[^>]*>")
_IN_READERS_OWN: Final = re.compile(r'<dd lang="(?:ru|uk|bg|mk|sr|kk|el)".*?</dd>', re.DOTALL)
"""What the styles leave to the typefaces of the reader's own machine."""
_NOT_SERIF: Final = re.compile(r"<(header|footer|h[1-4]|table|dl|nav|title)\b.*?</\1>", re.DOTALL)
"""What the styles of reading pages set in the same typeface as all other pages."""
_LEVEL: Final = 6
"""The one that Django's middleware uses."""


@dataclass(frozen=True, slots=True)
class Face:
    """A file of a typeface and the signs for which a browser fetches it."""

    family: str
    path: str
    ranges: tuple[tuple[int, int], ...]

    def has(self, sign: int) -> bool:
        """Whether a browser would look for a sign in it."""
        return any(first <= sign <= last for first, last in self.ranges)


def page_weight(html: str, static_root: Path) -> int:
    """Return the bytes of a first visit: the page, its styles, scripts and typefaces."""
    own = len(gzip.compress(_INLINE_MAP.sub("", html).encode(), _LEVEL))
    assets = set(_ASSETS.findall(html))
    assets |= set(_faces_fetched(html, assets, static_root))
    return own + sum(_sent_size(static_root / name) for name in assets)


def _faces_fetched(html: str, assets: set[str], static_root: Path) -> Iterator[str]:
    """Yield the files of typefaces; of several faces with a sign, the one declared last is used."""
    drawn = _IN_READERS_OWN.sub("", html)
    for name in sorted(each for each in assets if each.endswith(".css")):
        faces = _faces_of(static_root, name)
        for family in {face.family for face in faces}:
            own = [face for face in reversed(faces) if face.family == family]
            for sign in _signs(_NOT_SERIF.sub("", drawn) if "Serif" in family else drawn):
                yield from [face.path for face in own if face.has(sign)][:1]


def _signs(html: str) -> set[int]:
    return {ord(sign) for sign in unescape(_TAG.sub("", html)) if not sign.isspace()}


@cache
def _faces_of(static_root: Path, stylesheet: str) -> tuple[Face, ...]:
    folder = Path(stylesheet).parent
    text = (static_root / stylesheet).read_text(encoding="utf-8")
    found = []
    for face in _FACE.findall(text):
        url, family, ranges = (each.search(face) for each in (_FACE_URL, _FACE_FAMILY, _FACE_RANGE))
        if url is not None and family is not None:
            spans = "U+0-10FFFF" if ranges is None else ranges[1]
            found.append(Face(family[1], str(folder / url[1].removeprefix("./")), _spans(spans)))
    return tuple(found)


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    spans = (part.strip().upper().removeprefix("U+").partition("-") for part in text.split(","))
    return tuple((int(first, 16), int(last or first, 16)) for first, _dash, last in spans)


@cache
def _sent_size(path: Path) -> int:
    if path.suffix == ".woff2":
        return path.stat().st_size
    return len(gzip.compress(path.read_bytes(), 9))
