"""How each part of a paper looks, once for all formats; lengths in centimetres or points."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from elci.reports.document import Style

HANGING: Final = (Style.PARTICULARS, Style.REFERENCES)
"""The styles whose text stands beside a label."""
PAGE_WIDTH, PAGE_HEIGHT = 21.0, 29.7
MARGIN: Final = 2.5
TEXT_WIDTH: Final = PAGE_WIDTH - 2 * MARGIN
LABEL_AT, VALUE_AT = 1.6, 1.9
"""Where the colon of Sayı, Konu and İlgi stands, and where what follows it begins."""
LIST_INDENT: Final = 0.8
FONT: Final = "Times New Roman"

Align = Literal["left", "center", "justify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The look of one style."""

    align: Align = "left"
    size: float = 12
    bold: bool = False
    left: float = 0
    right: float = 0
    first_line: float = 0
    before: float = 0
    after: float = 0
    keep_with_next: bool = False
    keep_together: bool = False
    close: bool = False
    """Whether paragraphs of this style stand together without the space between them."""
    outline: int = 0
    """The level of a heading; 0 is none."""


LOOKS: Final = MappingProxyType(
    {
        Style.BODY: Look(align="justify", first_line=1.25, after=6),
        Style.LEAD: Look(align="justify", first_line=1.25, after=6, keep_with_next=True),
        Style.PLAIN_LEAD: Look(align="justify", after=6, keep_with_next=True),
        Style.PLAIN: Look(align="justify", after=6),
        Style.LETTERHEAD: Look(align="center", after=18, keep_together=True),
        Style.PARTICULARS: Look(keep_with_next=True),
        Style.REFERENCES: Look(after=12, keep_with_next=True),
        Style.ADDRESSEE: Look(
            align="center", before=24, after=18, keep_with_next=True, keep_together=True
        ),
        Style.SIGNATURE: Look(align="center", left=9, before=36, keep_together=True),
        Style.APPROVAL: Look(align="center", before=24, keep_together=True),
        Style.LABEL: Look(before=18, keep_with_next=True),
        Style.TITLE: Look(align="center", size=14, bold=True, after=12, outline=1),
        Style.HEADING: Look(bold=True, before=10, after=4, keep_with_next=True, outline=2),
        Style.QUOTED: Look(align="justify", left=1.25, right=1.25, after=6),
        Style.LISTED: Look(align="justify", left=LIST_INDENT, after=6, close=True),
        Style.CELL: Look(size=10.5, before=2, after=2),
        Style.CELL_HEAD: Look(size=10.5, bold=True, before=2, after=2, keep_with_next=True),
        Style.CARD: Look(align="center", size=14, before=16, after=16, keep_together=True),
        Style.SPACER: Look(size=6),
        Style.FOOT: Look(size=8, before=2),
    }
)
