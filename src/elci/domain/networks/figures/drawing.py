"""The parts of which figures are made: texts, lines, frames, numbers in the reader's language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Final, Literal

from elci.domain.networks.exporting.markup import text_of
from elci.domain.texts import Text

INK: Final = "#1c2430"
SOFT: Final = "#5b6675"
RULE: Final = "#d5dbe3"
BLUE: Final = "#1f5f8b"
RED: Final = "#a63d2f"
_FONT: Final = "'Source Sans 3', 'Libertinus Serif', 'DejaVu Sans', sans-serif"
_HEAD: Final = 76
_FOOT: Final = 20
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What stands above and below a figure."""

    title: Text
    about: Text
    """One sentence that says what is seen."""
    source: str
    """How to cite the data."""


@dataclass(slots=True)
class Drawing:
    """A figure in the making; places are in pixels from the upper left corner of the plot."""

    width: float
    height: float
    margins: tuple[float, float]
    """Room to the left of the plot, and below it."""
    language: str
    parts: list[str] = field(default_factory=list)

    def text(
        self, at: tuple[float, float], told: str, *, size: float = 13, anchor: Anchor = "start",
        fill: str = INK, turned: bool = False, bold: bool = False,
    ) -> None:  # fmt: skip
        """Write a text."""
        x, y = (round(value, 1) for value in at)
        turn = f' transform="rotate(-90 {x} {y})"' if turned else ""
        weight = ' font-weight="600"' if bold else ""
        self.parts.append(
            f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" fill="{fill}"'
            f"{weight}{turn}>{text_of(told)}</text>"
        )

    def line(self, start: tuple[float, float], end: tuple[float, float], stroke: str) -> None:
        """Draw a line."""
        (x1, y1), (x2, y2) = start, end
        self.parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{stroke}"/>'
        )

    def box(self, corner: tuple[float, float], size: tuple[float, float], fill: str) -> None:
        """Draw a filled box."""
        (x, y), (width, height) = corner, size
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" '
            f'fill="{fill}"/>'
        )

    def dot(self, at: tuple[float, float], radius: float, fill: str) -> None:
        """Draw a dot."""
        self.parts.append(f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{radius}" fill="{fill}"/>')

    def finished(self, caption: Caption) -> str:
        """Return the figure, with its title, what is seen, and the source of the data."""
        left, below = self.margins
        width = self.width + left + 24
        title, about = (part.in_language(self.language) for part in (caption.title, caption.about))
        source = wrap(caption.source, int(width / 5.2), break_long_words=True)
        plot = "".join(self.parts)
        self.parts.clear()
        self.text((16, 30), title, size=19, bold=True)
        self.text((16, 54), about, size=13, fill=SOFT)
        under = _HEAD + self.height + below
        for number, line in enumerate(source):
            self.text((16, under + _FOOT + 14 * number), line, size=10.5, fill=SOFT)
        height = under + _FOOT + 14 * len(source) + 4
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
            f'width="{width:.0f}" height="{height:.0f}" role="img" lang="{self.language}" '
            f'font-family="{_FONT}"><title>{text_of(title)}</title><desc>{text_of(about)}</desc>'
            f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(self.parts)}'
            f'<g transform="translate({left} {_HEAD})">{plot}</g></svg>\n'
        )

    def axis(
        self, ticks: Iterable[tuple[float, str]], label: str, *, upright: bool = False
    ) -> None:
        """Draw an axis with its marks, given as places and texts, and its label."""
        for at, told in ticks:
            if upright:
                self.line((0, at), (self.width, at), RULE)
                self.text((-8, at + 4), told, anchor="end")
            else:
                self.line((at, self.height), (at, self.height + 5), SOFT)
                self.text((at, self.height + 20), told, anchor="middle")
        if upright:
            self.text((-52, self.height / 2), label, anchor="middle", fill=SOFT, turned=True)
        else:
            self.line((0, self.height), (self.width, self.height), SOFT)
            middle = (self.width / 2, self.height + 40)
            self.text(middle, label, anchor="middle", fill=SOFT)


def number(value: float, language: str, digits: int = 0) -> str:
    """Return a number as it is written in a language.

    >>> number(1234.5, "tr", 1), number(1234.5, "en", 1)
    ('1.234,5', '1,234.5')
    """
    told = f"{value:,.{digits}f}"
    return told.translate(str.maketrans(",.", ".,")) if language.startswith("tr") else told


def percent(share: float, language: str) -> str:
    """Return a share as it is written in a language, with as many digits as it needs.

    >>> percent(0.125, "tr"), percent(0.0004, "en")
    ('%12,5', '0.04%')
    """
    hundredth = share * 100
    digits = next((few for few in range(5) if abs(round(hundredth, few) - hundredth) < 1e-9), 2)
    told = number(hundredth, language, digits)
    return f"%{told}" if language.startswith("tr") else f"{told}%"


def shade(value: float, *, most: float) -> str:
    """Return a colour from red over white to blue, for values from -most to most."""
    share = max(-1.0, min(value / most, 1.0))
    end: Sequence[int] = (0x1F, 0x5F, 0x8B) if share > 0 else (0xA6, 0x3D, 0x2F)
    mixed = (round(255 + (part - 255) * abs(share)) for part in end)
    return "#" + "".join(f"{part:02x}" for part in mixed)
