"""What the cells of a column look like, without regard to its header."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from elci.domain.extraction.besides import parted_at_dates
from elci.domain.extraction.cleaning import clean, one_line, without_bullet
from elci.domain.extraction.countries import country_in_name, is_country
from elci.domain.extraction.datespans import DateSpan, find_dates
from elci.domain.extraction.instruments import instruments_in, tie_in_front
from elci.domain.extraction.labels import read_label
from elci.domain.extraction.roles import Role
from elci.domain.extraction.tables import SourceRow
from elci.domain.extraction.words import phrasebook
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.kinds import PlaceKind
from elci.domain.places.resolution import resolve
from elci.domain.places.wording import without_wrappers

_BRACKET: Final = re.compile(r"[(\[]")
_SAMPLE: Final = 60
_HOST_SAMPLE: Final = 12
_LONGEST_ACRONYM: Final = 12
_LONGEST_NAME: Final = 90
_BEYOND_DATES: Final = 60
MOSTLY: Final = 0.6


@dataclass(frozen=True, slots=True)
class Content:
    """Shares of the filled cells of a column that look like something, 0 to 1."""

    filled: int = 0
    empty: float = 1.0
    distinct: float = 0.0
    shares: dict[str, float] = field(default_factory=dict)
    at_home: float = 0.0
    """Share of cells that name a place of the host's country."""

    def share(self, look: str) -> float:
        """Return the share of filled cells with that look."""
        return self.shares.get(look, 0.0)

    @property
    def is_always_the_same(self) -> bool:
        """Whether all filled cells hold the same text."""
        return self.filled > 0 and round(self.distinct * self.filled) == 1

    @property
    def role(self) -> Role | None:
        """What the column most likely holds; places are left to a comparison of columns."""
        for look, role in _BY_LOOK:
            if self.share(look) >= MOSTLY:
                return role
        return None


_BY_LOOK: Final = (
    ("address", Role.OTHER),
    ("date", Role.DATE),
    ("number", Role.NUMBER),
    ("country", Role.COUNTRY),
    ("grade", Role.GRADE),
    ("instrument", Role.INSTRUMENT),
    ("status", Role.STATUS),
)


def contents_of(
    rows: Sequence[SourceRow], width: int, *, gazetteer: Gazetteer, host_country: str | None
) -> list[Content]:
    """Return what each column looks like, judged by rows from all parts of the table."""
    step = max(1, len(rows) // _SAMPLE)
    sample = rows[::step][:_SAMPLE]
    if width == 1:
        sample = [row for row in sample if not _is_section(row)] or sample
    found = [
        _content(_cells(sample, column), gazetteer, host_country=host_country)
        for column in range(width)
    ]
    return found if width > 1 else [replace(one, shares=_of_list(one.shares)) for one in found]


def _of_list(shares: dict[str, float]) -> dict[str, float]:
    """Return the shares of an only column, which lists partners and never countries alone."""
    return {look: share for look, share in shares.items() if look != "country"}


def _is_section(row: SourceRow) -> bool:
    """Whether a row of a list looks like a heading: "Städtefreundschaften bestehen mit"."""
    text = clean(" ".join(row.cells)).text
    return bool(instruments_in(text)) and not find_dates(text) and not tie_in_front(text)[0]


def _cells(rows: Sequence[SourceRow], column: int) -> list[str]:
    return [
        one_line(clean(row.cells[column]).text) if column < len(row.cells) else "" for row in rows
    ]


def _content(cells: list[str], gazetteer: Gazetteer, *, host_country: str | None) -> Content:
    filled = [cell for cell in cells if cell]
    if not filled:
        return Content()
    looks: dict[str, Callable[[str], bool]] = {
        "address": _is_address,
        "number": _is_number,
        "date": _is_date,
        "country": lambda cell: is_country(cell, gazetteer),
        "grade": lambda cell: phrasebook("grades").meaning_of(cell) is not None,
        "instrument": lambda cell: phrasebook("instruments").meaning_of(cell) is not None,
        "status": _is_status,
        "acronym": _is_acronym,
        "bracketed": lambda cell: cell.startswith("(") and cell.endswith(")"),
        "place": lambda cell: names_place(cell, gazetteer),
    }
    return Content(
        filled=len(filled),
        empty=1 - len(filled) / len(cells),
        distinct=len(set(filled)) / len(filled),
        shares={name: sum(map(looks[name], filled)) / len(filled) for name in looks},
        at_home=_share_at_home(filled, gazetteer, host_country),
    )


def _is_address(cell: str) -> bool:
    return cell.lower().startswith(("http://", "https://", "www."))


def _is_number(cell: str) -> bool:
    bare = cell.strip("(.):-–—")
    return bare.isdecimal() and (len(bare) < 4 or not find_dates(bare))


def _is_date(cell: str) -> bool:
    spans = find_dates(cell)
    covered = sum(span.end - span.start for span in spans)
    if not spans or len(cell) - covered > _BEYOND_DATES:
        return False
    beside = " ".join(cell[one.end : other.start] for one, other in _gaps(spans, len(cell)))
    return covered * 2 >= len(cell) or not read_label(beside).left


def _gaps(spans: Sequence[DateSpan], length: int) -> list[tuple[DateSpan, DateSpan]]:
    """Return the pairs of dates between which the other words of a cell stand, ends included."""
    ends = (DateSpan(0, 0, None), DateSpan(length, length, None))
    return list(zip((ends[0], *spans), (*spans, ends[1]), strict=True))


def _is_status(cell: str) -> bool:
    known = phrasebook("statuses").meaning_of(cell) or phrasebook("acts").meaning_of(cell)
    return known is not None


def _is_acronym(cell: str) -> bool:
    return len(cell) <= _LONGEST_ACRONYM and cell.isupper() and cell.isalpha()


def is_place(cell: str, gazetteer: Gazetteer) -> bool:
    """Whether a text is the name of a place, words such as "belediyesi" left out."""
    if len(cell) > _LONGEST_NAME:
        return False
    key = fold(cell)
    return gazetteer.has_name(key) or gazetteer.has_name(without_wrappers(key).text)


def names_place(cell: str, gazetteer: Gazetteer) -> bool:
    """Whether a cell begins with the name of a place: "Krefeld, Germany (since 1964)"."""
    cell = (tie_in_front(cell)[1] or cell).removeprefix("(")
    bare = without_bullet(_BRACKET.split(parted_at_dates(cell).bare, maxsplit=1)[0]).strip(
        " ,;:-–—"
    )
    if is_place(bare, gazetteer):
        return True
    named = country_in_name(bare[:_LONGEST_NAME], gazetteer)
    if named is None:
        return False
    # "Charlotte, North Carolina, USA": the first part is the place.
    return is_place(named.name, gazetteer) or is_place(named.name.split(",")[0], gazetteer)


def _share_at_home(filled: list[str], gazetteer: Gazetteer, host_country: str | None) -> float:
    if host_country is None:
        return 0.0
    sample = [cell for cell in dict.fromkeys(filled) if len(cell) <= _LONGEST_NAME][:_HOST_SAMPLE]
    at_home = [_is_at_home(cell, gazetteer, host_country) for cell in sample]
    return sum(at_home) / len(at_home) if at_home else 0.0


def _is_at_home(cell: str, gazetteer: Gazetteer, host_country: str) -> bool:
    if not is_place(cell, gazetteer):
        return False
    place = resolve(gazetteer, cell).place
    return (
        place is not None and place.country == host_country and place.kind is not PlaceKind.COUNTRY
    )
