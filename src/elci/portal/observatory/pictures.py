"""The network as a picture to print: all its ties on the map, as SVG and as PNG."""

import io
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from re import search
from typing import Final

from django.contrib.staticfiles import finders

from elci.domain import maps
from elci.domain.maps import Point
from elci.domain.networks.exporting.published import Published

_INK, _LAND, _SEA = "#1c4587", "#dfdcd4", "#f3f4f3"
_FEW: Final = 600
_PIXELS: Final = 2.4
"""Pixels of the PNG for a unit of the map."""
_SHARPER: Final = 2
"""The PNG is drawn so many times larger and then made smaller, so that thin lines are smooth."""
_NOTE: Final = 26.0


def svg(given: Published) -> Iterator[str]:
    """Yield the picture as SVG, with its citation below."""
    height = maps.HEIGHT + _NOTE
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {maps.WIDTH:g} {height:g}" '
        'font-family="Source Sans 3, Noto Sans, sans-serif">\n'
        f"<title>{escape(given.citation.title)}</title>\n"
        f"<desc>{escape(given.citation.text)}</desc>\n"
        f'<rect width="{maps.WIDTH:g}" height="{height:g}" fill="{_SEA}"/>\n'
        f'<path transform="scale(0.1)" fill="{_LAND}" d="{_land()}"/>\n'
        f'<g fill="none" stroke="{_INK}" stroke-width="0.4" opacity="{_opacity(given)}">\n'
    )
    for line in _lines(given):
        yield f'<path d="{maps.svg_path(line)}"/>\n'
    yield (
        f'</g>\n<text x="6" y="{maps.HEIGHT + 17:g}" font-size="9">'
        f"{escape(given.citation.text)}</text>\n</svg>\n"
    )


def png(given: Published) -> Iterator[bytes]:
    """Yield the picture as PNG."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  a heavy library that few pages need

    size = round(maps.WIDTH * _PIXELS), round(maps.HEIGHT * _PIXELS)
    large = size[0] * _SHARPER, size[1] * _SHARPER
    scale = _PIXELS * _SHARPER
    picture = Image.new("RGB", large, _SEA)
    pen = ImageDraw.Draw(picture)
    for ring in _rings():
        pen.polygon([(x * scale / 10, y * scale / 10) for x, y in ring], fill=_LAND)
    veil = Image.new("L", large, 0)
    pen = ImageDraw.Draw(veil)
    for line in _lines(given):
        pen.line([(x * scale, y * scale) for x, y in line], fill=round(255 * _opacity(given)))
    picture.paste(_INK, (0, 0), veil)
    found = io.BytesIO()
    picture.resize(size, Image.Resampling.LANCZOS).save(found, "PNG", optimize=True)
    yield found.getvalue()


def _opacity(given: Published) -> float:
    return 0.8 if len(given.pairs) <= _FEW else 0.35


def _steps_of(given: Published) -> int:
    """Return how many straight pieces make a line: fewer where thousands are drawn."""
    return 16 if len(given.pairs) <= _FEW else 5


def _lines(given: Published) -> Iterator[tuple[Point, ...]]:
    steps = _steps_of(given)
    for one, other in given.pairs.tolist():
        start, end = given.places[one], given.places[other]
        if start is not None and end is not None:
            yield from maps.great_circle(start, end, steps=steps)


@cache
def _land() -> str:
    """Return the path of the land from the built drawing; nothing where it is not built."""
    found = finders.find("built/world-small.svg")
    if found is None:
        return ""
    path = search(r' d="([^"]*)"', Path(found).read_text(encoding="utf-8"))
    return path[1] if path else ""


@cache
def _rings() -> tuple[tuple[Point, ...], ...]:
    """Return the outlines of the land, in tenths of a unit."""
    rings = []
    for part in _land().split("M")[1:]:
        numbers = _steps(part)
        rings.append(tuple(numbers))
    return tuple(rings)


def _steps(part: str) -> Iterator[Point]:
    start, *steps = part.rstrip("zZ").replace("-", " -").replace("l", " l").split("l")
    x, y = map(float, start.replace(",", " ").split()[:2])
    yield Point(x, y)
    numbers = [float(each) for step in steps for each in step.replace(",", " ").split()]
    for across, down in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + across, y + down
        yield Point(x, y)
